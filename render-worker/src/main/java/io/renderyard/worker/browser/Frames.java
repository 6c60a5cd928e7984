package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The frames of one tab, which come only when they are asked for. A page that stands still gets none until it is
 * captured; one that waits for frames itself gets them at the usual pace. One frame at a time, as Chrome wants it.
 */
final class Frames {
    private static final String FRAME = "HeadlessExperimental.beginFrame";
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration INTERVAL = Duration.ofMillis(16);

    private final Tab tab;

    @Nullable
    private CompletableFuture<Answer> last;

    Frames(Tab tab) {
        this.tab = tab;
    }

    /** Waits for an answer that takes as many frames as it takes, one right after the other. */
    Answer asFastAsTheyCome(CompletableFuture<Answer> answer, String what, Deadline deadline)
            throws DevToolsException, InterruptedException {
        return until(answer, what, Duration.ZERO, Duration.ZERO, deadline);
    }

    /**
     * Waits for an answer that the page may need frames for. Most do not: so the first one comes late, as each that comes
     * while a page loads paints what is there so far.
     */
    Answer until(CompletableFuture<Answer> answer, String what, Deadline deadline)
            throws DevToolsException, InterruptedException {
        return until(answer, what, FIRST, INTERVAL, deadline);
    }

    private Answer until(
            CompletableFuture<Answer> answer, String what, Duration first, Duration pace, Deadline deadline)
            throws DevToolsException, InterruptedException {
        Duration pause = first;
        while (!answer.isDone()) {
            if (deadline.isOver()) {
                throw new DevToolsException.Late(what);
            }
            if (!isDoneWithin(answer, pause, deadline)) {
                await(CompletableFuture.anyOf(answer, next()), deadline);
            }
            pause = pace;
        }
        return DevTools.await(answer, what, deadline);
    }

    /**
     * One frame that is also the picture of the window, byte for byte what a capture gives, but for the work of one frame
     * instead of three. Only at a device scale of 1: a frame knows of no other.
     *
     * @param format as for a capture, without a clip
     * @return without data when the frame had none, as it may
     */
    Answer picture(ObjectNode format, Deadline deadline) throws DevToolsException, InterruptedException {
        if (last != null) {
            await(last, deadline);
        }
        ObjectNode frame = DevTools.params();
        frame.set("screenshot", format);
        last = tab.send(FRAME, frame);
        return DevTools.await(last, FRAME, deadline);
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
            running = tab.send(FRAME, DevTools.params());
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
