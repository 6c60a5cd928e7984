package io.renderyard.kernel.job;

import java.net.URI;

/**
 * Who is told when a job has ended.
 *
 * @param shape name of the wire shape that the receiver reads, by which the dispatcher finds its writer; nobody between
 *     looks into it
 */
public record Webhook(URI url, String shape) {
    /** Our own envelope. */
    public static final String EVENT = "event";

    /** One that reads our own envelope. */
    public Webhook(URI url) {
        this(url, EVENT);
    }
}
