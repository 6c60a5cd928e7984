package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.AddressReader;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.prompt.ModelOffer;
import io.renderyard.kernel.prompt.Prompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a model is asked to paint. Lengths are counted in code points, as people count characters. */
final class PromptReader {
    private static final int FEWEST = 5;
    private static final int MOST = 5_000;
    private static final int MOST_NEGATIVE = 2_000;

    private final Violations violations;
    private final SubmissionContext context;

    PromptReader(Violations violations, SubmissionContext context) {
        this.violations = violations;
        this.context = context;
    }

    /** Null when there is none that could be painted, which is then noted. */
    @Nullable
    Prompt read(String field, PromptRequest asked) {
        String words = words(field + ".prompt", asked.prompt());
        ModelOffer model = model(field + ".model", asked.model());
        String ratio = model == null ? null : ratio(field + ".aspectRatio", asked.aspectRatio(), model);
        String style = style(field + ".style", asked.style());
        var reference = asked.referenceImageUrl() == null
                ? null
                : new AddressReader(violations).read(field + ".referenceImageUrl", asked.referenceImageUrl());
        String negative = negative(field + ".negativePrompt", asked.negativePrompt());
        Long seed = seed(field + ".seed", asked.seed());
        return words == null || model == null || ratio == null
                ? null
                : new Prompt(words, model.name(), ratio, style, reference, negative, seed, context.trial());
    }

    private @Nullable String words(String field, @Nullable String words) {
        if (words == null) {
            violations.add(field, "is required");
            return null;
        }
        int length = length(words);
        if (length < FEWEST || length > MOST) {
            violations.add(field, "must have " + FEWEST + " to " + MOST + " characters");
        } else if (words.isBlank()) {
            violations.add(field, "must not be empty");
        }
        return words;
    }

    private @Nullable ModelOffer model(String field, @Nullable String name) {
        List<ModelOffer> models = context.models().models();
        if (name == null) {
            return models.getFirst();
        }
        ModelOffer found = context.models().find(name).orElse(null);
        if (found == null) {
            violations.add(field, oneOf(context.models().names()));
        }
        return found;
    }

    private String ratio(String field, @Nullable String ratio, ModelOffer model) {
        if (ratio == null) {
            return model.ratios().getFirst();
        }
        if (!model.ratios().contains(ratio)) {
            violations.add(field, oneOf(model.ratios()) + " for " + model.name());
        }
        return ratio;
    }

    private @Nullable String style(String field, @Nullable String style) {
        List<String> styles = context.models().styles();
        if (style != null && !styles.contains(style)) {
            violations.add(field, styles.isEmpty() ? "must be left out: no style is configured" : oneOf(styles));
        }
        return style;
    }

    private @Nullable String negative(String field, @Nullable String words) {
        if (words != null && length(words) > MOST_NEGATIVE) {
            violations.add(field, "must not be longer than " + MOST_NEGATIVE + " characters");
        }
        return words == null || words.isBlank() ? null : words;
    }

    private @Nullable Long seed(String field, @Nullable Integer seed) {
        return seed == null ? null : (long) violations.within(field, seed, 0, 0, Integer.MAX_VALUE);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String oneOf(List<String> words) {
        return "must be " + Violations.list(words, "or");
    }
}
