package io.renderyard.worker.browser;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a browser that works is replaced all the same, between two renders.
 *
 * @param memory bytes that its processes take together (proportional set size)
 * @param age time since its start
 * @param renders pictures it has drawn
 */
public record Recycling(long memory, Duration age, int renders) {
    /** A browser that draws photo pages stays at about 700 MiB; what is far above has been leaked. */
    public static final Recycling USUAL = new Recycling(1024L * 1024 * 1024, Duration.ofHours(2), 10_000);

    /** Why a browser was replaced that worked. */
    public enum Reason {
        MEMORY,
        AGE,
        RENDERS
    }

    public Recycling {
        if (memory <= 0 || !age.isPositive() || renders <= 0) {
            throw new IllegalArgumentException("Browsers are recycled by memory, age and renders, each more than zero: "
                    + memory + " bytes, " + age + ", " + renders + " renders.");
        }
    }

    /** Null for a browser that may stay. */
    @Nullable
    Reason reason(long memoryNow, Duration ageNow, int rendersNow) {
        if (memoryNow >= memory) {
            return Reason.MEMORY;
        }
        if (rendersNow >= renders) {
            return Reason.RENDERS;
        }
        return ageNow.compareTo(age) >= 0 ? Reason.AGE : null;
    }
}
