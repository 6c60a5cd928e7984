package io.renderyard.worker.browser;

import io.renderyard.worker.blocking.FilterLists;
import io.renderyard.worker.blocking.PageBlocking;
import io.renderyard.worker.blocking.RequestKind;

/** The lists as they apply to the page that the window is at, redirects and moves of its own included. */
final class AdFilter {
    private final FilterLists lists;
    private volatile PageBlocking page;

    /** @param address of the page; any that is not http or https has no host, which the lists can do with */
    AdFilter(FilterLists lists, String address) {
        this.lists = lists;
        this.page = lists.on(host(address));
    }

    private static String host(String address) {
        return Origin.of(address).map(Origin::host).orElse("");
    }

    /** Quick enough for the socket's thread, since the lists have been read by now. */
    void arriving(PausedRequest pageItself) {
        page = lists.on(host(pageItself.url()));
    }

    boolean blocks(PausedRequest request) {
        return page.blocks(request.url(), RequestKind.ofDevTools(request.type(), false));
    }

    /** Hides on the present page what could not be kept from loading; up to some hundred kilobytes. */
    String styleSheet() {
        return page.styleSheet();
    }
}
