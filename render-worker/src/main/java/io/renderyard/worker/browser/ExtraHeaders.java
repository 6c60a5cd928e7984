package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Traffic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The caller's headers, which are his credentials often enough. Every hop of a redirect is judged anew, so what one
 * server was trusted with never goes to the next.
 *
 * @param origins that may get them
 * @param everywhere with all that goes to those origins, instead of the page alone
 */
record ExtraHeaders(List<Traffic.Header> headers, Set<Origin> origins, boolean everywhere) {
    boolean areFor(PausedRequest request, String topFrame) {
        return (everywhere || request.isPage(topFrame))
                && Origin.of(request.url()).filter(origins::contains).isPresent();
    }

    /** All headers of the request, ours included or left out. */
    Map<String, String> on(PausedRequest request, String topFrame) {
        boolean wanted = areFor(request, topFrame);
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(request.headers());
        for (Traffic.Header ours : headers) {
            String value = ours.value().reveal();
            if (wanted) {
                all.put(ours.name(), value);
            } else {
                // Chrome drops them on redirects by itself; should it ever not, they end here.
                all.remove(ours.name(), value);
            }
        }
        return all;
    }
}
