package io.renderyard.dialect.pictify;

/**
 * A sheet that was uploaded; section 7.7.
 *
 * @param url to be sent as {@code csvUrl}
 * @param filename as the client named it
 * @param size bytes
 */
public record SheetView(String url, String filename, long size) {
    public static SheetView of(SheetAddress.Uploaded sheet, String filename) {
        return new SheetView(sheet.url(), filename, sheet.csv().length);
    }
}
