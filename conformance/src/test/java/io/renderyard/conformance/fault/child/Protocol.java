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
    public record Order(Verb verb, Point point) {
        static Order parse(String line) {
            String[] words = line.split(" ");
            return new Order(Verb.valueOf(words[0]), Point.valueOf(words[1]));
        }

        @Override
        public String toString() {
            return verb + " " + point;
        }
    }
}
