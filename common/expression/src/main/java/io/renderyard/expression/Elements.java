package io.renderyard.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The blocks of a body while it is read, within the elements that are open in it. */
final class Elements {
    /** @param around what the element itself goes into */
    private record Open(Piece.Begin begin, List<Block> around) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private List<Block> blocks;

    Elements(List<Block> blocks) {
        this.blocks = blocks;
    }

    void add(Block block) {
        blocks.add(block);
    }

    void begin(Piece.Begin element) {
        open.push(new Open(element, blocks));
        blocks = new ArrayList<>();
    }

    /** Ends all that began within it, too; nothing when it is none of this body's. Returns how many that were. */
    int end(Element element) {
        boolean isOurs = open.stream().anyMatch(one -> one.begin.element().equals(element));
        int ended = 0;
        while (isOurs) {
            isOurs = !open.element().begin.element().equals(element);
            end();
            ended++;
        }
        return ended;
    }

    int endAll() {
        int ended = open.size();
        while (!open.isEmpty()) {
            end();
        }
        return ended;
    }

    private void end() {
        Open last = open.pop();
        last.around.add(new Block.Conditional(last.begin.condition(), blocks));
        blocks = last.around;
    }
}
