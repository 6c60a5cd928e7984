package io.renderyard.worker.attempt;

import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.process.prompt.PromptSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** One model and one style. */
final class PlayedPrompts {
    static final PromptSettings SETTINGS = new PromptSettings(
            List.of(new PromptSettings.Model(
                    "a-model",
                    new BigDecimal("0.6"),
                    true,
                    true,
                    List.of(new PromptSettings.Size("1:1", 32, 32)),
                    List.of())),
            List.of(new PromptSettings.Style("vintage", "faded film")),
            Map.of(),
            null,
            Duration.ofSeconds(20),
            Duration.ofSeconds(20));

    private PlayedPrompts() {}

    static Prompt prompt(String words) {
        return new Prompt(words, "a-model", "1:1", null, null, null, null, false);
    }

    static byte[] png(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
