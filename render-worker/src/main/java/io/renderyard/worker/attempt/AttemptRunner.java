package io.renderyard.worker.attempt;

import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.developing.Darkroom;
import io.renderyard.worker.painting.Painter;
import io.renderyard.worker.painting.Paintings;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import io.renderyard.worker.unhurried.Unhurried;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The worker's stops of the journey for one claimed attempt, in their order: paint, resolve, render, develop, store, complete. */
@Component
class AttemptRunner {
    private static final Logger log = LoggerFactory.getLogger(AttemptRunner.class);

    private final AttemptLedger ledger;
    private final Renderer renderer;
    private final InTurn inTurn;
    private final Painter painter;
    private final Darkroom darkroom;
    private final PictureStorage storage;
    private final Unhurried unhurried;
    private final Duration attemptTimeout;
    private final MeterRegistry meters;

    AttemptRunner(
            AttemptLedger ledger,
            Renderer renderer,
            InTurn inTurn,
            Painter painter,
            Darkroom darkroom,
            PictureStorage storage,
            Unhurried unhurried,
            WorkerSettings settings,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.renderer = renderer;
        this.inTurn = inTurn;
        this.painter = painter;
        this.darkroom = darkroom;
        this.storage = storage;
        this.unhurried = unhurried;
        this.attemptTimeout = settings.attemptTimeout();
        this.meters = meters;
    }

    /** What came of drawing. */
    sealed interface Outcome {
        /** @param painting what was painted of it; null when nothing was */
        record Drawn(
                Rendering rendering,
                PictureFormat format,
                @Nullable Painting painting) implements Outcome {}

        record Failed(Failure failure) implements Outcome {}
    }

    /**
     * @param lane says whether there is a place already for what needs a browser
     * @throws InterruptedException when the lease was lost or the worker stops
     */
    Outcome render(Lane lane, AttemptLedger.Claim claim, HeldLease lease) throws InterruptedException {
        Renderer drawing = switch (lane) {
            case INTERACTIVE, BATCH, HEAVY -> renderer;
            case PROMPT -> inTurn::draw;
        };
        try {
            return draw(claim, lease, drawing);
        } catch (RenderException e) {
            return new Outcome.Failed(e.failure());
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("a defect while drawing", e);
            return new Outcome.Failed(new Failure(
                    FailureCode.INTERNAL,
                    "A defect of the farm, not of the submission; the worker's log has the details."));
        }
    }

    /** Pictures in a page are painted before it, since it is filled with them; one that is all there is, needs no page. */
    private Outcome.Drawn draw(AttemptLedger.Claim claim, HeldLease lease, Renderer drawing)
            throws RenderException, InterruptedException {
        Paintings inside = painter.paint(claim.attempt(), claim.tenant(), Resolver.pictures(claim), drawing);
        RenderSpec spec = Resolver.resolve(claim.spec(), painter.fill(claim.variables(), inside));
        return switch (spec.source()) {
            case Source.Painted(Prompt prompt) -> {
                Paintings own = painter.paint(claim.attempt(), claim.tenant(), Map.of(Paintings.OWN, prompt), drawing);
                yield new Outcome.Drawn(own.own(), spec.format(), own.painting());
            }
            case Source.Html _, Source.Handlebars _, Source.Expressions _, Source.Url _ -> {
                Duration atMost = attemptTimeout.plus(spec.ownTime());
                Rendering page = drawing.draw(spec, atMost, lease::progress);
                yield new Outcome.Drawn(inside.in(page), spec.format(), inside.painting());
            }
        };
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
            if (drawn.painting() == null) {
                developAndStore(attempt, lease, drawn, exposure);
                return;
            }
            // When hundreds end at once, the rest of the worker keeps its processor, disk and connections.
            unhurried.end(() -> developAndStore(attempt, lease, drawn, exposure));
        }
    }

    private void developAndStore(Attempt attempt, HeldLease lease, Outcome.Drawn drawn, Exposure exposure)
            throws InterruptedException {
        Picture picture;
        try {
            picture = darkroom.develop(exposure, drawn.format());
        } catch (RenderException e) {
            log.error("the picture could not be developed", e);
            fail(attempt, lease, e.failure());
            return;
        }
        store(attempt, lease, picture, drawn);
    }

    private void store(Attempt attempt, HeldLease lease, Picture picture, Outcome.Drawn drawn)
            throws InterruptedException {
        Artifact artifact;
        try {
            artifact = storage.store(attempt, picture).with(drawn.painting());
        } catch (IOException | RuntimeException e) {
            log.error("the picture could not be stored", e);
            Failure failure = new Failure(
                    FailureCode.STORAGE,
                    "The picture was drawn but could not be stored; the farm's operator can tell why.");
            fail(attempt, lease, failure);
            return;
        }
        if (finish(lease, artifact)
                && ledger.succeed(attempt, artifact, drawn.rendering().receipt())) {
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
