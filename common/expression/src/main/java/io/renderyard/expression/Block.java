package io.renderyard.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a template. */
sealed interface Block {
    record Text(String text) implements Block {}

    /**
     * Where a value is written.
     *
     * @param isRaw without escaping
     */
    record Place(Node value, boolean isRaw) implements Block {}

    /** The first branch whose condition holds, or what stands after {@code else}. */
    record Choice(List<Branch> branches, List<Block> otherwise) implements Block {
        public Choice {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * One of several.
     *
     * @param isNegated for {@code unless}
     * @param emptyListCounts whether a list without elements holds: in {@code if} it does, in {@code #if} it does not
     */
    record Branch(Node condition, boolean isNegated, boolean emptyListCounts, List<Block> body) {
        public Branch {
            body = List.copyOf(body);
        }

        boolean holds(@Nullable Object value) {
            boolean isEmptyList = value instanceof List<?> list && list.isEmpty();
            return (Values.isTrue(value) && (emptyListCounts || !isEmptyList)) != isNegated;
        }
    }

    /**
     * What a block calls the things that it gives.
     *
     * @param thing null where it is only {@code this}
     * @param place its index or name; null where that is only {@code @index} and {@code @key}
     */
    record Aliases(@Nullable String thing, @Nullable String place) {
        static final Aliases NONE = new Aliases(null, null);
    }

    /** Once for each element of a list, or each name of a map. */
    record Loop(Node over, Aliases aliases, List<Block> body, List<Block> otherwise) implements Block {
        public Loop {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** An element of the markup, which is there when its condition holds, or cannot be worked out. */
    record Conditional(Node condition, List<Block> body) implements Block {
        public Conditional {
            body = List.copyOf(body);
        }
    }

    /** Its body is about another thing. */
    record With(Node of, Aliases aliases, List<Block> body, List<Block> otherwise) implements Block {
        public With {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }
}
