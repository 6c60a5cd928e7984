package io.renderyard.dialect.pictify;

/**
 * What came of drawing small pictures; section 7.7.
 *
 * @param success drawn
 * @param failed could not be drawn
 * @param skipped were current
 * @param pending are drawn later, since the client waited long enough
 */
public record ThumbnailsView(String message, int success, int failed, int skipped, int pending) {
    /** @param left that are for the next request */
    public static ThumbnailsView of(int success, int failed, int skipped, int pending, int left) {
        String later = pending == 0 ? "" : ", " + pending + " will be in a moment";
        String next = left == 0 ? "" : " Send the request again for " + left + " more.";
        return new ThumbnailsView(
                success + " thumbnails regenerated" + later + "." + next, success, failed, skipped, pending);
    }
}
