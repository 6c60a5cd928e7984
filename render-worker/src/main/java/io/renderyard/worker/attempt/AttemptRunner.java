package io.renderyard.worker.attempt;

import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.developing.Darkroom;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The worker's stops of the journey for one claimed attempt, in their order: resolve, render, develop, store, complete. */
@Component
class AttemptRunner {
    private static final Logger log = LoggerFactory.getLogger(AttemptRunner.class);

    private final AttemptLedger ledger;
    private final Renderer renderer;
    private final Darkroom darkroom;
    private final PictureStorage storage;
    private final Duration attemptTimeout;
    private final MeterRegistry meters;

    AttemptRunner(
            AttemptLedger ledger,
            Renderer renderer,
            Darkroom darkroom,
            PictureStorage storage,
            WorkerSettings settings,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.renderer = renderer;
        this.darkroom = darkroom;
        this.storage = storage;
        this.attemptTimeout = settings.attemptTimeout();
        this.meters = meters;
    }

    /** What came of drawing. */
    sealed interface Outcome {
        record Drawn(Rendering rendering, PictureFormat format) implements Outcome {}

        record Failed(Failure failure) implements Outcome {}
    }

    /** @throws InterruptedException when the lease was lost or the worker stops */
    Outcome render(AttemptLedger.Claim claim, HeldLease lease) throws InterruptedException {
        try {
            RenderSpec spec = Resolver.resolve(claim.spec(), claim.variables());
            Rendering rendering = renderer.draw(spec, attemptTimeout.plus(spec.ownTime()), lease::progress);
            return new Outcome.Drawn(rendering, spec.format());
        } catch (RenderException e) {
            return new Outcome.Failed(e.failure());
        } catch (RuntimeException e) {
            log.error("a defect while drawing", e);
            return new Outcome.Failed(new Failure(
                    FailureCode.INTERNAL,
                    "A defect of the farm, not of the submission; the worker's log has the details."));
        }
    }

    /**
     * Dying in here leaves the lease to run out: the sweeper queues the job again, and bytes that were stored under
     * this attempt are read by nobody.
     *
     * @throws InterruptedException when the lease was lost or the worker stops; the ledger is left as it is
     */
    void complete(Attempt attempt, HeldLease lease, Outcome outcome) throws InterruptedException {
        switch (outcome) {
            case Outcome.Drawn drawn -> develop(attempt, lease, drawn);
            case Outcome.Failed failed -> fail(attempt, lease, failed.failure());
        }
    }

    private void develop(Attempt attempt, HeldLease lease, Outcome.Drawn drawn) throws InterruptedException {
        try (Exposure exposure = drawn.rendering().exposure()) {
            Picture picture = darkroom.develop(exposure, drawn.format());
            store(attempt, lease, picture, drawn.rendering().receipt());
        } catch (RenderException e) {
            log.error("the picture could not be developed", e);
            fail(attempt, lease, e.failure());
        }
    }

    private void store(Attempt attempt, HeldLease lease, Picture picture, Receipt receipt) throws InterruptedException {
        Artifact artifact;
        try {
            artifact = storage.store(attempt, picture);
        } catch (IOException | RuntimeException e) {
            log.error("the picture could not be stored", e);
            Failure failure = new Failure(
                    FailureCode.STORAGE,
                    "The picture was drawn but could not be stored; the farm's operator can tell why.");
            fail(attempt, lease, failure);
            return;
        }
        if (finish(lease, artifact) && ledger.succeed(attempt, artifact, receipt)) {
            count("succeeded", lease);
            log.info(
                    "drawn: {}x{} {}, {} bytes",
                    artifact.extent().width(),
                    artifact.extent().height(),
                    artifact.contentType(),
                    artifact.size());
        } else {
            log.warn("drawn, but too late: the attempt is no longer ours, its bytes are discarded");
            storage.discard(artifact);
        }
    }

    private boolean finish(HeldLease lease, Artifact artifact) throws InterruptedException {
        try {
            return lease.finish();
        } catch (InterruptedException e) {
            storage.discard(artifact);
            throw e;
        }
    }

    private void fail(Attempt attempt, HeldLease lease, Failure failure) throws InterruptedException {
        if (lease.finish() && ledger.fail(attempt, failure)) {
            count(failure.code().label(), lease);
            log.warn("attempt failed, {}: {}", failure.code().label(), failure.message());
        }
    }

    private void count(String outcome, HeldLease lease) {
        meters.timer("renderyard.attempts", "outcome", outcome).record(lease.age());
    }
}
