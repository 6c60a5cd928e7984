package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.prompt.ModelOffer;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Source;
import java.util.ArrayList;
import java.util.List;

/** What its sender should know of a submission that is accepted as it is. */
public final class Warnings {
    private Warnings() {}

    /** In a fixed order; empty when there is nothing to know. */
    public static List<String> of(Submission submission, ModelCatalogue models) {
        List<String> warnings = new ArrayList<>();
        if (submission.spec().source() instanceof Source.Painted(Prompt prompt) && ignoresReference(prompt, models)) {
            warnings.add(ignored("", prompt));
        }
        submission.variables().pictures().forEach((name, prompt) -> {
            if (ignoresReference(prompt, models)) {
                warnings.add(ignored("variables." + name + '.', prompt));
            }
        });
        return warnings;
    }

    private static boolean ignoresReference(Prompt prompt, ModelCatalogue models) {
        return prompt.reference() != null
                && !models.find(prompt.model()).map(ModelOffer::takesReference).orElse(false);
    }

    private static String ignored(String where, Prompt prompt) {
        return where + "referenceImageUrl ignored by " + prompt.model();
    }
}
