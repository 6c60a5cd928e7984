package io.renderyard.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.ledger.GroupCommit.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

@Timeout(30)
class GroupCommitTest {
    private static final int MOST = 4;
    private static final int HOLDS = -1;
    private static final int LEFT_OUT = -2;
    private static final int VIOLATES = -3;
    private static final int CUTS_THE_LINE = -4;
    private static final int IS_OUT_OF_REACH = -5;
    private static final int BREAKS = -6;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final ExecutorService callers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        threads.add(thread);
        return thread;
    });
    private final List<List<Integer>> statements = new CopyOnWriteArrayList<>();
    private final List<Integer> asAlone = new CopyOnWriteArrayList<>();
    private final AtomicBoolean interruptedWithin = new AtomicBoolean();
    private final CountDownLatch release = new CountDownLatch(1);
    private final GroupCommit<Integer, String> group = new GroupCommit<>(MOST, this::together, this::alone);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    private void together(List<Asked<Integer, String>> asked) {
        List<Integer> questions = asked.stream().map(Asked::question).toList();
        statements.add(questions);
        interruptedWithin.set(Thread.currentThread().isInterrupted());
        if (questions.contains(HOLDS)) {
            hold();
        }
        if (questions.contains(VIOLATES)) {
            throw new DataIntegrityViolationException("somebody's row is wrong");
        }
        if (questions.contains(IS_OUT_OF_REACH)) {
            throw new CannotGetJdbcConnectionException("there is no connection");
        }
        if (questions.contains(BREAKS)) {
            throw new StackOverflowError("a defect");
        }
        asked.stream().filter(one -> one.question() >= HOLDS).forEach(one -> one.answer("with " + questions.size()));
        if (questions.contains(CUTS_THE_LINE)) {
            throw new DataAccessResourceFailureException("the connection is gone");
        }
    }

    private void hold() {
        try {
            boolean unused = release.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String alone(int question) {
        asAlone.add(question);
        if (question == VIOLATES) {
            throw new DataIntegrityViolationException("this row is wrong");
        }
        return "alone";
    }

    /** Asks while a statement is under way, so that all these wait for the next one. */
    private List<Future<String>> askTogether(int... questions) {
        List<Future<String>> asked = new ArrayList<>();
        asked.add(callers.submit(() -> group.ask(HOLDS)));
        await().until(() -> statements.size() == 1);
        for (int question : questions) {
            asked.add(callers.submit(() -> group.ask(question)));
        }
        await().until(() -> threads.stream().filter(GroupCommitTest::isInLine).count() == asked.size());
        release.countDown();
        return asked;
    }

    /** Waiting for its turn, or holding it. */
    private static boolean isInLine(Thread thread) {
        return (thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING)
                && Stream.of(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(GroupCommit.class.getName()));
    }

    @Test
    void whoIsAloneIsServedAtOnce() {
        assertThat(group.ask(1)).isEqualTo("with 1");
        assertThat(group.ask(2)).isEqualTo("with 1");
        assertThat(statements).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void whoComesMeanwhileSharesTheNextStatement() throws Exception {
        List<Future<String>> asked = askTogether(1, 2, 3);

        assertThat(asked.get(0).get()).isEqualTo("with 1");
        for (Future<String> one : asked.subList(1, 4)) {
            assertThat(one.get()).isEqualTo("with 3");
        }
        assertThat(statements).hasSize(2);
        assertThat(statements.getLast()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void noStatementIsLargerThanItMayBe() throws Exception {
        for (Future<String> one : askTogether(1, 2, 3, 4, 5, 6, 7, 8, 9)) {
            assertThat(one.get()).startsWith("with");
        }

        assertThat(statements).extracting(List::size).containsExactly(1, 4, 4, 1);
    }

    @Test
    void whoIsLeftOutIsServedAlone() throws Exception {
        List<Future<String>> asked = askTogether(1, LEFT_OUT);

        assertThat(asked.get(1).get()).isEqualTo("with 2");
        assertThat(asked.get(2).get()).isEqualTo("alone");
        assertThat(asAlone).containsExactly(LEFT_OUT);
    }

    @Test
    void onlyTheOneToBlameSuffersFromAWrongRow() throws Exception {
        List<Future<String>> asked = askTogether(1, VIOLATES, 2);

        assertThat(asked.get(1).get()).isEqualTo("alone");
        assertThatThrownBy(asked.get(2)::get).hasRootCauseInstanceOf(DataIntegrityViolationException.class);
        assertThat(asked.get(3).get()).isEqualTo("alone");
    }

    /** Whether it was committed nobody knows, so that asking again could be answered with the trace of the first time. */
    @Test
    void nobodyAsksAgainAfterALostConnection() throws Exception {
        List<Future<String>> asked = askTogether(CUTS_THE_LINE, LEFT_OUT, 1);

        assertThatThrownBy(asked.get(1)::get).hasRootCauseInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(asked.get(2)::get).hasRootCauseInstanceOf(DataAccessResourceFailureException.class);
        assertThat(asked.get(3).get()).as("answered before").isEqualTo("with 3");
        assertThat(asAlone).isEmpty();
        assertThat(group.ask(5)).as("who comes after it").isEqualTo("with 1");
    }

    @Test
    void whenThereIsNoConnectionNobodyInTheLineWaitsForOneAgain() throws Exception {
        List<Future<String>> asked =
                askTogether(IS_OUT_OF_REACH, IS_OUT_OF_REACH, IS_OUT_OF_REACH, IS_OUT_OF_REACH, 1, 2, 3);

        for (Future<String> one : asked.subList(1, asked.size())) {
            assertThat(told(one)).contains("there is no connection");
        }
        assertThat(statements.subList(1, statements.size()))
                .filteredOn(statement -> statement.contains(IS_OUT_OF_REACH))
                .hasSize(1);
        assertThat(group.ask(5)).as("who comes after it").isEqualTo("with 1");
    }

    /** It may have been written before that. */
    @Test
    void nobodyAsksAgainAfterADefect() throws Exception {
        List<Future<String>> asked = askTogether(BREAKS, 1);

        assertThat(told(asked.get(1))).contains("a defect");
        assertThat(told(asked.get(2))).contains("a defect");
        assertThat(asAlone).isEmpty();
        assertThat(group.ask(5)).as("who comes after it").isEqualTo("with 1");
    }

    private static String told(Future<String> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    @Test
    void anInterruptedCallerServesTheOthersAllTheSame() throws Exception {
        boolean stillInterrupted = callers.submit(() -> {
                    Thread.currentThread().interrupt();
                    assertThat(group.ask(1)).isEqualTo("with 1");
                    return Thread.interrupted();
                })
                .get();

        assertThat(interruptedWithin).isFalse();
        assertThat(stillInterrupted).isTrue();
    }
}
