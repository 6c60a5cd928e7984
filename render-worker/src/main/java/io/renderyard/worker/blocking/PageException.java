package io.renderyard.worker.blocking;

/** What an exception filter switches off on a whole page. */
enum PageException {
    /** Everything. */
    DOCUMENT,
    /** All element hiding. */
    HIDING,
    /** Element hiding that is not meant for this site. */
    GENERIC_HIDING
}
