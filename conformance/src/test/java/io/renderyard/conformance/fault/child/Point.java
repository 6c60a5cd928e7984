package io.renderyard.conformance.fault.child;

import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.doorbell.Doorbell;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.worker.rendering.Renderer;
import java.util.Arrays;
import java.util.Optional;

/** Where a process can be held: just before or just after one method of a port, or when the future
 * that it gave is about to be completed. */
public enum Point {
    BEFORE_ACCEPT(SubmissionLedger.class, "accept", When.BEFORE),
    AFTER_ACCEPT(SubmissionLedger.class, "accept", When.AFTER),
    BEFORE_RING(Doorbell.class, "ring", When.BEFORE),
    AFTER_RING(Doorbell.class, "ring", When.AFTER),
    AFTER_CONFIRM(Doorbell.class, "ring", When.ANSWERED),
    BEFORE_CLAIM(AttemptLedger.class, "claim", When.BEFORE),
    AFTER_CLAIM(AttemptLedger.class, "claim", When.AFTER),
    BEFORE_DRAW(Renderer.class, "draw", When.BEFORE),
    AFTER_DRAW(Renderer.class, "draw", When.AFTER),
    BEFORE_STORE(ArtifactStore.class, "store", When.BEFORE),
    AFTER_STORE(ArtifactStore.class, "store", When.AFTER),
    BEFORE_SUCCEED(AttemptLedger.class, "succeed", When.BEFORE),
    AFTER_SUCCEED(AttemptLedger.class, "succeed", When.AFTER),
    BEFORE_RELEASE(AttemptLedger.class, "release", When.BEFORE),
    AFTER_RELEASE(AttemptLedger.class, "release", When.AFTER);

    private final Class<?> port;
    private final String method;
    private final When when;

    Point(Class<?> port, String method, When when) {
        this.port = port;
        this.method = method;
        this.when = when;
    }

    enum When {
        BEFORE,
        AFTER,
        /** What it promised has come, and nobody knows yet. */
        ANSWERED
    }

    static boolean isPort(Object bean) {
        return Arrays.stream(values()).anyMatch(point -> point.port.isInstance(bean));
    }

    static Optional<Point> of(Object bean, String method, When when) {
        return Arrays.stream(values())
                .filter(point -> point.when == when && point.method.equals(method) && point.port.isInstance(bean))
                .findFirst();
    }
}
