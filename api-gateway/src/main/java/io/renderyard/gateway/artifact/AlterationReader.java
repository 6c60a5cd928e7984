package io.renderyard.gateway.artifact;

import io.renderyard.imaging.Transform;
import io.renderyard.imaging.crop.Axis;
import io.renderyard.imaging.crop.Crop;
import io.renderyard.imaging.crop.Length;
import io.renderyard.imaging.crop.Origin;
import io.renderyard.imaging.crop.Ratio;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.PictureFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that change a picture. What is wrong is noted by the parameter's name. */
final class AlterationReader {
    private static final List<String> NAMES =
            List.of("width", "height", "x", "x2", "w", "xOrigin", "y", "y2", "h", "yOrigin", "ratio", "dpi");
    private static final Pattern RATIO = Pattern.compile("([1-9][0-9]{0,4}):([1-9][0-9]{0,4})");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final int QUALITY = 80;
    private static final int AVIF_QUALITY = 60;
    private static final int AVIF_SPEED = 6;

    private final Query query;
    private final List<FieldError> errors = new ArrayList<>();

    AlterationReader(Query query) {
        this.query = query;
    }

    /** Whether any of the parameters is there. */
    boolean changes() {
        return NAMES.stream().anyMatch(name -> !query.all(name).isEmpty());
    }

    /** To be looked at after reading; empty when all is well. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }

    Alteration read(StillName name) {
        Transform transform = new Transform(crop(), side("width"), side("height"));
        return new Alteration(transform, format(name, number("dpi", 30, 600)));
    }

    private PictureFormat.Still format(StillName name, @Nullable Integer dpi) {
        if (dpi != null && (name == StillName.WEBP || name == StillName.AVIF)) {
            wrong("dpi", "is for png and jpeg only");
        }
        return switch (name) {
            case PNG -> new PictureFormat.Png(new PictureFormat.Packing.Fast(), dpi);
            case JPEG -> new PictureFormat.Jpeg(QUALITY, Colour.WHITE, dpi);
            case WEBP -> new PictureFormat.Webp(QUALITY);
            case AVIF -> new PictureFormat.Avif(AVIF_QUALITY, AVIF_SPEED);
        };
    }

    private @Nullable Crop crop() {
        Axis x = new Axis(length("x"), length("x2"), length("w"), origin("xOrigin"));
        Axis y = new Axis(length("y"), length("y2"), length("h"), origin("yOrigin"));
        Ratio ratio = ratio();
        return ratio == null && x.equals(Axis.WHOLE) && y.equals(Axis.WHOLE) ? null : new Crop(x, y, ratio);
    }

    private @Nullable Integer side(String name) {
        return number(name, 1, Transform.MAX_SIDE);
    }

    private @Nullable Integer number(String name, int least, int most) {
        return value(
                name,
                text -> Optional.of(text)
                        .filter(WHOLE.asMatchPredicate())
                        .map(Integer::valueOf)
                        .filter(number -> number >= least && number <= most),
                "must be a whole number between " + least + " and " + most);
    }

    private @Nullable Length length(String name) {
        return value(name, Length::parse, "must be pixels or percent in whole numbers, such as 120, 120px or 50%");
    }

    private @Nullable Origin origin(String name) {
        return value(
                name,
                text -> Arrays.stream(Origin.values())
                        .filter(origin -> origin.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst(),
                "must be start, center or end");
    }

    private @Nullable Ratio ratio() {
        return value("ratio", AlterationReader::ratio, "must be width:height in whole numbers, such as 16:9");
    }

    private static Optional<Ratio> ratio(String text) {
        Matcher ratio = RATIO.matcher(text);
        return ratio.matches()
                ? Optional.of(new Ratio(Integer.parseInt(ratio.group(1)), Integer.parseInt(ratio.group(2))))
                : Optional.empty();
    }

    private <T> @Nullable T value(String name, Function<String, Optional<T>> reading, String form) {
        List<String> values = query.all(name);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            wrong(name, "must be there once");
            return null;
        }
        Optional<T> value = reading.apply(values.getFirst());
        if (value.isEmpty()) {
            wrong(name, form);
        }
        return value.orElse(null);
    }

    private void wrong(String name, String message) {
        errors.add(new FieldError(name, message));
    }
}
