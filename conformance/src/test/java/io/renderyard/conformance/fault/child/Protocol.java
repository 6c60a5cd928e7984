package io.renderyard.conformance.fault.child;

/** The lines between a test and a process of its farm. */
public final class Protocol {
    /** Begins each line that is not the log's. */
    public static final String MARK = "@@ ";

    private Protocol() {}

    /** What a process can be told. */
    public enum Verb {
        /** From now on, whoever comes to the point says so and waits. */
        HOLD,
        /** From now on, whoever comes to the point says so and goes on. */
        WATCH,
        /** Whoever waits goes on, and the point is as if nobody looked. */
        GO
    }

    /** What a process tells. */
    public enum News {
        /** It serves; with its port. */
        READY,
        OBEYED,
        /** Somebody is at a point; with its job and attempt. */
        REACHED,
        /** Somebody who was held at a point was told to stop; with its job and attempt. */
        INTERRUPTED
    }

    /** One line to a process. */
    public sealed interface Order {
        static Order parse(String line) {
            String[] words = line.split(" ");
            return words[0].equals(AtStore.WORD)
                    ? new AtStore(StoreFault.valueOf(words[1]))
                    : new AtPoint(Verb.valueOf(words[0]), Point.valueOf(words[1]));
        }
    }

    /** What is to happen at a point. */
    public record AtPoint(Verb verb, Point point) implements Order {
        @Override
        public String toString() {
            return verb + " " + point;
        }
    }

    /** What is to be wrong with the store from now on. */
    public record AtStore(StoreFault fault) implements Order {
        private static final String WORD = "STORE";

        @Override
        public String toString() {
            return WORD + " " + fault;
        }
    }
}
