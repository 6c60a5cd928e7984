package io.renderyard.db.ledger;

/** A text may quote what a client sent, and PostgreSQL keeps no U+0000: it must not stop anything from being written. */
public final class StorableText {
    private StorableText() {}

    public static String of(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
