package io.renderyard.egress;

import java.time.Duration;
import java.util.Optional;

/** What became of one {@link OutboundClient#post}. */
public sealed interface Answer {

    /**
     * The receiver answered. Redirects are answers too, they are never followed.
     *
     * @param status 200 to 599
     * @param retryAfter how long the receiver asks us to stay away, never negative; empty if it did not say or said
     *     nonsense
     */
    record Responded(int status, Optional<Duration> retryAfter) implements Answer {}

    /** The policy forbids this target; nothing was sent. */
    record Refused(Verdict.Refused verdict) implements Answer {}

    /**
     * No answer: name, connection, TLS or time. The receiver may or may not have read the request.
     *
     * @param why for people, such as {@code timeout after 15000 ms}
     */
    record Unreachable(String why) implements Answer {}
}
