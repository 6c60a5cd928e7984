package io.renderyard.imaging.gif;

import io.renderyard.imaging.gif.UnsuitableFramesException.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * Which frames are shown, and for how many hundredths of a second each. Viewers slow a frame of less than two down to ten:
 * where frames follow each other faster than that, some are left out, but never the last.
 */
record Timetable(List<Slot> slots) {
    /** What the two bytes of a delay hold. */
    static final int LONGEST = 0xFFFF;

    private static final int SHORTEST = 2;
    private static final int LONGEST_MILLIS = 600_000;

    record Slot(int frame, int delay) {}

    static Timetable of(FrameSource frames) {
        int size = frames.size();
        if (size < 1) {
            throw new UnsuitableFramesException(Reason.NO_FRAMES, "A GIF needs at least one frame; there is none.");
        }
        List<Slot> slots = new ArrayList<>();
        int shown = 0;
        long millis = 0;
        long start = 0;
        for (int frame = 0; frame < size; frame++) {
            millis += duration(frames, frame);
            long end = Math.round(millis / 10.0);
            if (end - start >= SHORTEST) {
                slots.add(new Slot(frame == size - 1 ? frame : shown, (int) (end - start)));
                start = end;
                shown = frame + 1;
            }
        }
        if (shown < size) {
            addRest(slots, size - 1, (int) (Math.round(millis / 10.0) - start));
        }
        return new Timetable(List.copyOf(slots));
    }

    /** What is left is too short to be shown by itself, but it is where the animation ends. */
    private static void addRest(List<Slot> slots, int last, int rest) {
        int borrowed = slots.isEmpty() ? 0 : slots.removeLast().delay();
        slots.add(new Slot(last, borrowed + rest));
    }

    private static int duration(FrameSource frames, int frame) {
        int millis = frames.durationMillis(frame);
        if (millis < 1 || millis > LONGEST_MILLIS) {
            throw new UnsuitableFramesException(
                    Reason.UNSUITABLE_DURATION,
                    "Frame %d lasts %d ms; a frame of a GIF lasts 1 to %d ms."
                            .formatted(frame, millis, LONGEST_MILLIS));
        }
        return millis;
    }
}
