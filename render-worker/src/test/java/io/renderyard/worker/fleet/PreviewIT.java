package io.renderyard.worker.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.worker.developing.Darkroom;
import io.renderyard.worker.painting.Painter;
import io.renderyard.worker.painting.Paintings;
import io.renderyard.worker.painting.PlayedPainter;
import io.renderyard.worker.rendering.Rendering;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prompts without a model, drawn by a real browser. */
class PreviewIT {
    private static final int SIDE = 320;

    @TempDir
    static Path runFolder;

    private static Walled browser;

    private final Painter painter = PlayedPainter.builtIn();

    @BeforeAll
    static void start() {
        browser = new Walled(runFolder);
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void aPromptBecomesAPictureOfItsSize() throws Exception {
        Paintings painted = paint(prompt("a lighthouse on a cliff at dusk, three red boats", null));

        BufferedImage image = decoded(developed(painted.own(), new PictureFormat.Png()));

        assertThat(image.getWidth()).isEqualTo(SIDE);
        assertThat(image.getHeight()).isEqualTo(SIDE);
        assertThat(IntStream.range(0, SIDE * SIDE)
                        .map(i -> image.getRGB(i % SIDE, i / SIDE))
                        .distinct()
                        .count())
                .isGreaterThan(50);
        assertThat(painted.own().receipt().browser()).contains("/");
        assertThat(painted.own().receipt().blockedRequests()).isEmpty();
        assertThat(painted.own().receipt().consoleErrors()).isEmpty();
    }

    @Test
    void theSamePromptIsTheSamePictureAndAnotherSeedIsNot() throws Exception {
        byte[] one = bytes(prompt("a fox in a snowy forest", null));

        assertThat(bytes(prompt("a fox in a snowy forest", null))).isEqualTo(one);
        assertThat(bytes(prompt("a fox in a snowy forest", 7L))).isNotEqualTo(one);
    }

    @Test
    void aPreviewMayBeOfAnyFormat() throws Exception {
        Picture picture = developed(paint(prompt("a cup of coffee", null)).own(), new PictureFormat.Webp(80));

        assertThat(picture.extent()).isEqualTo(new Extent.Still(SIDE, SIDE));
        assertThat(picture.format().contentType()).isEqualTo("image/webp");
    }

    private Paintings paint(Prompt prompt) throws Exception {
        return painter.paint(
                new Attempt(new JobId(UUID.randomUUID()), 1),
                new TenantId(UUID.randomUUID()),
                Map.of(Paintings.OWN, prompt),
                browser.fleet());
    }

    private byte[] bytes(Prompt prompt) throws Exception {
        return content(developed(paint(prompt).own(), new PictureFormat.Png()));
    }

    private static Picture developed(Rendering rendering, PictureFormat format) throws Exception {
        return Darkroom.in(Path.of(System.getProperty("java.io.tmpdir"))).develop(rendering.exposure(), format);
    }

    private static byte[] content(Picture picture) {
        return ((Content.InMemory) picture.content()).bytes();
    }

    private static BufferedImage decoded(Picture picture) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(content(picture)));
    }

    private static Prompt prompt(String words, @Nullable Long seed) {
        return new Prompt(words, "good", "1:1", "cartoon", null, null, seed, false);
    }
}
