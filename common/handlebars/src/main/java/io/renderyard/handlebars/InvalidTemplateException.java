package io.renderyard.handlebars;

/** A text is no template, or one that asks for more than is allowed. The message says where and why. */
public final class InvalidTemplateException extends Exception {
    private final int line;
    private final int column;
    private final String sentence;

    InvalidTemplateException(int line, int column, String sentence) {
        super(at(line, column, sentence));
        this.line = line;
        this.column = column;
        this.sentence = at(line, column, sentence);
    }

    private static String at(int line, int column, String sentence) {
        return "Line %d, column %d: %s".formatted(line, column, sentence);
    }

    /** The message: where, and what is wrong. */
    public String sentence() {
        return sentence;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1, in characters. */
    public int column() {
        return column;
    }
}
