package io.renderyard.conformance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.bench.fake.Stamp;
import io.renderyard.conformance.fault.child.StoreFault;
import io.renderyard.conformance.fault.farm.Answer;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Row 22: the place for pictures is full, then slow, then gone. Needs root, to make one that can be filled. */
@SideBySide
class BadStorageFaultIT {
    private static final int MEGABYTES = 8;
    private static final int PER_SECOND = 5;
    /** Long enough for all three attempts of the first jobs, with their gaps of one and two seconds. */
    private static final Duration LASTING = Duration.ofSeconds(Row.isNightly() ? 30 : 6);

    @Test
    void jobsAreTriedAgainAndNobodyEverReadsAPartOfAPicture() {
        Row.run(22, (farm, row) -> {
            farm.boundArtifacts(MEGABYTES);
            FarmProcess worker = farm.workers("worker", 1, Size.slots(8)).getFirst();
            UUID early = farm.client().submit(1).getFirst();
            farm.ledger().awaitAllEnded(Duration.ofSeconds(20));
            String picture = farm.client().picturePath(early);

            Path filler = farm.artifacts().resolve("filler");
            broken(farm, row, picture, () -> fill(filler), () -> Files.delete(filler));
            assertThat(failures(farm)).as("attempts that failed").isPositive();
            broken(
                    farm,
                    row,
                    picture,
                    () -> tell(farm, worker, StoreFault.SLOW),
                    () -> tell(farm, worker, StoreFault.NONE));
            long before = failures(farm);
            broken(
                    farm,
                    row,
                    picture,
                    () -> tell(farm, worker, StoreFault.GONE),
                    () -> tell(farm, worker, StoreFault.NONE));
            assertThat(failures(farm)).as("attempts that failed").isGreaterThan(before);

            assertThat(farm.ledger()
                            .count("select count(*) from attempt where outcome = 'FAILED' and failure <> 'storage'"))
                    .isZero();
            assertThat(farm.ledger()
                            .count("select count(*) from job where state = 'FAILED' and failure_code <> 'STORAGE'"))
                    .isZero();
            for (UUID job : farm.client().answers().jobs()) {
                whole(farm, job);
            }
        });
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void broken(Farm farm, Row row, String picture, Step fault, Step repair) throws Exception {
        fault.run();
        int jobs = Math.toIntExact(PER_SECOND * LASTING.toSeconds());
        List<Optional<Answer>> reads = Load.run(PER_SECOND, jobs, page -> () -> {
            var _ = farm.client().submit(1);
            return page % PER_SECOND == 0 ? farm.client().getOnce(picture) : Optional.empty();
        });
        reads.stream()
                .flatMap(Optional::stream)
                .filter(Answer::isAccepted)
                .forEach(answer -> Stamp.read(answer.bytes()));

        repair.run();
        long repaired = System.nanoTime();
        List<UUID> after = farm.client().submit(1);
        await("pictures are stored again")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> farm.ledger().succeeded(after) == after.size());
        row.took(Duration.ofNanos(System.nanoTime() - repaired));
        farm.ledger().awaitAllEnded(Duration.ofMinutes(1));
        row.tried(jobs);
    }

    /** What succeeded can be read, all of it; what failed has no picture. */
    private static void whole(Farm farm, UUID job) {
        if (farm.ledger().succeeded(List.of(job)) == 1) {
            assertThat(Stamp.read(farm.client().picture(job)).job()).isEqualTo(job.toString());
        } else {
            assertThat(farm.client().picturePath(job)).isEmpty();
        }
    }

    private static long failures(Farm farm) {
        return farm.ledger().count("select count(*) from attempt where outcome = 'FAILED' and failure = 'storage'");
    }

    private static void tell(Farm farm, FarmProcess worker, StoreFault fault) {
        worker.store(fault);
        farm.gateway().store(fault);
    }

    /** Down to the last byte: first in large pieces, then in single ones. */
    private static void fill(Path filler) {
        for (int piece : new int[] {4096, 1}) {
            try (OutputStream out =
                    Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(new byte[piece]);
                }
            } catch (IOException full) {
                assertThat(full).hasMessageContaining("No space left");
            }
        }
    }
}
