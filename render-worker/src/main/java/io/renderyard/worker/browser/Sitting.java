package io.renderyard.worker.browser;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One page in front of the camera: every step from an empty tab to the picture, in its order. */
record Sitting(RenderSpec spec, Tab tab, Studio studio) {
    private static final Logger LOG = LoggerFactory.getLogger(Sitting.class);

    Exposure hold() throws DevToolsException, RenderException, InterruptedException {
        Deadline deadline = studio.deadline();
        studio.notes().step("prepare");
        Emulation.apply(spec, tab, deadline);
        try (Interception traffic = Interception.of(spec, tab, studio.notes(), studio.extras(), deadline);
                Observation console = Observation.of(tab, studio.notes());
                NetworkQuiet quiet = NetworkQuiet.of(spec, tab, deadline);
                ReadySignal signal = ReadySignal.of(spec, tab, deadline)) {
            if (spec.source() instanceof Source.Html && !Stage.isShared(spec)) {
                tab.renew(deadline);
            }
            return drawn(traffic, quiet);
        }
    }

    private Exposure drawn(Interception traffic, NetworkQuiet quiet)
            throws DevToolsException, RenderException, InterruptedException {
        studio.notes().step("load");
        try (LoadWatch load = studio.landing().watch(tab)) {
            Deadline patience = studio.deadline().within(spec.waiting().atMost());
            Readiness readiness = new Readiness(spec, quiet, load, patience);
            CompletableFuture<Answer> asked = brought(readiness);
            return expose(readiness, asked, AddedAfter.of(spec, traffic, studio.extras()), traffic);
        }
    }

    private CompletableFuture<Answer> brought(Readiness readiness)
            throws DevToolsException, RenderException, InterruptedException {
        try {
            return entrance().bring(tab, readiness, studio.landing(), studio.deadline());
        } catch (DevToolsException.Late e) {
            throw new Overdue(spec, tab, readiness).unanswered(e);
        }
    }

    private Entrance entrance() throws RenderException {
        return switch (spec.source()) {
            case Source.Html html ->
                new MarkupEntrance(AddedBefore.linked(
                        AddedBefore.to(spec, html.markup()),
                        studio.extras().styleSheets(spec.additions().fonts())));
            case Source.Handlebars _, Source.Expressions _, Source.Painted _ ->
                throw new IllegalArgumentException("A browser draws pages");
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
        studio.notes().step("wait");
        settle(readiness, ready, added, traffic);
        studio.landing().report(studio.notes());
        Defects.check(spec.waiting().refuse(), studio.notes());
        studio.notes().step("capture");
        Exposure exposure = captured();
        studio.landing().checkEnd(tab, studio.deadline());
        studio.landing().report(studio.notes());
        return exposure;
    }

    private Exposure captured() throws DevToolsException, RenderException, InterruptedException {
        Optional<ObjectNode> backdrop = Backdrop.of(spec);
        if (backdrop.isEmpty()) {
            return through();
        }
        tab.backdrop(backdrop.get(), studio.deadline());
        try {
            return through();
        } finally {
            tab.withoutBackdrop();
        }
    }

    private Exposure through() throws DevToolsException, RenderException, InterruptedException {
        return switch (spec.format()) {
            case PictureFormat.Still still -> new StillCamera(spec, still, studio).take(tab);
            case PictureFormat.Gif gif -> new FilmCamera(spec, gif, studio).take(tab);
            case PictureFormat.Pdf pdf -> new PaperCamera(pdf, studio).take(tab);
        };
    }

    private void settle(Readiness readiness, CompletableFuture<Answer> asked, AddedAfter added, Interception traffic)
            throws DevToolsException, RenderException, InterruptedException {
        try {
            arrived(readiness.page(tab, asked));
            traffic.awaitConsent(readiness.deadline());
            if (added.to(tab, readiness.deadline()) || !readiness.isOneQuestion()) {
                arrived(readiness.rest(tab));
            }
        } catch (DevToolsException.Late e) {
            RenderException failure = new Overdue(spec, tab, readiness).failure(e);
            if (spec.waiting().onTimeout() == Waiting.OnTimeout.FAIL
                    || studio.deadline().isOver()) {
                throw failure;
            }
            studio.notes().flag(Receipt.Flag.NOT_READY);
            asItIs(readiness, added);
        }
    }

    /** What is still on its way holds back the page's frames, and so the picture. */
    private void asItIs(Readiness readiness, AddedAfter added)
            throws DevToolsException, RenderException, InterruptedException {
        tab.call("Page.stopLoading", DevTools.params(), studio.deadline());
        boolean changed = added.to(tab, studio.deadline());
        LOG.debug("Drawing a page that is not ready; changed before: {}", changed);
        arrived(readiness.asItIs(tab, studio.deadline()));
    }

    private void arrived(JsonNode page) throws DevToolsException, RenderException, InterruptedException {
        studio.notes().arrived(page);
        studio.landing().checkReady(page.path("address").asString(""), tab, studio.deadline());
    }
}
