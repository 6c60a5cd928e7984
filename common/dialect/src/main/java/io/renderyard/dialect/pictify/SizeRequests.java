package io.renderyard.dialect.pictify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads requests to render a template in several sizes; sections 7.6 and 7.7. */
public final class SizeRequests {
    private static final int MOST = 20;

    private SizeRequests() {}

    /**
     * A template in one of the sizes.
     *
     * @param label the client's name for it, else the preset's; null when it has none
     * @param width CSS pixels
     * @param height as {@code width}
     */
    public record Sized(@Nullable String label, int width, int height, RenderRequest request) {}

    /** {@code POST /templates/{uid}/multi-size-render}; one element or more, in the order of the body. */
    public static Reading<List<Sized>> sizes(byte[] bytes) {
        return Members.of(bytes).map(body -> body.orWrong(read(body))).orElseGet(ImageRequests::unreadable);
    }

    private static List<Sized> read(Members body) {
        Common common = Common.read(body);
        List<Members> given = body.objects("sizes", MOST);
        if (given.isEmpty() && body.problems().isEmpty()) {
            body.wrong("sizes", "must have 1 to 20 elements", FieldProblem.REQUIRED);
        }
        List<Sized> sizes = new ArrayList<>();
        given.forEach(one -> sizes.add(sized(one, common)));
        return sizes;
    }

    private static Sized sized(Members one, Common common) {
        Optional<SizePreset> preset = one.choice("preset", SizePreset.labels()).map(SizePreset::of);
        boolean named = one.has("preset");
        String label = one.word("label", RenderRequests.LONGEST_NAME);
        int width = side(one, "width", preset.map(known -> known.size().width()), named);
        int height = side(one, "height", preset.map(known -> known.size().height()), named);
        return new Sized(
                label == null ? preset.map(SizePreset::label).orElse(null) : label,
                width,
                height,
                common.sized(width, height));
    }

    /** What of its size is not there the preset says. */
    private static int side(Members one, String name, Optional<Integer> preset, boolean named) {
        if (!one.has(name) && !named) {
            one.wrong(name, "is required, unless there is a preset", FieldProblem.REQUIRED);
        }
        return one.integer(
                name, preset.orElse(RenderRequests.SMALLEST), RenderRequests.SMALLEST, RenderRequests.LARGEST);
    }

    /** What all sizes share. */
    private record Common(
            Map<String, @Nullable Object> variables, List<String> layouts, PdfOptions options, OutputFormat output) {
        static Common read(Members body) {
            PdfOptions options = PdfOptions.read(body);
            String layout = body.word("layout", RenderRequests.LONGEST_NAME);
            return new Common(
                    SubjectReader.variables(body, "variables"),
                    layout == null ? List.of() : List.of(layout),
                    options,
                    OutputFormat.read(body, options.pdf()));
        }

        /** A document has paper of that size. */
        RenderRequest sized(int width, int height) {
            PdfOptions paper = options.onPaper(width, height);
            OutputFormat format = output.isPdf() ? new OutputFormat(output.word(), paper.pdf()) : output;
            return new RenderRequest(
                    variables,
                    layouts,
                    true,
                    List.of(),
                    Drawing.plain(format, width, height, 1),
                    output.isPdf() ? paper.preset() : options.preset());
        }
    }
}
