package io.renderyard.conformance.fault.farm;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol;
import java.util.UUID;

/**
 * News of a process about a point.
 *
 * @param job as the thread's log knows it
 * @param at this test's {@link System#nanoTime} when it was read
 */
public record Sign(Protocol.News news, Point point, UUID job, int attempt, long at) {
    static final UUID NOBODY = new UUID(0, 0);

    static Sign parse(Protocol.News news, String[] words) {
        boolean named = !"null".equals(words[1]);
        return new Sign(
                news,
                Point.valueOf(words[0]),
                named ? UUID.fromString(words[1]) : NOBODY,
                named ? Integer.parseInt(words[2]) : 0,
                System.nanoTime());
    }
}
