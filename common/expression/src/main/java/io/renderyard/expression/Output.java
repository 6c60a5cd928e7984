package io.renderyard.expression;

/** A filled text while it is written, within its bound. */
class Output {
    final StringBuilder text = new StringBuilder();
    private final int longest;
    private long written;

    Output(int longest) {
        this.longest = longest;
    }

    /** What is taken out again counts, too. */
    void write(String part) throws EvaluationException {
        written += part.length();
        if (written > longest) {
            throw new EvaluationException(
                    EvaluationException.Code.TOO_LONG,
                    "the filled text is longer than %,d characters".formatted(longest));
        }
        text.append(part);
    }

    void value(String value, Escape escape) throws EvaluationException {
        escape.write(value, this);
    }

    /** Whether what is written next would be a script's. */
    boolean isInScript() {
        return false;
    }

    String whole() {
        return text.toString();
    }
}
