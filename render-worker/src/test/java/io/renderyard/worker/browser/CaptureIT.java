package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.styled;
import static io.renderyard.worker.browser.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.PictureFormat.Motion;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.Rendering;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureIT {
    private static final String SPIN = "<!doctype html><style>body{margin:0}i{position:absolute;top:0;width:20px;"
            + "height:20px;background:#f00;animation:go 1s linear infinite}@keyframes go{from{left:0}to{left:100px}}</style><i></i>";

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<div style='width:40px;height:20px'>x</div> | 40 | 20",
                "<style>p{}</style><div style='width:40px;height:20px'>x</div> | 40 | 20",
                "<div style='width:40px;height:20px;border:2px solid'>x</div> | 44 | 24",
                "<div style='width:40px;height:20px;margin:20px'>x</div> | 80 | 60",
                "<div style='width:40px;height:20px;margin:0 auto'>x</div> | 40 | 20",
                "<div style='width:40px;height:20px'></div><div style='width:60px;height:10px'></div> | 60 | 30",
                "<div style='height:20px'>x</div> | 200 | 20",
                "<i style='position:absolute;left:50px;top:300px;width:30px;height:40px'></i> | 30 | 40",
                "<script>1</script> | 200 | 100",
            })
    void aFragmentIsCutToWhatItHolds(String markup, int width, int height) throws Exception {
        Pixels drawn = pixels(fleet, with(html(markup), new Area.Content()));

        assertThat(drawn.width()).isEqualTo(width);
        assertThat(drawn.height()).isEqualTo(height);
    }

    @Test
    void aClipMayReachBeyondTheWindow() throws Exception {
        String page = "<body style='margin:0'><p style='position:absolute;left:300px;top:400px;width:9px;height:9px;"
                + "margin:0;background:#0f0'>";

        Pixels drawn = pixels(fleet, with(html(page), new Area.Clip(300, 400, 9, 9)));

        assertThat(drawn.width()).isEqualTo(9);
        assertThat(drawn.at(0, 0)).isEqualTo(Pixels.GREEN);
        assertThat(drawn.at(8, 8)).isEqualTo(Pixels.GREEN);
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSPARENT,, 0",
        "PAGE,, 255",
        "OPAQUE,, 255",
        "PAGE, 'body{background-color:transparent}', 0",
        "OPAQUE, 'body{background-color:transparent}', 255",
        "PAGE, 'body{background:none}', 255",
    })
    void theBackgroundHasThreeStates(Framing.Background background, @Nullable String css, int alpha) throws Exception {
        RenderSpec spec = styled(
                        html("<p style='background:#f00;margin:0;width:9px;height:9px'>"), css == null ? "" : css)
                .with(new Framing(new Area.Window(), background, SizeLimit.STANDARD));

        BufferedImage drawn = pixels(fleet, spec).image();

        assertThat(drawn.getRGB(150, 90) >>> 24).isEqualTo(alpha);
        assertThat(drawn.getRGB(10, 10) & 0xFFFFFF).isEqualTo(Pixels.RED);
        assertThat(pixels(fleet, html("x")).image().getRGB(150, 90))
                .as("the next one")
                .isEqualTo(0xFFFFFFFF);
    }

    @Test
    void aJpegIsLaidOnItsFill() throws Exception {
        Pixels drawn = pixels(fleet, html("x").with(new PictureFormat.Jpeg(100, new Colour(0x0000FF), null)));

        assertThat(drawn.at(150, 90) & 0xFF).isGreaterThan(250);
        assertThat(drawn.at(150, 90) >> 16).isLessThan(5);
    }

    @Test
    void aLongPageIsScrolledThroughBeforeItIsDrawn() throws Exception {
        String page = "<!doctype html><body style='margin:0'><div style='height:900px'></div>"
                + "<div id=late style='height:100px;background:#f00'></div><script>"
                + "new IntersectionObserver(e => { if (e[0].isIntersecting) late.style.background = '#0f0' }).observe(late)"
                + "</script>";

        Pixels drawn = pixels(fleet, with(html(page), new Area.FullPage()));

        assertThat(drawn.height()).isEqualTo(1_000);
        assertThat(drawn.at(100, 950)).isEqualTo(Pixels.GREEN);
    }

    @ParameterizedTest
    @CsvSource({"20000, 5000, 20000, 5000, 1", "15000, 12000, 10000, 4000, 2", "9000, 9000, 9000, 9000, 2"})
    void aVeryLargePictureIsTakenInTiles(int limitWidth, int limitHeight, int width, int height, double scale)
            throws Exception {
        String page = "<!doctype html><body style='margin:0'><div style='width:" + width + "px;height:" + height
                + "px;background:repeating-linear-gradient(90deg,#f00 0 50px,#00f 50px 100px)'></div>";
        RenderSpec spec = html(page)
                .with(new Viewport(200, 100, scale))
                .with(new Framing(
                        new Area.Clip(0, 0, width, height),
                        Framing.Background.PAGE,
                        new SizeLimit(limitWidth, limitHeight)));

        Rendering rendering = Fleets.draw(fleet, spec);

        try (Exposure.Mosaic mosaic = (Exposure.Mosaic) rendering.exposure()) {
            double fit = Math.min(1, Math.min(limitWidth / (width * scale), limitHeight / (height * scale)));
            assertThat(mosaic.width()).isEqualTo((int) Math.round(width * scale * fit));
            assertThat(mosaic.height()).isEqualTo((int) Math.round(height * scale * fit));
            int top = 0;
            for (List<Path> row : mosaic.rows()) {
                int left = 0;
                int rowHeight = 0;
                for (Path tile : row) {
                    BufferedImage drawn = ImageIO.read(tile.toFile());
                    int middle = left + 10;
                    int stripe = (int) ((middle + 0.5) / (scale * fit) / 50) % 2;
                    assertThat(drawn.getRGB(10, 10) & 0xFFFFFF)
                            .as("pixel %d of %s", middle, tile)
                            .isEqualTo(stripe == 0 ? Pixels.RED : Pixels.BLUE);
                    left += drawn.getWidth();
                    rowHeight = drawn.getHeight();
                }
                assertThat(left).isEqualTo(mosaic.width());
                top += rowHeight;
            }
            assertThat(top).isEqualTo(mosaic.height());
        }
        assertThat(rendering.receipt().flags()).contains(Receipt.Flag.TILED);
    }

    @Test
    void framesOfATimelineAreTheSameEveryTime() throws Exception {
        RenderSpec spec = html(SPIN).with(gif(null, Motion.AUTO));

        try (Exposure.Film first = (Exposure.Film) Fleets.draw(fleet, spec).exposure();
                Exposure.Film second = (Exposure.Film) Fleets.draw(fleet, spec).exposure()) {
            assertThat(first.frames()).hasSize(10);
            assertThat(first.delays()).containsOnly(Duration.ofMillis(100));
            for (int i = 0; i < 10; i++) {
                byte[] frame = Files.readAllBytes(first.frames().get(i));
                assertThat(Files.readAllBytes(second.frames().get(i))).isEqualTo(frame);
                BufferedImage drawn = ImageIO.read(first.frames().get(i).toFile());
                assertThat(drawn.getRGB(i * 10 + 10, 10) & 0xFFFFFF)
                        .as("frame %d", i)
                        .isEqualTo(Pixels.RED);
            }
        }
    }

    @Test
    void eachFrameIsToldAsProgress() throws Exception {
        List<String> told = new ArrayList<>();

        Rendering rendering =
                fleet.draw(html(SPIN).with(gif(null, Motion.AUTO)), ENOUGH, (done, of) -> told.add(done + " of " + of));

        rendering.exposure().close();
        assertThat(told).hasSize(10).startsWith("1 of 10", "2 of 10").endsWith("10 of 10");
    }

    @Test
    void whatScriptsMoveIsRecorded() throws Exception {
        String page = "<!doctype html><body style='margin:0'><i id=i style='position:absolute;width:9px;height:9px;"
                + "background:#f00'></i><script>let n = 0; setInterval(() => i.style.left = ++n + 'px', 20)</script>";

        Rendering rendering = Fleets.draw(fleet, html(page).with(gif(Duration.ofMillis(600), Motion.AUTO)));

        try (Exposure.Film film = (Exposure.Film) rendering.exposure()) {
            assertThat(film.frames().size()).isBetween(3, 6);
            assertThat(film.delays().stream().mapToLong(Duration::toMillis).sum())
                    .isBetween(595L, 900L);
        }
        assertThat(rendering.receipt().flags()).contains(Receipt.Flag.RECORDED);
    }

    @Test
    void aPageOnWhichNothingMovesIsNoMovingPicture() {
        assertThat(failure(fleet, html("still").with(gif(Duration.ofMillis(300), Motion.AUTO)), ENOUGH)
                        .code())
                .isEqualTo(FailureCode.NOTHING_MOVES);
        assertThat(failure(fleet, html("still").with(gif(null, Motion.TIMELINE)), ENOUGH)
                        .code())
                .isEqualTo(FailureCode.NOTHING_MOVES);
    }

    private static PictureFormat gif(@Nullable Duration length, Motion motion) {
        return new PictureFormat.Gif(10, length, Duration.ofSeconds(5), motion, 256, 0);
    }
}
