package io.renderyard.models.studio;

import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Handle;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One wish at one backend, with as many tries as are worth it. */
final class Attempt {
    private static final Logger log = LoggerFactory.getLogger(Attempt.class);

    /** Submissions that may fail on their way: with the gaps in between about a quarter of a minute. */
    private static final int TRIES = 5;

    private static final int ANSWERS_WITHOUT_PICTURE = 2;
    private static final Duration LAST_POLL = Duration.ofSeconds(2);
    private static final Duration CANCEL = Duration.ofSeconds(5);

    private final Desk desk;
    private final Backend backend;
    private final Wish wish;
    private final Memory memory;
    private final OwnTime time;
    private final long deadline;
    private int failures;
    private int throttles;
    private int useless;

    /** @param deadline in the job's own nanoseconds */
    Attempt(Desk desk, Backend backend, Wish wish, Memory memory, OwnTime time, long deadline) {
        this.desk = desk;
        this.backend = backend;
        this.wish = wish;
        this.memory = memory;
        this.time = time;
        this.deadline = deadline;
    }

    /**
     * The picture, or the failure that ended it.
     *
     * @param known a job that was submitted before, null to submit one
     */
    Painted paint(@Nullable Handle known) throws ModelFailure, InterruptedException {
        Handle handle = known;
        ModelFailure last =
                new ModelFailure(Trouble.TRANSIENT, "no free place at the provider " + backend.provider() + " in time");
        while (time.enter(desk.slots(), left())) {
            try {
                return paintOnce(handle);
            } catch (ModelFailure e) {
                log.debug("{} of {}: {}: {}", backend.model(), backend.provider(), e.trouble(), e.words());
                handle = null;
                last = e;
            } finally {
                desk.slots().leave();
            }
            Duration gap = gapAfter(last);
            if (time.nanos() + gap.toNanos() - deadline >= 0) {
                break;
            }
            time.pause(gap);
        }
        throw last;
    }

    /** How long to wait before the next try; throws what is not worth one. */
    private Duration gapAfter(ModelFailure failure) throws ModelFailure {
        return switch (failure.trouble()) {
            case THROTTLED -> {
                desk.slots().shrink(failure.retryAfter().orElse(Duration.ZERO));
                throttles++;
                yield Gap.asked(failure, () -> Gap.after(throttles));
            }
            case TRANSIENT, ABANDONED, FORGOTTEN -> {
                failures++;
                if (failures == TRIES) {
                    throw failure;
                }
                yield failure.trouble() == Trouble.FORGOTTEN
                        ? Duration.ZERO
                        : Gap.asked(failure, () -> Gap.after(failures));
            }
            case USELESS -> {
                useless++;
                if (useless == ANSWERS_WITHOUT_PICTURE) {
                    throw failure;
                }
                yield Gap.after(1);
            }
            case POLICY, REFERENCE, BAD_REQUEST, ACCOUNT, GONE_MODEL -> throw failure;
        };
    }

    private Painted paintOnce(@Nullable Handle known) throws ModelFailure, InterruptedException {
        // It may have been shut while we waited for a place.
        Optional<String> closed = desk.closed();
        if (closed.isPresent()) {
            throw new ModelFailure(Trouble.ACCOUNT, closed.get());
        }
        long started = time.nanos();
        if (known != null) {
            return painted(follow(known, Duration.ZERO), known.model(), started);
        }
        return switch (desk.model().submit(wish, backend, left())) {
            case Answer.Done done -> painted(done, backend.modelFor(wish), started);
            case Answer.Pending(Handle handle, Duration pollAfter) -> {
                memory.remember(handle);
                yield painted(follow(handle, pollAfter), handle.model(), started);
            }
        };
    }

    /** Asks until the job has ended. An interrupt leaves it alone, since another worker may go on with it. */
    private Answer.Done follow(Handle handle, Duration first) throws ModelFailure, InterruptedException {
        Duration gap = first;
        while (time.nanos() - deadline < 0) {
            time.pause(gap.compareTo(left()) > 0 ? left() : gap);
            try {
                Duration atMost = left().compareTo(LAST_POLL) < 0 ? LAST_POLL : left();
                switch (desk.model().poll(handle, atMost)) {
                    case Answer.Done done -> {
                        return done;
                    }
                    case Answer.Pending(Handle _, Duration pollAfter) -> gap = Gap.longer(gap, pollAfter);
                }
            } catch (ModelFailure e) {
                gap = gapAfterPoll(e, gap);
            }
        }
        cancel(handle);
        throw new ModelFailure(Trouble.TRANSIENT, "the job was not ready in time");
    }

    /** A poll that failed on its way says nothing of the job. */
    private static Duration gapAfterPoll(ModelFailure failure, Duration gap) throws ModelFailure {
        return switch (failure.trouble()) {
            case THROTTLED, TRANSIENT -> Gap.asked(failure, () -> Gap.longer(gap, Duration.ofSeconds(1)));
            case ABANDONED, FORGOTTEN, USELESS, POLICY, REFERENCE, BAD_REQUEST, ACCOUNT, GONE_MODEL -> throw failure;
        };
    }

    private void cancel(Handle handle) throws InterruptedException {
        try {
            desk.model().cancel(handle, CANCEL);
        } catch (ModelFailure e) {
            log.debug("Nobody waits for a job at {}, and it could not be told: {}", backend.provider(), e.words());
        }
    }

    private Painted painted(Answer.Done done, String model, long started) {
        return new Painted(
                done.bytes(),
                done.contentType(),
                backend.provider(),
                model,
                done.requestId(),
                Duration.ofNanos(time.nanos() - started));
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - time.nanos()));
    }
}
