package io.renderyard.dialect.yard;

/** In which form items are sent. */
public enum BatchForm {
    /** One object with the head's fields and {@code items}; a list of items where the head comes apart. */
    JSON,
    /** One object a line: the head, then the items; items alone where the head comes apart. */
    NDJSON,
    /** RFC 4180: the first row names the variables, each further one gives their values. The head comes apart. */
    CSV
}
