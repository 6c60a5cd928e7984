package io.renderyard.gateway.template;

/** A markup that is not of its language. The message says what is wrong. */
public final class FlawedTemplateException extends Exception {
    private static final long serialVersionUID = 1;

    private final Flaw flaw;
    private final int line;
    private final int column;
    private final String hint;

    FlawedTemplateException(Flaw flaw, int line, int column, String message, String hint) {
        super(message);
        this.flaw = flaw;
        this.line = line;
        this.column = column;
        this.hint = hint;
    }

    /** What is wrong, for programs. */
    public enum Flaw {
        UNREADABLE,
        UNKNOWN_FUNCTION,
        TOO_LARGE
    }

    public Flaw flaw() {
        return flaw;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1, in characters. */
    public int column() {
        return column;
    }

    /** How to mend it; may be empty. */
    public String hint() {
        return hint;
    }
}
