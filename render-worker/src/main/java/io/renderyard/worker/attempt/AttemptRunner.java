package io.renderyard.worker.attempt;

import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Picture;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Runs one claimed attempt: the worker's stops of the journey, in their order. */
@Component
class AttemptRunner {
    private static final Logger log = LoggerFactory.getLogger(AttemptRunner.class);

    private final AttemptLedger ledger;
    private final Renderer renderer;
    private final PictureStorage storage;
    private final Duration attemptTimeout;
    private final MeterRegistry meters;

    AttemptRunner(
            AttemptLedger ledger,
            Renderer renderer,
            PictureStorage storage,
            WorkerSettings settings,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.renderer = renderer;
        this.storage = storage;
        this.attemptTimeout = settings.attemptTimeout();
        this.meters = meters;
    }

    /**
     * Render, store, complete. Dying in between leaves the lease to run out: the sweeper queues the job again, and
     * bytes that were stored under this attempt are read by nobody.
     *
     * @throws InterruptedException when the lease was lost or the worker stops; the ledger is left as it is
     */
    void run(AttemptLedger.Claim claim, HeldLease lease) throws InterruptedException {
        Attempt attempt = claim.attempt();
        MDC.put("job", attempt.job().toString());
        MDC.put("attempt", Integer.toString(attempt.number()));
        MDC.put("tenant", claim.tenant().toString());
        long began = System.nanoTime();
        try {
            Picture picture = renderer.draw(claim.spec(), attemptTimeout);
            Artifact artifact = storage.store(attempt, picture);
            if (lease.finish() && ledger.succeed(attempt, artifact)) {
                count("succeeded", began);
                log.info(
                        "drawn: {}x{} {}, {} bytes",
                        artifact.width(),
                        artifact.height(),
                        artifact.contentType(),
                        artifact.size());
            } else {
                log.warn("drawn, but too late: the attempt is no longer ours, its bytes are discarded");
                storage.discard(artifact);
            }
        } catch (RenderException e) {
            fail(attempt, lease, e.failure(), began);
        } catch (IOException e) {
            log.error("the picture could not be stored", e);
            Failure failure = new Failure(
                    FailureCode.STORAGE,
                    "The picture was drawn but could not be stored; the farm's operator can tell why.");
            fail(attempt, lease, failure, began);
        } catch (RuntimeException e) {
            Failure failure = new Failure(
                    FailureCode.INTERNAL,
                    "A defect of the farm, not of the submission; the worker's log has the details.");
            log.error("a defect while drawing", e);
            fail(attempt, lease, failure, began);
        } finally {
            MDC.clear();
        }
    }

    private void fail(Attempt attempt, HeldLease lease, Failure failure, long began) throws InterruptedException {
        if (lease.finish() && ledger.fail(attempt, failure)) {
            count(failure.code().label(), began);
            log.warn("attempt failed, {}: {}", failure.code().label(), failure.message());
        }
    }

    private void count(String outcome, long began) {
        meters.timer("renderyard.attempts", "outcome", outcome).record(Duration.ofNanos(System.nanoTime() - began));
    }
}
