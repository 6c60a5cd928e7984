package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import java.util.stream.Stream;

/** Whether the same words may come to another picture a moment later. */
final class Chance {
    private Chance() {}

    /** True for what lies outside, and for what a model paints without a seed. */
    static boolean mayDiffer(RenderSpec spec, Variables variables) {
        return visitsAddress(spec.source(), spec.format())
                || (spec.source() instanceof Source.Painted(Prompt prompt) && mayDiffer(prompt))
                || variables.pictures().values().stream().anyMatch(Chance::mayDiffer);
    }

    private static boolean mayDiffer(Prompt prompt) {
        return prompt.seed() == null || prompt.reference() != null;
    }

    static boolean visitsAddress(Source source, PictureFormat format) {
        Stream<Source> more = format instanceof PictureFormat.Pdf pdf ? pdf.more().stream() : Stream.empty();
        return Stream.concat(Stream.of(source), more).anyMatch(Source.Url.class::isInstance);
    }
}
