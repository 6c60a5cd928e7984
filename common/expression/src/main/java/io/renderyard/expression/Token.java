package io.renderyard.expression;

/**
 * The smallest piece of an expression.
 *
 * @param text of a string its characters, of all others what stands there
 * @param start offset of its first character
 * @param end offset after its last one
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NUMBER,
        STRING,
        NAME,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    boolean isDashed() {
        return kind == Kind.NAME && text.indexOf('-') >= 0;
    }
}
