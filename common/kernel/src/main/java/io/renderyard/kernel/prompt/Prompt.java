package io.renderyard.kernel.prompt;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked to paint. Model, ratio and style are names in the {@link ModelCatalogue}, by which it was checked
 * when it came.
 *
 * @param words the caller's own, without the style's phrase; {@code {{name}}} in them is filled where the job has
 *     variables
 * @param ratio of the sides, such as {@code 16:9}
 * @param style null for none
 * @param reference address of a picture to go by; none when null
 * @param negative what must not be in the picture; nothing when null
 * @param seed the same one gives the same picture where the model can; chance when null
 * @param preview painted by the built-in painter, whichever models there are: the credential is for trying out
 */
public record Prompt(
        String words,
        String model,
        String ratio,
        @Nullable String style,
        @Nullable URI reference,
        @Nullable String negative,
        @Nullable Long seed,
        boolean preview) {
    public Prompt withWords(String other) {
        return new Prompt(other, model, ratio, style, reference, negative, seed, preview);
    }
}
