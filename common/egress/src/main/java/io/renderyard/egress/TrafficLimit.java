package io.renderyard.egress;

/** What a page can have too much of. */
public enum TrafficLimit {
    /** Tunnels and plain requests, refused ones too. */
    REQUESTS,
    /** Bytes of answers and of request bodies, together. */
    BYTES
}
