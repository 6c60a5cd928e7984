package io.renderyard.gateway.artifact;

import io.renderyard.imaging.crop.Length;
import io.renderyard.imaging.crop.Ratio;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a value is written.
 *
 * @param reading empty when a text is not of the form
 * @param rule what is said of a wrong text, such as "must be start, center or end"
 */
public record Form<T>(Function<String, Optional<T>> reading, String rule) {
    static final Form<Length> LENGTH =
            new Form<>(Length::parse, "must be pixels or percent in whole numbers, such as 120, 120px or 50%");

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    static Form<Integer> between(int least, int most) {
        return new Form<>(
                text -> Optional.of(text)
                        .filter(WHOLE.asMatchPredicate())
                        .map(Integer::valueOf)
                        .filter(number -> number >= least && number <= most),
                "must be a whole number between " + least + " and " + most);
    }

    /** @param separator stands between width and height */
    public static Form<Ratio> ratio(String separator) {
        String side = "([1-9][0-9]{0,4})";
        Pattern form = Pattern.compile(side + Pattern.quote(separator) + side);
        return new Form<>(
                text -> Optional.of(form.matcher(text)).filter(Matcher::matches).map(Form::ratio),
                "must be width%sheight in whole numbers, such as 16%s9".formatted(separator, separator));
    }

    private static Ratio ratio(Matcher sides) {
        return new Ratio(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
    }
}
