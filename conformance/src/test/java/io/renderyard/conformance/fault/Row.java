package io.renderyard.conformance.fault;

import io.renderyard.conformance.fault.audit.LedgerAudit;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.Receiver;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One row of the bar while it is tried: its number, its seed, and what was counted. A row ends with the audit and prints
 * its line; when it fails, the seed is said.
 */
final class Row {
    private static final String TRIALS = "renderyard.trials";
    private static final String SEED = "renderyard.seed";

    private final int number;
    private final long seed;
    private final Random random;
    private int trials;
    private Duration worst = Duration.ZERO;
    private long duplicates;
    private String more = "";

    private Row(int number) {
        this.number = number;
        this.seed = Long.getLong(SEED, new Random().nextLong());
        this.random = new Random(seed);
    }

    /** What is tried on a farm. */
    interface Trial {
        void on(Farm farm, Row row) throws Exception;
    }

    /** What is tried without one. */
    interface Bare {
        void with(Row row) throws Exception;
    }

    /** On a farm of its own, named after the row. */
    static void run(int number, Trial trial) {
        run(number, Farm.Plan.plain(), null, trial);
    }

    /** @param rabbit settings of the broker, as {@link Farm#start(String, String)} takes them */
    static void run(int number, String rabbit, Trial trial) {
        run(number, new Farm.Plan(rabbit, Map.of()), null, trial);
    }

    /** @param settings of all processes of the farm */
    static void run(int number, Map<String, String> settings, Trial trial) {
        run(number, new Farm.Plan(Farm.PLAIN, settings), null, trial);
    }

    /** @param receiver takes the webhooks of this row, and all of them */
    static void run(int number, Farm.Plan plan, @Nullable Receiver receiver, Trial trial) {
        bare(number, row -> {
            try (Farm farm = Farm.start("row-" + number, plan)) {
                trial.on(farm, row);
                row.duplicates = farm.ledger().duplicates();
                LedgerAudit.of(
                                farm.ledger().database(),
                                farm.artifacts(),
                                farm.client().answers().jobs(),
                                receiver == null ? null : receiver.received())
                        .check();
            }
        });
    }

    static void bare(int number, Bare trial) {
        Row row = new Row(number);
        try {
            trial.with(row);
            row.say("pass");
        } catch (AssertionError | Exception e) {
            row.say("fail, -D" + SEED + "=" + row.seed);
            // The summary of a run shows the message alone.
            throw new AssertionError(
                    "Row " + number + " failed: " + e.getMessage() + "; again with -D" + SEED + "=" + row.seed, e);
        }
    }

    private void say(String verdict) {
        System.out.printf(
                Locale.ROOT,
                "Row %d: trials=%d, worst=%.1f s, duplicates=%d, %s%s%n",
                number,
                trials,
                worst.toMillis() / 1e3,
                duplicates,
                more,
                verdict);
    }

    /** How many of a nightly count this run makes: all of them with {@code -Drenderyard.trials=nightly}, else a tenth. */
    static int size(int nightly) {
        return isNightly() ? nightly : Math.ceilDiv(nightly, 10);
    }

    static boolean isNightly() {
        return "nightly".equals(System.getProperty(TRIALS));
    }

    Random random() {
        return random;
    }

    void tried(int count) {
        trials += count;
    }

    void took(Duration time) {
        worst = time.compareTo(worst) > 0 ? time : worst;
    }

    /** Fails when anything took longer than that. */
    void atMost(Duration promised) {
        if (worst.compareTo(promised) > 0) {
            throw new AssertionError("took " + worst + ", promised were " + promised);
        }
    }

    /** Something else that the line is to say. */
    void note(String what) {
        more += what + ", ";
    }
}
