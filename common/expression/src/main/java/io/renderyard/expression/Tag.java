package io.renderyard.expression;

/**
 * Two or three braces with what they mean.
 *
 * @param start offset of the first brace
 * @param end offset after the last one
 * @param words what stands between them
 */
record Tag(int start, int end, String words, Meaning meaning) implements Piece {
    sealed interface Meaning {}

    record Comment() implements Meaning {}

    /** @param isRaw to be written without escaping */
    record Value(Node node, boolean isRaw) implements Meaning {}

    /**
     * A block begins.
     *
     * @param name of the block, which its end repeats
     * @param isBare {@code if} without {@code #}
     * @param aliases after {@code as}
     */
    record Opening(String name, boolean isBare, Node subject, Block.Aliases aliases) implements Meaning {}

    record Else() implements Meaning {}

    record ElseIf(Node condition) implements Meaning {}

    record Closing(String name) implements Meaning {}
}
