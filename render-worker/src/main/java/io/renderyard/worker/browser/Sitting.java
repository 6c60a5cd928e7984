package io.renderyard.worker.browser;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** One page in front of the camera: every step from an empty tab to the picture, in its order. */
record Sitting(RenderSpec spec, Tab tab, Landing landing, Notes notes, Extras extras, Deadline deadline) {
    Exposure hold() throws DevToolsException, RenderException, InterruptedException {
        notes.step("prepare");
        Emulation.apply(spec, tab, deadline);
        try (Interception traffic = Interception.of(spec, tab, notes, extras, deadline);
                Observation console = Observation.of(tab, notes)) {
            if (spec.source() instanceof Source.Html && !Stage.isShared(spec)) {
                tab.renew(deadline);
            }
            notes.step("load");
            Readiness readiness =
                    new Readiness(spec, deadline.within(spec.waiting().atMost()));
            CompletableFuture<Answer> asked = entrance().bring(tab, readiness, landing, deadline);
            return expose(readiness, asked, AddedAfter.of(spec, traffic, extras), traffic);
        }
    }

    private Entrance entrance() throws RenderException {
        return switch (spec.source()) {
            case Source.Html html ->
                new MarkupEntrance(AddedBefore.linked(
                        AddedBefore.to(html.markup(), spec.additions()),
                        extras.styleSheets(spec.additions().fonts())));
            case Source.Url url -> {
                Landing.checkStart(url.address());
                yield new AddressEntrance(url.address());
            }
        };
    }

    private Exposure expose(
            Readiness readiness, CompletableFuture<Answer> asked, AddedAfter added, Interception traffic)
            throws DevToolsException, RenderException, InterruptedException {
        CompletableFuture<Answer> ready = asked;
        while (true) {
            try {
                return once(readiness, ready, added, traffic);
            } catch (DevToolsException.Refused e) {
                if (!e.isForAnotherDocument()) {
                    throw e;
                }
                // The page moved on by itself in mid-capture: the document it moves to is the one to draw.
                ready = readiness.ask(tab);
            }
        }
    }

    private Exposure once(Readiness readiness, CompletableFuture<Answer> ready, AddedAfter added, Interception traffic)
            throws DevToolsException, RenderException, InterruptedException {
        notes.step("wait");
        settle(readiness, ready, added, traffic);
        Defects.check(spec.waiting().refuse(), notes);
        notes.step("capture");
        Stillness.impose(spec.format(), tab, deadline);
        Exposure exposure = switch (spec.format()) {
            case PictureFormat.Still still -> new StillCamera(spec, still, notes, deadline).take(tab);
            case PictureFormat.Gif ignored -> throw new RenderException(FailureCode.INTERNAL, "not yet");
            case PictureFormat.Pdf ignored -> throw new RenderException(FailureCode.INTERNAL, "not yet");
        };
        landing.checkEnd(tab, deadline);
        return exposure;
    }

    private void settle(Readiness readiness, CompletableFuture<Answer> asked, AddedAfter added, Interception traffic)
            throws DevToolsException, RenderException, InterruptedException {
        try {
            arrive(readiness, asked);
            traffic.awaitConsent(readiness.deadline());
            if (added.to(tab, readiness.deadline())) {
                arrive(readiness, readiness.ask(tab));
            }
        } catch (DevToolsException.Late e) {
            if (spec.waiting().onTimeout() == Waiting.OnTimeout.FAIL || deadline.isOver()) {
                throw e;
            }
            notes.flag(Receipt.Flag.NOT_READY);
        }
    }

    private void arrive(Readiness readiness, CompletableFuture<Answer> asked)
            throws DevToolsException, RenderException, InterruptedException {
        JsonNode page = readiness.page(tab, asked);
        notes.arrived(page);
        landing.checkReady(page.path("address").asString(""), tab, deadline);
    }
}
