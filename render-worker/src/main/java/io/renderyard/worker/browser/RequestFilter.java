package io.renderyard.worker.browser;

/** Names requests that the page is better drawn without. Asked on the socket's thread, so it must be quick. */
@FunctionalInterface
interface RequestFilter {
    RequestFilter NONE = request -> false;

    boolean blocks(PausedRequest request);
}
