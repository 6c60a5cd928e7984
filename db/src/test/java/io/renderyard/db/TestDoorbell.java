package io.renderyard.db;

import io.renderyard.kernel.doorbell.Doorbell;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.Lane;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** Writes down what is rung, and answers as it is told. */
public final class TestDoorbell implements Doorbell {
    private final BlockingQueue<Ring> rings = new LinkedBlockingQueue<>();
    private volatile Mood mood;

    /** @param mood how it answers at first */
    public TestDoorbell(Mood mood) {
        this.mood = mood;
    }

    /** How a ring is answered. */
    public enum Mood {
        HOLDS,
        REFUSES,
        IS_OUT_OF_REACH,
        NEVER_ANSWERS
    }

    public void become(Mood next) {
        mood = next;
    }

    /** What was rung and not yet taken from here, oldest first. */
    public BlockingQueue<Ring> rings() {
        return rings;
    }

    @Override
    public CompletableFuture<Answer> ring(Ring ring) {
        CompletableFuture<Answer> answer = switch (mood) {
            case HOLDS -> CompletableFuture.completedFuture(Answer.HELD);
            case REFUSES -> CompletableFuture.completedFuture(Answer.REFUSED);
            case IS_OUT_OF_REACH -> CompletableFuture.completedFuture(Answer.OUT_OF_REACH);
            case NEVER_ANSWERS -> new CompletableFuture<>();
        };
        rings.add(ring);
        return answer;
    }

    @Override
    public OptionalLong unheard(Lane lane) {
        return OptionalLong.empty();
    }
}
