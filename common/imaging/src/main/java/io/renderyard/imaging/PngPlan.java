package io.renderyard.imaging;

/** @param level of deflating, 1 to 9 */
record PngPlan(PixelPacker packer, PngFilter.Choice filter, int level) {
    private static final long LARGE = 4_000_000;

    /** The highest level takes several times as long for few bytes less: too long for large pictures. */
    static PngPlan small(Rows rows, PixelPacker packer, PngFilter.Choice filter) {
        return new PngPlan(packer, filter, (long) rows.width() * rows.height() > LARGE ? 6 : 9);
    }
}
