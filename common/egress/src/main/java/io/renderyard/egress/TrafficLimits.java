package io.renderyard.egress;

import java.util.Locale;

/**
 * How much one page may have through its proxy.
 *
 * @param requests tunnels and plain requests; each hop of a redirect is one, and so is a refused one
 * @param bytes of answers, heads included, and of request bodies, together; in a tunnel everything that is carried
 */
public record TrafficLimits(long requests, long bytes) {
    private static final long MEGABYTE = 1 << 20;

    static final TrafficLimits NONE = new TrafficLimits(Long.MAX_VALUE, Long.MAX_VALUE);

    public TrafficLimits {
        if (requests < 1 || bytes < 1) {
            throw new IllegalArgumentException("A page needs at least one request and one byte, not " + requests
                    + " requests and " + bytes + " bytes.");
        }
    }

    /** One English sentence for whoever wants to know why something is missing. */
    public String sentence(TrafficLimit limit) {
        return switch (limit) {
            case REQUESTS -> "One page may make at most " + number(requests) + " requests.";
            case BYTES -> "One page may load and send at most " + size() + ".";
        };
    }

    private String size() {
        return bytes % MEGABYTE == 0 ? number(bytes / MEGABYTE) + " MB" : number(bytes) + " bytes";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
