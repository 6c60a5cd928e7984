package io.renderyard.conformance.fault.proxy;

/** What is wrong with a line. */
public sealed interface LineFault {
    /** Nothing: bytes pass. */
    record Pass() implements LineFault {}

    /** Open connections are reset, and so is each new one before it says anything. */
    record Refuse() implements LineFault {}

    /**
     * Nothing passes and nobody is told, as behind a firewall that drops packets: what was sent meanwhile arrives when the
     * line is whole again, if both ends still wait for it.
     */
    record BlackHole() implements LineFault {}

    /** Each connection is reset after so many bytes of this direction, counted from when the fault was set. */
    record CutAfter(Direction direction, long bytes) implements LineFault {}

    /** So many bytes a second, for each connection and direction. */
    record Throttle(int bytesPerSecond) implements LineFault {}

    /** What goes this way is taken and lost; the other way works. */
    record Swallow(Direction direction) implements LineFault {}

    /** Seen from the process whose line this is. */
    enum Direction {
        OUT,
        BACK
    }
}
