package io.renderyard.expression;

/** What a template is made of, from its beginning to its end. */
sealed interface Piece permits Tag, Piece.Literal, Piece.Begin, Piece.End {
    /** Text between two offsets. */
    record Literal(int from, int to) implements Piece {}

    /** An element that is drawn on a condition. */
    record Begin(Element element, Node condition) implements Piece {}

    /** Missing where nothing closes an element before its block ends. */
    record End(Element element) implements Piece {}
}
