package io.renderyard.worker.devtools;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Documents that a tab has really arrived at, by loader id. The answer to a navigation may come before the old page's
 * last script has run; the arrival cannot.
 */
public final class Arrivals {
    private final Set<String> seen = new HashSet<>();
    private final CompletableFuture<Void> arrived = new CompletableFuture<>();

    @Nullable
    private String wanted;

    public synchronized void saw(String loader) {
        seen.add(loader);
        if (loader.equals(wanted)) {
            arrived.complete(null);
        }
    }

    public synchronized CompletableFuture<Void> of(String loader) {
        wanted = loader;
        if (seen.contains(loader)) {
            arrived.complete(null);
        }
        return arrived;
    }
}
