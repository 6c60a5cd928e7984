package io.renderyard.db.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

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
    private final Queue<Asked<Q, A>> line = new ConcurrentLinkedQueue<>();
    private final Lock turn = new ReentrantLock();

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
        line.add(mine);
        turn.lock();
        try {
            while (!mine.served) {
                serve();
            }
        } finally {
            turn.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.answer == null ? alone.apply(question) : mine.answer;
    }

    private void serve() {
        List<Asked<Q, A>> group = next();
        // Whoever happens to do this for the others may have been interrupted, which is no business of theirs.
        boolean interrupted = Thread.interrupted();
        try {
            together.accept(group);
        } catch (DataIntegrityViolationException oneOfThem) {
            // Nothing was written for anybody. The one who is to blame learns of it when asking alone.
        } catch (RuntimeException e) {
            // It may have been written all the same, so nobody may simply ask again.
            group.forEach(one -> one.failure = one.answer == null ? e : null);
        } finally {
            group.forEach(one -> one.served = true);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private List<Asked<Q, A>> next() {
        List<Asked<Q, A>> group = new ArrayList<>();
        Asked<Q, A> one = line.poll();
        while (one != null) {
            group.add(one);
            one = group.size() < most ? line.poll() : null;
        }
        return group;
    }

    /** One caller's place in the line. Belongs to whoever has the turn. */
    static final class Asked<Q, A> {
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
