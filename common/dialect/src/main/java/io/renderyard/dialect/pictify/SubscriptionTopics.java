package io.renderyard.dialect.pictify;

import java.util.List;

/** Events that may be subscribed to; contract {@code pictify.md}, section 11.2. */
final class SubscriptionTopics {
    static final String RENDER_COMPLETED = "render.completed";
    static final String RENDER_FAILED = "render.failed";
    static final String BATCH_COMPLETED = "batch.completed";
    static final String BATCH_FAILED = "batch.failed";

    /** Some of them do not happen here yet; whoever subscribes to them is told when they do. */
    static final List<String> ALL = List.of(
            RENDER_COMPLETED,
            RENDER_FAILED,
            "binding.updated",
            "binding.failed",
            BATCH_COMPLETED,
            BATCH_FAILED,
            "experiment.started",
            "experiment.completed",
            "experiment.winner_declared");

    private SubscriptionTopics() {}
}
