package io.renderyard.expression;

/** A filled text while it is written, within its bound. */
class Output {
    final StringBuilder text = new StringBuilder();
    private final int longest;
    private long written;

    Output(int longest) {
        this.longest = longest;
    }

    final void write(String part) throws EvaluationException {
        write(part, 0, part.length());
    }

    /** What is taken out again counts, too. */
    void write(String part, int from, int to) throws EvaluationException {
        written += to - from;
        if (written > longest) {
            throw new EvaluationException(
                    EvaluationException.Code.TOO_LONG,
                    "the filled text is longer than %,d characters".formatted(longest));
        }
        text.append(part, from, to);
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
