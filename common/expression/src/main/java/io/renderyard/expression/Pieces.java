package io.renderyard.expression;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a template apart. */
final class Pieces {
    /**
     * A piece that is no text.
     *
     * @param piece null for what is left out
     * @param order of those that stand in the same place
     * @param next offset where the text goes on
     */
    private record Mark(
            int offset, int order, int next, @Nullable Piece piece) {}

    private final String text;
    private final boolean isLenient;
    private final List<Mark> marks = new ArrayList<>();

    private Pieces(String text, boolean isLenient) {
        this.text = text;
        this.isLenient = isLenient;
    }

    /** @param isLenient whether what means nothing is text */
    static List<Piece> of(String text, boolean isLenient) throws SyntaxException {
        Pieces pieces = new Pieces(text, isLenient);
        pieces.read();
        return pieces.inOrder();
    }

    private void read() throws SyntaxException {
        TagReader reader = new TagReader(text, isLenient);
        List<Tag> tags = reader.all();
        for (Tag tag : tags) {
            marks.add(new Mark(tag.start(), 2, tag.end(), tag));
        }
        ElementReader elements = new ElementReader(text, tags);
        for (Element element : elements.elements()) {
            Node condition = reader.condition(element);
            if (condition != null) {
                add(element, condition, elements.end(element));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::offset).thenComparingInt(Mark::order));
    }

    private void add(Element element, Node condition, @Nullable Integer end) {
        marks.add(new Mark(element.begin(), 1, element.begin(), new Piece.Begin(element, condition)));
        marks.add(new Mark(element.attribute(), 1, element.attributeEnd(), null));
        if (end != null) {
            marks.add(new Mark(end, 0, end, new Piece.End(element)));
        }
    }

    private List<Piece> inOrder() {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Mark mark : marks) {
            // Braces within a condition are left out with it.
            if (mark.offset >= at) {
                literal(at, mark.offset, pieces);
                if (mark.piece != null) {
                    pieces.add(mark.piece);
                }
                at = mark.next;
            }
        }
        literal(at, text.length(), pieces);
        return pieces;
    }

    private static void literal(int from, int to, List<Piece> pieces) {
        if (from < to) {
            pieces.add(new Piece.Literal(from, to));
        }
    }
}
