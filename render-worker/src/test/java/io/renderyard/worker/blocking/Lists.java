package io.renderyard.worker.blocking;

import java.util.List;

/** Small lists for tests. */
final class Lists {
    private static final List<String> SUFFIXES = List.of("// comment", "com", "org", "uk", "co.uk", "*.ck", "!www.ck");

    private Lists() {}

    static PublicSuffixes suffixes() {
        return new PublicSuffixes(SUFFIXES);
    }

    static FilterBook book(String... lines) {
        return FilterBook.of(List.of(List.of(lines)), SUFFIXES);
    }

    static PageBlocking page(String host, String... lines) {
        return new PageBlocking(book(lines), host);
    }

    /** Whether the one filter blocks the address as a script of {@code shop.com}. */
    static boolean blocks(String filter, String url) {
        return page("shop.com", filter).blocks(url, RequestKind.SCRIPT);
    }
}
