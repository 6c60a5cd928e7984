package io.renderyard.worker.painting;

import static io.renderyard.worker.painting.Examples.ATTEMPT;
import static io.renderyard.worker.painting.Examples.following;
import static io.renderyard.worker.painting.Examples.picture;
import static io.renderyard.worker.painting.Examples.preview;
import static io.renderyard.worker.painting.Examples.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.MDC;

@Timeout(30)
class PainterTest {
    private static final Renderer NO_BROWSER = (spec, atMost, progress) -> {
        throw new AssertionError("a model needs no browser");
    };

    private static final String ADDRESS = "https://a.example/boat.png";

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final PlayedPaintingLedger ledger = new PlayedPaintingLedger();
    private final PlayedModels models = new PlayedModels().gives(picture("png", 64, 36));
    private final Painter painter = PlayedPainter.painter(
            models, ledger, Examples.WORKER, Examples.PROMPTS, Map.of(ADDRESS, picture("png", 5, 5)));

    @Test
    void aModelPaintsAfterItsCreditsAreSetAside() throws Exception {
        Paintings painted = own(prompt("quick"));

        assertThat(ledger.reserved()).containsExactly("0.6 of quick within 100");
        assertThat(painted.painting()).isEqualTo(new Painting("fal", new BigDecimal("0.6")));
        assertThat(painted.own().exposure())
                .isInstanceOfSatisfying(
                        Exposure.Canvas.class,
                        canvas -> assertThat(canvas.size()).isEqualTo(new Extent.Still(64, 36)));
        assertThat(painted.own().receipt().paintings())
                .containsExactly(new Receipt.Painted("", "fal", "fal-ai/a-model", "r-1", Duration.ofSeconds(1)));
        assertThat(painted.own().receipt().browser()).isEmpty();
    }

    @Test
    void aModelThatIsNotExactKeepsTheProvidersSize() throws Exception {
        assertThat(own(prompt("good")).own().exposure())
                .isInstanceOfSatisfying(
                        Exposure.Canvas.class,
                        canvas -> assertThat(canvas.size()).isNull());
    }

    @Test
    void theStylesPhraseFollowsTheWords() throws Exception {
        own(Examples.styled("quick", "vintage"));
        own(Examples.styled("quick", "no such style any more"));

        assertThat(models.asked())
                .extracting(PlayedModels.Asked::words)
                .containsExactly("a red boat, faded film", "a red boat");
    }

    @Test
    void withoutCreditsNobodyIsAsked() {
        ledger.empty();

        assertFails(() -> own(prompt("good")), FailureCode.CREDITS_EXHAUSTED, "costs 4 credits");
        assertThat(models.asked()).isEmpty();
    }

    @Test
    void whatIsNoLongerOfferedFailsAndSaysSo() {
        assertFails(() -> own(prompt("gone")), FailureCode.MODEL_UNAVAILABLE, "model gone is no longer offered");
        Prompt square = new Prompt("a red boat", "good", "3:1", null, null, null, null, false);
        assertFails(() -> own(square), FailureCode.MODEL_UNAVAILABLE, "no longer has the ratio 3:1");
        assertThat(ledger.reserved()).isEmpty();
    }

    @Test
    void aProvidersFailureIsTheJobs() {
        models.first(picture -> {
            throw new RenderException(FailureCode.PROMPT_REFUSED, "not that");
        });

        assertFails(() -> own(prompt("quick")), FailureCode.PROMPT_REFUSED, "not that");
    }

    @Test
    void whatAProviderWasAskedIsRememberedForTheNextAttempt() throws Exception {
        own(prompt("quick"));
        own(prompt("quick"));

        assertThat(ledger.handles()).containsExactly(Map.entry("", "first++"));
    }

    @Test
    void aModelGetsTheReferenceAndOneThatTakesNoneSaysSo() throws Exception {
        Paintings taken = own(following("good", ADDRESS));
        Paintings ignored = own(following("quick", ADDRESS));

        assertThat(models.asked()).extracting(PlayedModels.Asked::reference).containsExactly("image/png", null);
        assertThat(taken.own().receipt().flags()).isEmpty();
        assertThat(ignored.own().receipt().flags()).containsExactly(Receipt.Flag.REFERENCE_IGNORED);
    }

    @Test
    void aReferenceThatCannotBeFetchedFailsTheJob() {
        assertFails(
                () -> own(following("good", "https://a.example/gone.png")),
                FailureCode.REFERENCE_UNAVAILABLE,
                "its server answers with status 404");
        assertThat(models.asked()).isEmpty();
    }

    @Test
    void aPreviewIsDrawnByABrowserAndCostsNothing() throws Exception {
        List<RenderSpec> drawn = new CopyOnWriteArrayList<>();
        byte[] png = picture("png", 64, 36);

        Paintings painted = painter.paint(ATTEMPT, tenant, Map.of(Paintings.OWN, preview(null)), (spec, most, told) -> {
            drawn.add(spec);
            return Examples.drawn(png);
        });

        assertThat(drawn)
                .containsExactly(RenderSpec.plain(
                        new Source.Html("preview a red boat "), new Viewport(64, 36, 1), new PictureFormat.Png()));
        assertThat(ledger.reserved()).isEmpty();
        assertThat(models.asked()).isEmpty();
        assertThat(painted.painting()).isEqualTo(new Painting("preview", new BigDecimal("4")));
        Receipt receipt = painted.own().receipt();
        assertThat(receipt.browser()).isEqualTo("Chrome/156");
        assertThat(receipt.paintings()).singleElement().satisfies(one -> {
            assertThat(one.backend()).isEqualTo("preview");
            assertThat(one.model()).isEmpty();
        });
    }

    @Test
    void aPreviewShowsTheReference() throws Exception {
        List<RenderSpec> drawn = new CopyOnWriteArrayList<>();

        painter.paint(ATTEMPT, tenant, Map.of(Paintings.OWN, preview(ADDRESS)), (spec, most, told) -> {
            drawn.add(spec);
            return Examples.drawn(picture("png", 64, 36));
        });

        assertThat(((Source.Html) drawn.getFirst().source()).markup()).contains("data:image/png;base64,");
    }

    @Test
    void withoutAnyProviderEverythingIsAPreview() throws Exception {
        models.unconfigured();

        Paintings painted = painter.paint(
                ATTEMPT,
                tenant,
                Map.of(Paintings.OWN, prompt("quick")),
                (spec, most, told) -> Examples.drawn(picture("png", 64, 36)));

        assertThat(painted.painting()).isEqualTo(new Painting("preview", new BigDecimal("0.6")));
        assertThat(ledger.reserved()).isEmpty();
    }

    @Test
    void allPicturesOfAPageArePaidForOnceAndPaintedAtMostFourAtOnce() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        MDC.put("job", "this one");
        models.first(picture -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            assertThat(MDC.get("job")).isEqualTo("this one");
            four.countDown();
            four.await();
            atWork.decrementAndGet();
        });
        Map<String, Prompt> prompts = new LinkedHashMap<>();
        for (int i = 0; i < 7; i++) {
            prompts.put("p" + i, prompt(i == 0 ? "good" : "quick"));
        }

        Paintings painted = painter.paint(ATTEMPT, tenant, prompts, NO_BROWSER);
        MDC.clear();

        assertThat(ledger.reserved()).containsExactly("7.6 of good, quick within 100");
        assertThat(most).hasValue(4);
        assertThat(painted.painting()).isEqualTo(new Painting("fal", new BigDecimal("7.6")));
        assertThat(painted.pictures())
                .extracting(one -> one.order().picture())
                .containsExactlyElementsOf(prompts.keySet());
        assertThat(painted.in(Examples.drawn(new byte[0])).receipt().paintings())
                .hasSize(7);
    }

    @Test
    void theFirstFailureEndsTheOthers() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        models.first(picture -> {
            if (picture.equals("bad")) {
                assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
                throw new RenderException(FailureCode.MODEL_FAILED, "no");
            }
            try {
                begun.countDown();
                new CountDownLatch(1).await();
            } finally {
                stopped.countDown();
            }
        });

        assertFails(
                () -> painter.paint(
                        ATTEMPT, tenant, Map.of("slow", prompt("quick"), "bad", prompt("quick")), NO_BROWSER),
                FailureCode.MODEL_FAILED,
                "no");
        assertThat(stopped.getCount()).isZero();
    }

    @Test
    void anInterruptionEndsAll() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch stopped = new CountDownLatch(2);
        models.first(picture -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                stopped.countDown();
            }
        });
        Thread thread = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(() -> painter.paint(
                                ATTEMPT, tenant, Map.of("a", prompt("quick"), "b", prompt("quick")), NO_BROWSER))
                        .isInstanceOf(InterruptedException.class));
        begun.await();

        thread.interrupt();

        stopped.await();
        assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void picturesBecomeValuesOfTheirVariables() throws Exception {
        Variables variables = new Variables(Map.of("title", "Boats"), Map.of("bg", prompt("quick")));
        Paintings painted = painter.paint(ATTEMPT, tenant, variables.pictures(), NO_BROWSER);

        Map<String, ?> values = painter.fill(variables, painted).values();

        assertThat(values.get("title")).isEqualTo("Boats");
        assertThat(String.valueOf(values.get("bg")))
                .startsWith("data:image/png;base64,iVBOR")
                .doesNotContain("=");
    }

    @Test
    void aLargePictureIsWrittenSmallerForAPage() throws Exception {
        byte[] large = Arrays.copyOf(picture("png", 64, 36), 1_600_000);
        models.gives(large);
        Variables variables = new Variables(Map.of(), Map.of("bg", prompt("quick")));
        Paintings painted = painter.paint(ATTEMPT, tenant, variables.pictures(), NO_BROWSER);

        assertThat(String.valueOf(painter.fill(variables, painted).values().get("bg")))
                .startsWith("data:image/jpeg;base64,")
                .hasSizeLessThan(10_000);
    }

    @Test
    void whatIsNoPictureIsTheProvidersFailure() throws Exception {
        models.gives(new byte[] {1, 2, 3});
        Variables variables = new Variables(Map.of(), Map.of("bg", prompt("quick")));
        Paintings painted = painter.paint(ATTEMPT, tenant, variables.pictures(), NO_BROWSER);

        assertFails(() -> painter.fill(variables, painted), FailureCode.MODEL_FAILED, "gave no picture");
    }

    private Paintings own(Prompt prompt) throws RenderException, InterruptedException {
        return painter.paint(ATTEMPT, tenant, Map.of(Paintings.OWN, prompt), NO_BROWSER);
    }

    private static void assertFails(ThrowingCallable step, FailureCode code, String why) {
        assertThatThrownBy(step).isInstanceOfSatisfying(RenderException.class, e -> {
            assertThat(e.failure().code()).isEqualTo(code);
            assertThat(e.failure().message()).contains(why);
        });
    }
}
