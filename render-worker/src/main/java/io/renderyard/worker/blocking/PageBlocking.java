package io.renderyard.worker.blocking;

import java.util.List;

/** The lists as they apply to one page. Safe for several threads. */
public final class PageBlocking {
    private static final String HIDE = "{display:none!important}\n";
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
    public boolean blocks(String url, ResourceType type) {
        boolean web = url.regionMatches(true, 0, "http", 0, 4) || url.regionMatches(true, 0, "ws", 0, 2);
        return !untouched && web && book.blocks(url, page, type);
    }

    /** CSS that hides what the lists name; perhaps empty, and up to some hundred kilobytes. */
    public String styleSheet() {
        if (untouched || book.excepted(page, PageException.HIDING)) {
            return "";
        }
        StringBuilder css = new StringBuilder();
        if (!book.excepted(page, PageException.GENERIC_HIDING)) {
            List<String> generic = book.hiding().generic(page);
            for (int from = 0; from < generic.size(); from += SELECTORS_PER_RULE) {
                int to = Math.min(generic.size(), from + SELECTORS_PER_RULE);
                css.append(String.join(",", generic.subList(from, to))).append(HIDE);
            }
        }
        // One rule each: a selector that the browser does not know takes its whole rule with it.
        book.hiding().specific(page).forEach(selector -> css.append(selector).append(HIDE));
        return css.toString();
    }
}
