package io.renderyard.egress;

import java.io.IOException;

/** The page has had as much as it may. The message is {@link TrafficLimits#sentence}. */
final class LimitReached extends IOException {
    private static final long serialVersionUID = 1;

    private final TrafficLimit limit;

    LimitReached(TrafficLimit limit, TrafficLimits limits) {
        super(limits.sentence(limit));
        this.limit = limit;
    }

    TrafficLimit limit() {
        return limit;
    }
}
