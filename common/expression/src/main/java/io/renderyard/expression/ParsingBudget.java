package io.renderyard.expression;

/**
 * What reading a template may cost. Two readings of each parenthesis could make a short text take for ever, so steps
 * are counted, of one expression and of all together.
 */
final class ParsingBudget {
    private static final int DEEPEST = 64;
    private static final int EXPRESSION_STEPS = 4_000;
    private static final int TOKENS = 800;
    private static final int STEPS = 200_000;

    private int steps;
    private int begun;

    /**
     * An expression begins: chains such as {@code a.b.c} are worked out by recursion, so that their length counts, too.
     */
    void begin(int tokens, String text, int offset) throws SyntaxException {
        begun = steps;
        if (tokens > TOKENS) {
            throw tooLarge("an expression has more than " + TOKENS + " words and signs", text, offset);
        }
    }

    void step(int depth, String text, int offset) throws SyntaxException {
        steps++;
        if (depth > DEEPEST) {
            throw tooLarge("parts stand inside each other more than " + DEEPEST + " deep", text, offset);
        }
        if (steps - begun > EXPRESSION_STEPS) {
            throw tooLarge("an expression has too many parts", text, offset);
        }
        if (steps > STEPS) {
            throw tooLarge("the expressions have too many parts together", text, offset);
        }
    }

    /** Another reading is worth trying only while there is something left to try it with. */
    void mustLast(SyntaxException e) throws SyntaxException {
        if (steps > STEPS) {
            throw e;
        }
    }

    private static SyntaxException tooLarge(String message, String text, int offset) {
        return new SyntaxException(SyntaxException.Code.TOO_LARGE, message, text, offset, "");
    }
}
