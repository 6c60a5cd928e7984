package io.renderyard.dialect.field;

import io.renderyard.kernel.job.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is wrong with one request, and the judgements that every part of it needs. What is wrong is noted and
 * replaced by something harmless, so that reading goes on and names the rest, too.
 */
public final class Violations {
    private final List<FieldError> errors = new ArrayList<>();

    public void add(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    public List<FieldError> all() {
        return List.copyOf(errors);
    }

    public boolean noneOf(String prefix) {
        return errors.stream().noneMatch(error -> error.field().startsWith(prefix));
    }

    public int within(String field, @Nullable Integer value, int otherwise, int least, int most) {
        if (value == null) {
            return otherwise;
        }
        if (value < least || value > most) {
            add(field, "must be between " + least + " and " + most);
            return otherwise;
        }
        return value;
    }

    public double within(String field, @Nullable Double value, double otherwise, double least, double most) {
        if (value == null) {
            return otherwise;
        }
        if (!(value >= least && value <= most)) {
            add(field, "must be between " + plain(least) + " and " + plain(most));
            return otherwise;
        }
        return value;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    /** A text that says something and is not too long; null when there is none. */
    public @Nullable String text(String field, @Nullable String text, int most) {
        if (text != null && text.isBlank()) {
            add(field, "must not be empty");
        }
        return bounded(field, text, most);
    }

    /** As {@link #text}, but it may be empty. */
    public @Nullable String bounded(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            add(field, "must not be longer than " + most + " characters");
        }
        return text;
    }

    /** One of an enum's constants in lower case; {@code otherwise} when there is none or it is not one of them. */
    public <T extends Enum<T>> T choice(String field, @Nullable String word, T otherwise) {
        return choice(field, word, otherwise.getDeclaringClass().getEnumConstants(), Violations::label)
                .orElse(otherwise);
    }

    public static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** One of a few words, in the order of their enum; empty when there is none or it is not one of them. */
    public <T extends Enum<T>> Optional<T> choice(
            String field, @Nullable String word, T[] values, Function<T, String> label) {
        if (word == null) {
            return Optional.empty();
        }
        Optional<T> chosen = Arrays.stream(values)
                .filter(value -> label.apply(value).equals(word))
                .findFirst();
        if (chosen.isEmpty()) {
            add(field, "must be " + list(Arrays.stream(values).map(label).toList(), "or"));
        }
        return chosen;
    }

    /** The elements of a list without its nulls, which are noted as what they should have been. */
    public <T> List<T> elements(String field, @Nullable List<@Nullable T> list, int most, String expected) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > most) {
            add(field, "must not have more than " + most + " elements");
            return List.of();
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                add(field + "[" + i + "]", expected);
            }
        }
        return list.contains(null)
                ? List.of()
                : list.stream().map(Objects::requireNonNull).toList();
    }

    /** {@code a, b or c}. */
    public static String list(List<String> words, String last) {
        if (words.size() == 1) {
            return words.getFirst();
        }
        return Stream.of(words.subList(0, words.size() - 1).stream().collect(Collectors.joining(", ")), words.getLast())
                .collect(Collectors.joining(" " + last + " "));
    }
}
