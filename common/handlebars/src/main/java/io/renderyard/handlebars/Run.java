package io.renderyard.handlebars;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Options;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One filling of a template: the text that becomes of it, and how much work it was. */
final class Run extends Writer {
    private static final int MOST_STEPS = 5_000_000;

    /** No template can write this name. */
    private static final String KEY = "the run";

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private int steps;

    Run(int longest) {
        this.longest = longest;
    }

    static Run of(Options options) {
        return options.data(KEY);
    }

    Context over(Map<String, ? extends @Nullable Object> values) {
        Members root = new Members(values);
        return Context.newBuilder(root)
                .resolver(new Values(this))
                .combine("@" + Scope.OWN + "root", root)
                .build()
                .data(KEY, this);
    }

    String text() {
        return text.toString();
    }

    /** Anything that a template can have done again and again. */
    void step() {
        if (++steps > MOST_STEPS) {
            throw new Exhausted(
                    "Filling the template takes more than %,d steps. Use fewer lists in lists, or shorter ones."
                            .formatted(MOST_STEPS));
        }
    }

    @Override
    public Run append(@Nullable CharSequence part) {
        if (part != null) {
            room(part.length());
            text.append(part);
        }
        return this;
    }

    @Override
    public void write(String part) {
        append(part);
    }

    @Override
    public void write(char[] part, int offset, int length) {
        room(length);
        text.append(part, offset, length);
    }

    private void room(int length) {
        step();
        if (length > longest - text.length()) {
            throw new Exhausted(
                    "With its variables filled in, the template would be longer than %,d characters. Shorten the values."
                            .formatted(longest));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** Of the library's kind, so that it passes through the library as it is. */
    static final class Exhausted extends HandlebarsException {
        private final String sentence;

        Exhausted(String sentence) {
            super(sentence, null);
            this.sentence = sentence;
        }

        String sentence() {
            return sentence;
        }
    }
}
