package io.renderyard.kernel.artifact;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an artifact came about: what the browser saw while it drew, and who painted.
 *
 * @param title of the page; empty when it has none
 * @param address where the page was in the end; {@code about:blank} for markup
 * @param httpStatus of the page itself; null for markup
 * @param steps in the order in which they were taken
 * @param consoleErrors errors that the page wrote or threw, the first {@value #MOST} of them
 * @param failedRequests resources that could not be loaded, the first {@value #MOST} of them
 * @param blockedRequests requests that were not made, the first {@value #MOST} of them
 * @param browser name and version; empty when there was none
 * @param fonts SHA-256 in hex over the fonts that the worker has: where it is the same, text looks the same; empty
 *     without a browser
 * @param paintings what was painted from words, in no order
 */
public record Receipt(
        String title,
        String address,
        @Nullable Integer httpStatus,
        List<Step> steps,
        List<String> consoleErrors,
        List<FailedRequest> failedRequests,
        List<BlockedRequest> blockedRequests,
        String browser,
        String fonts,
        Set<Flag> flags,
        List<Painted> paintings) {
    /** Longer lists are cut: a page may fail without end. */
    public static final int MOST = 100;

    /** @param name such as {@code load}, {@code wait} or {@code capture} */
    public record Step(String name, Duration took) {}

    /** @param reason an HTTP status or the browser's words */
    public record FailedRequest(String url, String reason) {}

    /** @param by what forbade it: {@code egress}, {@code rule}, {@code ads} or {@code limit} */
    public record BlockedRequest(String url, String by) {}

    /**
     * A picture that was painted from words.
     *
     * @param picture name of the variable that it fills; empty for the result itself
     * @param backend name of the provider, or of the built-in painter
     * @param model what the backend calls it; empty for the built-in painter
     * @param requestId by which the provider finds it; null when it told none
     */
    public record Painted(
            String picture,
            String backend,
            String model,
            @Nullable String requestId,
            Duration took) {}

    /** What a caller should know of this picture. */
    public enum Flag {
        /** The page was not ready in time; the picture shows what was there. */
        NOT_READY,
        /** The page wanted more from the network than one render may have; the rest is missing in the picture. */
        LIMIT_REACHED,
        /** The natural picture was larger than allowed. */
        SCALED_DOWN,
        /** Drawn in several parts and put together. */
        TILED,
        /** Frames were taken from a running page, so another run may differ. */
        RECORDED,
        /** The model takes no picture to go by, so the one that was given had no part in this. */
        REFERENCE_IGNORED;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Receipt {
        steps = List.copyOf(steps);
        consoleErrors = List.copyOf(consoleErrors);
        failedRequests = List.copyOf(failedRequests);
        blockedRequests = List.copyOf(blockedRequests);
        flags = Set.copyOf(flags);
        paintings = List.copyOf(paintings);
    }

    /** One of a page without painted pictures. */
    public Receipt(
            String title,
            String address,
            @Nullable Integer httpStatus,
            List<Step> steps,
            List<String> consoleErrors,
            List<FailedRequest> failedRequests,
            List<BlockedRequest> blockedRequests,
            String browser,
            String fonts,
            Set<Flag> flags) {
        this(
                title,
                address,
                httpStatus,
                steps,
                consoleErrors,
                failedRequests,
                blockedRequests,
                browser,
                fonts,
                flags,
                List.of());
    }

    /** The same with what was painted for it, and what is to be known of that. */
    public Receipt with(List<Painted> painted, Set<Flag> further) {
        Set<Flag> all = new HashSet<>(flags);
        all.addAll(further);
        return new Receipt(
                title,
                address,
                httpStatus,
                steps,
                consoleErrors,
                failedRequests,
                blockedRequests,
                browser,
                fonts,
                all,
                painted);
    }
}
