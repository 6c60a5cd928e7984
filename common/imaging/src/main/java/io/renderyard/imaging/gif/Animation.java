package io.renderyard.imaging.gif;

import java.io.IOException;
import java.util.Arrays;

/**
 * The second look at the clip. A frame is written when the next is known: an equal one only makes it last longer, and one
 * with new holes makes it clear its area when its time is over.
 */
final class Animation {
    private static final Area LEAST = new Area(0, 0, 1, 1);

    private final GifStream stream;
    private final Canvas canvas;
    private int[] waiting;
    private int delay;
    private boolean any;
    private boolean opened;

    Animation(GifStream stream, Canvas canvas) {
        this.stream = stream;
        this.canvas = canvas;
        this.waiting = new int[canvas.choices().length];
    }

    /** Takes the frame, and gives an array of the same length to fill with the next. */
    int[] show(int[] frame, int time) throws IOException {
        if (any && delay + time <= Timetable.LONGEST && Arrays.equals(frame, waiting)) {
            delay += time;
            return frame;
        }
        if (any) {
            write(frame);
        }
        int[] free = waiting;
        waiting = frame;
        delay = time;
        any = true;
        return free;
    }

    void end() throws IOException {
        write(waiting);
        stream.trailer();
    }

    private void write(int[] next) throws IOException {
        Area changed = canvas.paint(waiting);
        Area uncovered = canvas.uncovered(next);
        Area area = opened ? changed.plus(uncovered) : canvas.whole();
        stream.control(delay, !uncovered.isEmpty());
        stream.picture(area.isEmpty() ? LEAST : area, canvas.choices(), canvas.width());
        if (!uncovered.isEmpty()) {
            canvas.clear(area);
        }
        opened = true;
    }
}
