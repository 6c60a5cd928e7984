package io.renderyard.expression;

/** A text that is not of the language. The message says what is wrong, the hint how to mend it. */
public final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    private final Code code;
    private final String text;
    private final int offset;
    private final String hint;

    /** Without a trace, since it tells of a text and not of the program, and may be made and caught very often. */
    SyntaxException(Code code, String message, String text, int offset, String hint) {
        super(message, null, false, false);
        this.code = code;
        this.text = text;
        this.offset = offset;
        this.hint = hint;
    }

    /** What is wrong, for programs. */
    public enum Code {
        /** It cannot be read. */
        UNREADABLE,
        /** A function that does not exist. */
        UNKNOWN_FUNCTION,
        /** Longer or deeper than it may be. */
        TOO_LARGE
    }

    /** What is wrong, for programs. */
    public Code code() {
        return code;
    }

    /** Where it is wrong. */
    public Position position() {
        return Position.of(text, offset);
    }

    /** How to mend it; may be empty. */
    public String hint() {
        return hint;
    }
}
