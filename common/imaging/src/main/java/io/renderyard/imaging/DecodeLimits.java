package io.renderyard.imaging;

/**
 * How much of a picture is put up with. Judged by its header, before anything is allocated.
 *
 * @param maxSide pixels, of width and of height
 * @param maxPixels width by height; one pixel takes 4 bytes of memory while it is worked on
 * @param maxBytes of the file
 */
public record DecodeLimits(int maxSide, long maxPixels, long maxBytes) {
    /** @throws PictureException when the header is damaged, of no known format or beyond these limits */
    public PictureHeader judge(byte[] picture) throws PictureException {
        if (picture.length > maxBytes) {
            throw PictureException.tooLarge(
                    "The picture has %d bytes, the limit is %d.".formatted(picture.length, maxBytes));
        }
        PictureHeader header = PictureHeader.read(picture);
        judge(header.width(), header.height());
        return header;
    }

    void judge(int width, int height) throws PictureException {
        if (width > maxSide || height > maxSide || (long) width * height > maxPixels) {
            throw PictureException.tooLarge(
                    "The picture is %d x %d pixels; at most %d on a side and %d altogether are accepted."
                            .formatted(width, height, maxSide, maxPixels));
        }
    }
}
