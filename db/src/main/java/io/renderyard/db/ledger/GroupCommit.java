package io.renderyard.db.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * Lets callers who come while one statement is on its way share the next one, and its commit. Nobody waits for company:
 * who is alone is served alone, at once.
 *
 * @param <Q> what one caller asks for
 * @param <A> what is answered
 */
final class GroupCommit<Q, A> {
    private final int most;
    private final Consumer<List<Asked<Q, A>>> together;
    private final Function<Q, A> alone;
    private final Queue<Asked<Q, A>> line = new ArrayDeque<>();
    private boolean writing;

    /**
     * @param most callers who share a statement
     * @param together answers whom it served; it leaves out anybody for whom it would have to wait
     * @param alone answers one who was left out
     */
    GroupCommit(int most, Consumer<List<Asked<Q, A>>> together, Function<Q, A> alone) {
        this.most = most;
        this.together = together;
        this.alone = alone;
    }

    /** @throws RuntimeException of the statement in which the caller had a part */
    A ask(Q question) {
        Asked<Q, A> mine = new Asked<>(question);
        if (!isFirst(mine)) {
            mine.call.acquireUninterruptibly();
        }
        if (!mine.served) {
            serve(next(most));
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.answer == null ? alone.apply(question) : mine.answer;
    }

    /** Whoever is not is called: when served, or as the first of those who are left. */
    private synchronized boolean isFirst(Asked<Q, A> mine) {
        line.add(mine);
        boolean first = !writing;
        writing = true;
        return first;
    }

    private synchronized List<Asked<Q, A>> next(int most) {
        List<Asked<Q, A>> group = new ArrayList<>();
        while (group.size() < most && !line.isEmpty()) {
            group.add(line.remove());
        }
        return group;
    }

    private synchronized void callNext() {
        Asked<Q, A> next = line.peek();
        writing = next != null;
        if (next != null) {
            next.call.release();
        }
    }

    private void serve(List<Asked<Q, A>> group) {
        // Whoever happens to do this for the others may have been interrupted, which is no business of theirs.
        boolean interrupted = Thread.interrupted();
        try {
            together.accept(group);
        } catch (DataIntegrityViolationException oneOfThem) {
            // Nothing was written for anybody. The one who is to blame learns of it when asking alone.
        } catch (CannotGetJdbcConnectionException outOfReach) {
            // Whoever is in the line would wait for one just as long, one group after the other.
            group.addAll(next(Integer.MAX_VALUE));
            fail(group, outOfReach);
        } catch (RuntimeException e) {
            fail(group, e);
        } catch (Error e) {
            fail(group, new IllegalStateException("a statement for several broke off", e));
            throw e;
        } finally {
            callNext();
            for (Asked<Q, A> one : group) {
                one.served = true;
                one.call.release();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** It may have been written all the same, so nobody may simply ask again. */
    private void fail(List<Asked<Q, A>> group, RuntimeException why) {
        group.stream().filter(one -> one.answer == null).forEach(one -> one.failure = why);
    }

    /** One caller's place in the line. Belongs to whoever writes for it, until it is called. */
    static final class Asked<Q, A> {
        private final Semaphore call = new Semaphore(0);
        private final Q question;
        private boolean served;
        private @Nullable A answer;
        private @Nullable RuntimeException failure;

        private Asked(Q question) {
            this.question = question;
        }

        Q question() {
            return question;
        }

        void answer(A given) {
            answer = given;
        }
    }
}
