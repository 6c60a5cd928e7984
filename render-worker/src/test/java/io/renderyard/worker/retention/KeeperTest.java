package io.renderyard.worker.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.renderyard.kernel.retention.Retention;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeeperTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aRoundTakesWhatIsOldAndLeavesTheRest() {
        PlayedFarm farm = farm();

        round(farm);

        assertThat(farm.rows.keySet())
                .as("the one whose job is gone goes with its bytes in the next round")
                .containsExactly("expiring", "kept", "unused");
        round(farm);
        assertThat(farm.rows.keySet()).containsExactly("expiring", "kept");
        assertThat(farm.bytes.keySet()).containsExactly("aa/bb/foreign.png", "aa/bb/kept.png", "aa/bb/young.png");
        assertThat(counted("artifacts_expired")).isEqualTo(1);
        assertThat(counted("jobs")).isEqualTo(1);
        assertThat(counted("bytes")).isEqualTo(2);
        assertThat(counted("artifacts")).isEqualTo(1);
        assertThat(counted("orphans")).isEqualTo(1);
        assertThat(counted("keys")).isEqualTo(3);
        assertThat(meters.counter("renderyard.artifacts.missing").count()).isZero();
    }

    /** Killed before and after each deed of a round, and once more in the next one; then another worker goes on. */
    @Test
    void whereverItDiesNothingIsServedWithoutBytesAndNothingIsLeft() {
        int deaths = 0;
        for (int first = 1; ; first++) {
            boolean died = false;
            for (int second = 1; second <= 6; second++) {
                PlayedFarm farm = farm();
                died = dies(farm, first);
                boolean unused = dies(farm, second);
                farm.live();
                round(farm);
                round(farm);

                assertThat(farm.rows.keySet())
                        .as("died at %s and %s", first, second)
                        .containsExactly("expiring", "kept");
                assertThat(farm.bytes.keySet())
                        .as("died at %s and %s", first, second)
                        .containsExactly("aa/bb/foreign.png", "aa/bb/kept.png", "aa/bb/young.png");
            }
            if (!died) {
                break;
            }
            deaths++;
        }
        assertThat(deaths).isGreaterThan(15);
        System.out.printf("retention died at each of %d deeds%n", deaths);
    }

    private boolean dies(PlayedFarm farm, int deed) {
        farm.dieAt(deed);
        try {
            round(farm);
            return false;
        } catch (PlayedFarm.Died killed) {
            return true;
        } finally {
            assertThat(farm.rows.values().stream().filter(row -> !row.expired))
                    .as("died at %s", deed)
                    .allMatch(row -> farm.bytes.containsKey(row.artifact.key().path()));
        }
    }

    @Test
    void bytesThatCannotBeDeletedAreTriedAgain() {
        PlayedFarm farm = farm();
        farm.stuck.add("aa/bb/expiring.png");
        round(farm);
        assertThat(farm.findExpired(9))
                .extracting(artifact -> artifact.id().value())
                .containsExactly("expiring");
        assertThat(farm.bytes).doesNotContainKey("aa/bb/unused.png");

        farm.stuck.clear();
        round(farm);

        assertThat(farm.findExpired(9)).isEmpty();
        assertThat(farm.bytes).doesNotContainKey("aa/bb/expiring.png");
    }

    @Test
    void anArtifactWithoutBytesIsReportedAndNotDeleted() {
        PlayedFarm farm = farm();
        farm.bytes.remove("aa/bb/kept.png");

        round(farm);

        assertThat(meters.counter("renderyard.artifacts.missing").count()).isEqualTo(1);
        assertThat(farm.rows).containsKey("kept");
    }

    @Test
    void aLedgerThatWasNeverClearedIsClearedOverSeveralRounds() {
        AtomicInteger steps = new AtomicInteger();
        Retention endless = new EndlessRetention(steps);
        RetentionSettings settings = RetentionSettingsTest.defaults();

        new LedgerRetention(endless, settings, new RetentionMeters(meters)).round(() -> false);

        assertThat(steps)
                .as("steps of the five kinds that do not wait for the events")
                .hasValue(500);
    }

    @Test
    void aStopEndsARoundBetweenTwoSteps() {
        AtomicInteger steps = new AtomicInteger();

        new LedgerRetention(new EndlessRetention(steps), RetentionSettingsTest.defaults(), new RetentionMeters(meters))
                .round(() -> steps.get() == 7);

        assertThat(steps).hasValue(7);
    }

    private PlayedFarm farm() {
        PlayedFarm farm = new PlayedFarm();
        farm.picture("kept");
        farm.picture("expiring").old = true;
        PlayedFarm.Job job = farm.picture("unused").job;
        if (job != null) {
            job.old = true;
        }
        farm.bytes.put("aa/bb/orphan.png", PlayedFarm.LONG_AGO);
        farm.bytes.put("aa/bb/young.png", PlayedFarm.NOW.minus(Duration.ofMinutes(5)));
        farm.bytes.put("aa/bb/foreign.png", PlayedFarm.LONG_AGO);
        farm.foreign.add("aa/bb/foreign.png");
        farm.keys = 3;
        return farm;
    }

    /** By a worker that has just started. */
    private void round(PlayedFarm farm) {
        RetentionMeters counted = new RetentionMeters(meters);
        RetentionSettings settings = RetentionSettingsTest.defaults();
        new Keeper(
                        new LedgerRetention(farm, settings, counted),
                        new ExpiredBytes(farm, farm, counted),
                        new Orphans(farm, farm, () -> PlayedFarm.NOW, settings, counted),
                        new MissingBytes(farm, farm, counted),
                        counted,
                        settings)
                .round(() -> false);
    }

    private double counted(String kind) {
        return meters.counter("renderyard.retention.removed", "kind", kind).count();
    }

    /** There is always more. */
    private record EndlessRetention(AtomicInteger steps) implements Retention {
        private int step() {
            steps.incrementAndGet();
            return STEP;
        }

        @Override
        public int expireArtifacts(Duration age) {
            return step();
        }

        @Override
        public int deleteEvents(Duration age) {
            return step();
        }

        @Override
        public int deleteJobs(Duration age) {
            return step();
        }

        @Override
        public int deleteBatches(Duration age) {
            return step();
        }

        @Override
        public int deleteKeys() {
            return step();
        }

        @Override
        public int deletePaintings() {
            return step();
        }

        @Override
        public int deleteArtifacts() {
            return step();
        }
    }
}
