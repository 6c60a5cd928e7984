package io.renderyard.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.AttemptLedger.Claim;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobSweeper;
import io.renderyard.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairTurnsIT {
    private final TestLedger ledger = TestLedger.shared();

    @Test
    void oneTenantsJobsAreClaimedInTheirOrder() {
        TenantId tenant = ledger.tenant();
        List<JobId> jobs = accepted(tenant, 5);

        assertThat(claimed(5)).extracting(claim -> claim.attempt().job()).isEqualTo(jobs);
    }

    @Test
    void whoComesLateIsServedNextHoweverManyWaitBefore() {
        TenantId crowd = ledger.tenant();
        accepted(crowd, 200);
        List<Claim> unused = claimed(20);
        TenantId late = ledger.tenant();
        accepted(late, 1);

        assertThat(claimed(2)).extracting(Claim::tenant).contains(late);
    }

    @Test
    void tenantsTakeTurns() {
        TenantId first = ledger.tenant();
        accepted(first, 20);
        TenantId second = ledger.tenant();
        accepted(second, 10);
        TenantId third = ledger.tenant();
        accepted(third, 10);

        List<TenantId> turns = claimed(30).stream().map(Claim::tenant).toList();

        assertThat(turns.stream().filter(first::equals)).hasSize(10);
        assertThat(turns.stream().filter(second::equals)).hasSize(10);
    }

    @Test
    void whoWaitedForNothingHasSavedUpNothing() {
        TenantId busy = ledger.tenant();
        accepted(busy, 50);
        List<Claim> unused = claimed(49);
        TenantId fresh = ledger.tenant();
        accepted(fresh, 20);
        accepted(busy, 20);

        List<TenantId> turns = claimed(20).stream().map(Claim::tenant).toList();

        assertThat(turns.stream().filter(busy::equals)).hasSizeBetween(9, 11);
    }

    @Test
    void jobsThatBecomeDueTogetherTakeTurnsToo() {
        TenantId crowd = ledger.tenant();
        accepted(crowd, 30);
        TenantId other = ledger.tenant();
        accepted(other, 5);
        ledger.jdbc().sql("update job set turn = null").update();

        assertThat(ledger.part(JobSweeper.class).ringForDue()).isEqualTo(35);

        assertThat(claimed(10))
                .extracting(Claim::tenant)
                .filteredOn(other::equals)
                .hasSize(5);
    }

    @Test
    void manyClaimersEmptyALaneWithoutMeeting() throws Exception {
        Set<JobId> jobs = new HashSet<>(accepted(ledger.tenant(), 120));
        jobs.addAll(accepted(ledger.tenant(), 40));
        try (var race = new Race()) {
            List<JobId> claimed = race
                    .run(
                            8,
                            () -> Stream.generate(ledger::claimNext)
                                    .takeWhile(Optional::isPresent)
                                    .map(claim -> claim.orElseThrow().attempt().job())
                                    .toList())
                    .stream()
                    .flatMap(List::stream)
                    .toList();

            assertThat(claimed).doesNotHaveDuplicates().hasSize(160).allMatch(jobs::contains);
        }
    }

    private List<JobId> accepted(TenantId tenant, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> ledger.accepted(TestLedger.submission(tenant)))
                .map(Job::id)
                .toList();
    }

    private List<Claim> claimed(int count) {
        List<AttemptLedger.Claim> claims = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            claims.add(ledger.claimNext().orElseThrow());
        }
        return claims;
    }
}
