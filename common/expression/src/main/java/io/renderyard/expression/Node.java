package io.renderyard.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an expression that has a value. */
sealed interface Node {
    /** What it is made of. */
    default List<Node> parts() {
        return List.of();
    }

    record Literal(@Nullable Object value) implements Node {}

    record Variable(String name) implements Node {}

    /**
     * {@code first-name}: the variable where there is one of that name, else a subtraction.
     *
     * @param names with dashes
     * @param joined the reading that counts where all of them have values
     * @param split the reading that counts elsewhere
     */
    record Dashed(List<Node> names, Node joined, Node split) implements Node {
        public Dashed {
            names = List.copyOf(names);
        }

        /** Both readings ask for the same things but for the names with dashes, which only some people have. */
        @Override
        public List<Node> parts() {
            return List.of(split);
        }

        /** Variables and members of an expression that have dashes in their names. */
        static List<Node> names(Node of) {
            List<Node> names = new ArrayList<>();
            add(of, names);
            return names;
        }

        private static void add(Node of, List<Node> names) {
            if ((of instanceof Variable(String name) && name.indexOf('-') >= 0)
                    || (of instanceof Member(Node ignored, String member) && member.indexOf('-') >= 0)) {
                names.add(of);
            }
            for (Node part : of.parts()) {
                add(part, names);
            }
        }
    }

    /** What a block has made the present thing: {@code this}. */
    record This() implements Node {}

    /** {@code @index} and its like. */
    record LoopVariable(String name) implements Node {}

    /** {@code ../name}: evaluated in the block around. */
    record Outside(Node inner) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(inner);
        }
    }

    record Member(Node of, String name) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(of);
        }
    }

    record Element(Node of, Node key) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(of, key);
        }
    }

    record Call(Function function, List<Node> parts) implements Node {
        public Call {
            parts = List.copyOf(parts);
        }
    }

    /** Evaluates one of two, and the other one not at all. */
    record Choice(Node condition, Node then, Node otherwise) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(condition, then, otherwise);
        }
    }

    record Not(Node of) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(of);
        }
    }

    record Negation(Node of) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(of);
        }
    }

    /** {@code +x}. */
    record ToNumber(Node of) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(of);
        }
    }

    record Calculation(Operator operator, Node left, Node right) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    /** The left one where it decides, else the right one. */
    record And(Node left, Node right) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    record Or(Node left, Node right) implements Node {
        @Override
        public List<Node> parts() {
            return List.of(left, right);
        }
    }

    record Listing(List<Node> parts) implements Node {
        public Listing {
            parts = List.copyOf(parts);
        }
    }
}
