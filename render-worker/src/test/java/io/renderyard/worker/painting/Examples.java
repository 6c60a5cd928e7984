package io.renderyard.worker.painting;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.Rendering;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

final class Examples {
    static final Attempt ATTEMPT = new Attempt(new JobId(UUID.randomUUID()), 1);

    static final WorkerSettings WORKER = new Binder(new MapConfigurationPropertySource(Map.of()))
            .bindOrCreate("renderyard.worker", WorkerSettings.class);

    private static final List<PromptSettings.Size> SIZES =
            List.of(new PromptSettings.Size("1:1", 320, 320), new PromptSettings.Size("16:9", 64, 36));

    static final PromptSettings PROMPTS = new PromptSettings(
            List.of(
                    new PromptSettings.Model("quick", new BigDecimal("0.6"), false, true, SIZES, List.of()),
                    new PromptSettings.Model("good", new BigDecimal("4"), true, false, SIZES, List.of())),
            List.of(new PromptSettings.Style("vintage", "faded film")),
            Map.of(),
            new BigDecimal("100"),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));

    private Examples() {}

    static Prompt prompt(String model) {
        return new Prompt("a red boat", model, "16:9", null, null, null, null, false);
    }

    static Prompt styled(String model, String style) {
        return new Prompt("a red boat", model, "16:9", style, null, null, null, false);
    }

    static Prompt following(String model, String reference) {
        return new Prompt("a red boat", model, "16:9", null, URI.create(reference), null, null, false);
    }

    static Prompt preview(@Nullable String reference) {
        return new Prompt(
                "a red boat", "good", "16:9", null, reference == null ? null : URI.create(reference), null, null, true);
    }

    static byte[] picture(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Rendering drawn(byte[] png) {
        return new Rendering(
                new Exposure.Finished(new Picture(png, new PictureFormat.Png(), new Extent.Still(64, 36))),
                new Receipt(
                        "",
                        "about:blank",
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "Chrome/156",
                        "fo",
                        Set.of()));
    }
}
