package io.renderyard.worker.browser;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one tab, which come only when they are asked for. A page that stands still gets none until it is
 * captured; one that waits for frames itself gets them at the usual pace. One frame at a time, as Chrome wants it.
 */
final class Frames {
    static final Duration INTERVAL = Duration.ofMillis(16);

    private final Tab tab;

    @Nullable
    private CompletableFuture<Answer> last;

    Frames(Tab tab) {
        this.tab = tab;
    }

    /**
     * Waits for an answer.
     *
     * @param pace time between two frames; none for as fast as they come
     */
    Answer until(CompletableFuture<Answer> answer, String what, Duration pace, Deadline deadline)
            throws DevToolsException, InterruptedException {
        while (!answer.isDone()) {
            if (deadline.isOver()) {
                throw new DevToolsException.Late(what);
            }
            if (pace.isZero() || !isDoneWithin(answer, pace, deadline)) {
                await(CompletableFuture.anyOf(answer, next()), deadline);
            }
        }
        return DevTools.await(answer, what, deadline);
    }

    /** Gives the page its frames for as long as said. */
    void during(Duration span, Deadline deadline) throws DevToolsException, InterruptedException {
        Deadline end = deadline.within(span);
        CompletableFuture<Answer> never = new CompletableFuture<>();
        while (!isDoneWithin(never, INTERVAL, end) && !end.isOver()) {
            await(next(), end);
        }
        if (deadline.isOver()) {
            throw new DevToolsException.Late("letting the page run");
        }
    }

    /** The frame under way, or else a new one; a page that is busy has one for longer. */
    private CompletableFuture<Answer> next() {
        CompletableFuture<Answer> running = last;
        if (running == null || running.isDone()) {
            running = tab.send("HeadlessExperimental.beginFrame", DevTools.params());
            last = running;
        }
        return running;
    }

    private static boolean isDoneWithin(CompletableFuture<?> future, Duration span, Deadline deadline)
            throws InterruptedException {
        await(future, deadline.within(span));
        return future.isDone();
    }

    /** Until it is done, well or not, or the time is over. */
    private static void await(CompletableFuture<?> future, Deadline deadline) throws InterruptedException {
        try {
            Object unused = future.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // Who waits for the answer itself sees what became of it; a frame that is refused is followed by another.
        }
    }
}
