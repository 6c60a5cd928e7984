package io.renderyard.dialect.yard;

import static io.renderyard.dialect.yard.FormatName.AVIF;
import static io.renderyard.dialect.yard.FormatName.GIF;
import static io.renderyard.dialect.yard.FormatName.JPEG;
import static io.renderyard.dialect.yard.FormatName.PDF;
import static io.renderyard.dialect.yard.FormatName.PNG;
import static io.renderyard.dialect.yard.FormatName.WEBP;

import io.renderyard.dialect.field.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which options belong to which formats. One that would do nothing is refused, since its sender expects something. */
final class FormatOptions {
    private final List<Option> options;

    FormatOptions(OutputRequest output) {
        Set<FormatName> pictures = Set.of(PNG, JPEG, WEBP, AVIF, GIF);
        this.options = List.of(
                new Option("quality", output.quality(), Set.of(JPEG, WEBP, AVIF)),
                new Option("lossless", output.lossless(), Set.of(WEBP)),
                new Option("compression", output.compression(), Set.of(PNG)),
                new Option("colors", output.colors(), Set.of(PNG)),
                new Option("background", output.background(), Set.of(JPEG)),
                new Option("dpi", output.dpi(), Set.of(PNG, JPEG)),
                new Option("speed", output.speed(), Set.of(AVIF)),
                new Option("maxWidth", output.maxWidth(), pictures),
                new Option("maxHeight", output.maxHeight(), pictures),
                new Option("gif", output.gif(), Set.of(GIF)),
                new Option("pdf", output.pdf(), Set.of(PDF)));
    }

    void refuseOthersThan(FormatName format, Violations violations) {
        options.stream()
                .filter(option -> option.value() != null && !option.formats().contains(format))
                .forEach(option -> violations.add("output." + option.name(), option.refusal(format)));
    }

    private record Option(String name, @Nullable Object value, Set<FormatName> formats) {
        String refusal(FormatName format) {
            String refusal = "is for " + FormatName.labels(formats, "and") + " only";
            if (name.equals("quality") && format == PNG) {
                return refusal + "; a png is always exact";
            }
            if (name.equals("colors") && format == GIF) {
                return refusal + "; for a gif it is output.gif.colors";
            }
            return name.equals("background") ? refusal + "; what is behind the page is capture.background" : refusal;
        }
    }
}
