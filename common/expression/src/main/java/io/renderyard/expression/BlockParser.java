package io.renderyard.expression;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a template: text, places and blocks. */
final class BlockParser {
    private static final int DEEPEST = 64;

    private final String text;
    private final boolean isLenient;
    private final Iterator<Piece> pieces;
    private int depth;

    BlockParser(String text, boolean isLenient) throws SyntaxException {
        this.text = text;
        this.isLenient = isLenient;
        this.pieces = Pieces.of(text, isLenient).iterator();
    }

    List<Block> all() throws SyntaxException {
        List<Block> blocks = new ArrayList<>();
        for (Tag end = body(blocks); end != null; end = body(blocks)) {
            if (!isLenient) {
                throw unreadable(end, "{{" + end.words() + "}} ends a block that does not begin", "");
            }
            blocks.add(literal(end.start(), end.end()));
        }
        return blocks;
    }

    /** Up to the tag that ends or divides a block; null at the end of the text. */
    private @Nullable Tag body(List<Block> blocks) throws SyntaxException {
        Elements elements = new Elements(blocks);
        Tag end = null;
        while (end == null && pieces.hasNext()) {
            switch (pieces.next()) {
                case Piece.Literal(int from, int to) -> elements.add(literal(from, to));
                case Piece.Begin begin -> {
                    deeper(begin.element().begin());
                    elements.begin(begin);
                }
                case Piece.End(Element element) -> depth -= elements.end(element);
                case Tag tag -> end = structure(tag, elements);
            }
        }
        depth -= elements.endAll();
        return end;
    }

    /** The tag, when it ends or divides a block. */
    private @Nullable Tag structure(Tag tag, Elements elements) throws SyntaxException {
        return switch (tag.meaning()) {
            case Tag.Comment ignored -> null;
            case Tag.Value(Node value, boolean isRaw) -> {
                elements.add(new Block.Place(value, isRaw));
                yield null;
            }
            case Tag.Opening opening -> {
                elements.add(opened(tag, opening));
                yield null;
            }
            case Tag.Else ignored -> tag;
            case Tag.ElseIf ignored -> tag;
            case Tag.Closing ignored -> tag;
        };
    }

    private Block literal(int from, int to) {
        return new Block.Text(text.substring(from, to));
    }

    private Block opened(Tag tag, Tag.Opening opening) throws SyntaxException {
        deeper(tag.start());
        Block block = switch (opening.name()) {
            case "if", "unless" -> choice(tag, opening);
            default -> about(tag, opening);
        };
        depth--;
        return block;
    }

    private void deeper(int offset) throws SyntaxException {
        if (++depth > DEEPEST) {
            throw new SyntaxException(
                    SyntaxException.Code.TOO_LARGE,
                    "blocks stand inside each other more than " + DEEPEST + " deep",
                    text,
                    offset,
                    "");
        }
    }

    private Block choice(Tag tag, Tag.Opening opening) throws SyntaxException {
        List<Block.Branch> branches = new ArrayList<>();
        List<Block> otherwise = new ArrayList<>();
        Node condition = opening.subject();
        boolean isNegated = opening.name().equals("unless");
        while (true) {
            List<Block> body = new ArrayList<>();
            Tag end = inside(tag, opening, body);
            branches.add(new Block.Branch(condition, isNegated, opening.isBare(), body));
            if (end.meaning() instanceof Tag.ElseIf(Node next)) {
                condition = next;
                isNegated = false;
                continue;
            }
            if (end.meaning() instanceof Tag.Else) {
                last(tag, opening, otherwise);
            }
            return new Block.Choice(branches, otherwise);
        }
    }

    private Block about(Tag tag, Tag.Opening opening) throws SyntaxException {
        List<Block> body = new ArrayList<>();
        List<Block> otherwise = new ArrayList<>();
        Tag end = inside(tag, opening, body);
        if (end.meaning() instanceof Tag.ElseIf) {
            throw unreadable(end, "{{" + tag.words() + "}} has no conditions", "divide it with {{else}}");
        }
        if (end.meaning() instanceof Tag.Else) {
            last(tag, opening, otherwise);
        }
        return opening.name().equals("each")
                ? new Block.Loop(opening.subject(), opening.aliases(), body, otherwise)
                : new Block.With(opening.subject(), opening.aliases(), body, otherwise);
    }

    /** Up to the tag that divides the block or ends it, which has to come. */
    private Tag inside(Tag tag, Tag.Opening opening, List<Block> body) throws SyntaxException {
        Tag end = body(body);
        if (end == null) {
            throw unreadable(
                    tag, "the block {{" + tag.words() + "}} does not end", "end it with {{/" + opening.name() + "}}");
        }
        if (end.meaning() instanceof Tag.Closing(String name) && !name.equals(opening.name())) {
            throw unreadable(
                    end,
                    "{{" + end.words() + "}} does not end {{" + tag.words() + "}}",
                    "end that with {{/" + opening.name() + "}} first");
        }
        return end;
    }

    private void last(Tag tag, Tag.Opening opening, List<Block> body) throws SyntaxException {
        Tag end = inside(tag, opening, body);
        if (!(end.meaning() instanceof Tag.Closing)) {
            throw unreadable(end, "nothing comes after {{else}}", "end the block with {{/" + opening.name() + "}}");
        }
    }

    private SyntaxException unreadable(Tag tag, String message, String hint) {
        return new SyntaxException(SyntaxException.Code.UNREADABLE, message, text, tag.start(), hint);
    }
}
