package io.renderyard.worker.blocking;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The lists as they apply to one page. Safe for several threads. */
public final class PageBlocking {
    private static final String HIDE = "{display:none!important}\n";
    private static final Pattern PLAIN = Pattern.compile("[.#]-?[A-Za-z_][A-Za-z0-9_-]*");
    private static final int SELECTORS_PER_RULE = 500;

    private final FilterBook book;
    private final HostNames page;
    private final boolean untouched;

    PageBlocking(FilterBook book, String host) {
        this.book = book;
        this.page = book.names(host);
        this.untouched = book.excepted(page, PageException.DOCUMENT);
    }

    /**
     * Whether the page is to be kept from loading this.
     *
     * @param url absolute, as the browser writes it; only http, https and web socket addresses are ever blocked
     */
    public boolean blocks(String url, RequestKind kind) {
        boolean web = url.regionMatches(true, 0, "http", 0, 4) || url.regionMatches(true, 0, "ws", 0, 2);
        return !untouched && web && book.blocks(url, page, kind);
    }

    /** CSS that hides what the lists name; perhaps empty, usually some two hundred kilobytes. */
    public String styleSheet() {
        if (untouched || book.excepted(page, PageException.HIDING)) {
            return "";
        }
        StringBuilder css = new StringBuilder();
        if (!book.excepted(page, PageException.GENERIC_HIDING)) {
            append(css, book.hiding().generic(page));
        }
        append(css, book.hiding().specific(page));
        return css.toString();
    }

    /** A selector that the browser does not know takes its whole rule with it: only the plainest share one. */
    private static void append(StringBuilder css, List<String> selectors) {
        Map<Boolean, List<String>> plain = selectors.stream()
                .collect(Collectors.partitioningBy(each -> PLAIN.matcher(each).matches()));
        List<String> sharing = plain.getOrDefault(true, List.of());
        for (int from = 0; from < sharing.size(); from += SELECTORS_PER_RULE) {
            int to = Math.min(sharing.size(), from + SELECTORS_PER_RULE);
            css.append(String.join(",", sharing.subList(from, to))).append(HIDE);
        }
        plain.getOrDefault(false, List.of()).forEach(each -> css.append(each).append(HIDE));
    }
}
