package io.renderyard.expression;

import java.util.HashSet;
import java.util.Set;

/**
 * What filling in a template may cost, so that none can hold up a worker: steps, characters that are read, and
 * characters that are made, if only to be thrown away again. Counted of one place, and of all together.
 */
final class Budget {
    private static final int PLACE_STEPS = 10_000;
    private static final int PLACE_MADE = 1 << 20;

    private static final int STEPS = 500_000;
    private static final int TURN_STEPS = 4;

    /** Deeper than any JSON that is let in, and not too deep for a thread's stack. */
    private static final int DEEPEST = 1_000;

    private static final int READ = 12_000_000;
    private static final int MADE = 1 << 22;

    /** The first use of a locale reads its data from the disk. */
    private static final int MOST_LOCALES = 8;

    private final Set<String> locales = new HashSet<>();
    private final Set<String> formats = new HashSet<>();
    private long steps;
    private long read;
    private long made;
    private long stepsBefore;
    private long madeBefore;
    private int depth;

    /** A place begins. */
    void begin() {
        stepsBefore = steps;
        madeBefore = made;
        depth = 0;
    }

    /** What follows stands inside something; {@link #leave()} says that it ends. */
    void enter() throws EvaluationException {
        if (++depth > DEEPEST) {
            throw tooMany("values stand inside each other more than %,d deep".formatted(DEEPEST));
        }
    }

    void leave() {
        depth--;
    }

    void step() throws EvaluationException {
        step(1);
    }

    /** @param count a step takes some 20 ns */
    void step(int count) throws EvaluationException {
        steps += count;
        if (steps - stepsBefore > PLACE_STEPS) {
            throw tooMany("an expression takes more than %,d steps".formatted(PLACE_STEPS));
        }
        mustLast();
    }

    /** A block is none of any place's steps. */
    void block() throws EvaluationException {
        around(1);
    }

    /** A turn of a loop is none, either. */
    void turn() throws EvaluationException {
        around(TURN_STEPS);
    }

    private void around(int count) throws EvaluationException {
        steps += count;
        stepsBefore += count;
        mustLast();
    }

    private void mustLast() throws EvaluationException {
        if (steps > STEPS) {
            throw tooMany("the template takes more than %,d steps".formatted(STEPS));
        }
    }

    /** Characters are about to be looked at. */
    void read(int characters) throws EvaluationException {
        if (read + characters > READ) {
            throw tooMany("the template's expressions look at more than %,d characters".formatted(READ));
        }
        read += characters;
    }

    /** Characters of a text, or their like of something else, are about to be made. */
    void make(long characters) throws EvaluationException {
        if (made - madeBefore + characters > PLACE_MADE) {
            throw tooLong("an expression makes texts of more than %,d characters".formatted(PLACE_MADE));
        }
        if (made + characters > MADE) {
            throw tooLong("the template's expressions make texts of more than %,d characters".formatted(MADE));
        }
        made += characters;
    }

    /** A number is about to be written in a locale, in one of its formats; the first time costs more. */
    void format(String locale, String format) throws EvaluationException {
        if (locales.add(locale) && locales.size() > MOST_LOCALES) {
            throw tooMany("the template uses more than %,d locales".formatted(MOST_LOCALES));
        }
        step(formats.add(format) ? 1_000 : 32);
    }

    long steps() {
        return steps;
    }

    long read() {
        return read;
    }

    long made() {
        return made;
    }

    private static EvaluationException tooMany(String what) {
        return new EvaluationException(EvaluationException.Code.TOO_MANY_STEPS, what);
    }

    private static EvaluationException tooLong(String what) {
        return new EvaluationException(EvaluationException.Code.TOO_LONG, what);
    }
}
