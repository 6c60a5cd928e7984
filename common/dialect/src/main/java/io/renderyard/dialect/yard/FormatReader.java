package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.PictureFormat.Packing;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the format with the options that it has; {@link FormatOptions} refuses the others. */
final class FormatReader {
    private static final int DEFAULT_QUALITY = 80;
    private static final int DEFAULT_AVIF_QUALITY = 60;
    private static final int DEFAULT_SPEED = 6;

    private final Violations violations;

    FormatReader(Violations violations) {
        this.violations = violations;
    }

    PictureFormat read(OutputRequest output) {
        FormatName format = FormatName.find(Objects.requireNonNullElse(output.format(), "png"));
        if (format == null) {
            violations.add("output.format", "must be " + FormatName.all());
            return new PictureFormat.Png();
        }
        new FormatOptions(output).refuseOthersThan(format, violations);
        return switch (format) {
            case PNG -> new PictureFormat.Png(packing(output), dpi(output));
            case JPEG -> new PictureFormat.Jpeg(quality(output, DEFAULT_QUALITY), fill(output), dpi(output));
            case WEBP ->
                new PictureFormat.Webp(quality(output, DEFAULT_QUALITY), Boolean.TRUE.equals(output.lossless()));
            case AVIF ->
                new PictureFormat.Avif(
                        quality(output, DEFAULT_AVIF_QUALITY),
                        violations.within("output.speed", output.speed(), DEFAULT_SPEED, 0, 10));
            case GIF -> new GifReader(violations).read(Objects.requireNonNullElse(output.gif(), GifRequest.NOTHING));
            case PDF -> new PdfReader(violations).read(Objects.requireNonNullElse(output.pdf(), PdfRequest.NOTHING));
        };
    }

    /** As {@link #read}, where nothing could move or have pages. */
    PictureFormat still(OutputRequest output) {
        FormatName format = FormatName.find(Objects.requireNonNullElse(output.format(), "png"));
        if (format == FormatName.GIF || format == FormatName.PDF) {
            violations.add("output.format", "must be png, jpeg, webp or avif for a prompt: it gives one still picture");
            return new PictureFormat.Png();
        }
        return read(output);
    }

    private int quality(OutputRequest output, int otherwise) {
        return violations.within("output.quality", output.quality(), otherwise, 1, 100);
    }

    private @Nullable Integer dpi(OutputRequest output) {
        Integer dpi = output.dpi();
        return dpi == null ? null : violations.within("output.dpi", dpi, dpi, 30, 600);
    }

    private Packing packing(OutputRequest output) {
        Compression compression = violations.choice("output.compression", output.compression(), Compression.FAST);
        if (output.colors() == null) {
            return switch (compression) {
                case FAST -> new Packing.Fast();
                case COMPACT -> new Packing.Compact();
            };
        }
        if (output.compression() != null) {
            violations.add("output.colors", "must not come with compression: a palette is compact already");
        }
        return new Packing.Palette(violations.within("output.colors", output.colors(), 256, 2, 256));
    }

    private Colour fill(OutputRequest output) {
        String background = output.background();
        if (background == null) {
            return Colour.WHITE;
        }
        return Colour.parse(background).orElseGet(() -> {
            violations.add("output.background", "must be a colour of the form #rrggbb");
            return Colour.WHITE;
        });
    }

    private enum Compression {
        FAST,
        COMPACT
    }
}
