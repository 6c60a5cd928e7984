package io.renderyard.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.JobTransition;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;

class JobTransitionIT {
    private final TestLedger ledger = TestLedger.shared();
    private final TenantId tenant = ledger.tenant();

    @BeforeEach
    void aPicture() {
        ledger.jdbc().sql("""
                        insert into artifact (id, tenant_id, attempt, storage_key, content_type, size, width, height,
                                              sha256, receipt)
                        values ('a picture', :tenant, 1, 'a.png', 'image/png', 1, 1, 1, 'ab', '{}')""").param("tenant", tenant.value()).update();
    }

    @ParameterizedTest
    @EnumSource
    void theDatabaseAllowsExactlyTheMovesOfTheTable(JobState from) {
        for (JobState to : JobState.values()) {
            UUID job = jobIn(from);
            if (from.mayBecome(to)) {
                assertThatCode(() -> move(job, to)).as("%s to %s", from, to).doesNotThrowAnyException();
                assertThat(stateOf(job)).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> move(job, to))
                        .as("%s to %s", from, to)
                        .hasMessageContaining("a job may not go from " + from + " to " + to);
                assertThat(stateOf(job)).isEqualTo(from);
            }
        }
    }

    @Test
    void theTableInTheDatabaseIsTheTableInTheCode() {
        assertThat(ledger.jdbc()
                        .sql("select from_state || '-' || to_state from job_transition")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(JobTransition.values())
                        .map(move -> move.from() + "-" + move.to())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aStateThatNobodyKnowsIsRefused() {
        UUID job = jobIn(JobState.QUEUED);

        assertThatThrownBy(() -> ledger.jdbc()
                        .sql("update job set state = 'PAUSED' where id = ?")
                        .param(job)
                        .update())
                .isInstanceOfAny(DataIntegrityViolationException.class, UncategorizedSQLException.class);
    }

    @Test
    void aTerminalJobWithoutItsReasonIsRefused() {
        UUID job = jobIn(JobState.RUNNING);

        assertThatThrownBy(() -> ledger.jdbc()
                        .sql("update job set state = 'FAILED', finished_at = now(), lease_until = null where id = ?")
                        .param(job)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private UUID jobIn(JobState state) {
        UUID job = UUID.randomUUID();
        ledger.jdbc()
                .sql("""
                        insert into job (id, tenant_id, lane, state, metadata, due_at, created_at,
                                         lease_until, finished_at, failure_code, cancel_reason, artifact_id)
                        select :job, :tenant, 'INTERACTIVE', :state, '{}', now(), now(), %s""".formatted(columns(state)))
                .param("job", job)
                .param("tenant", tenant.value())
                .param("state", state.name())
                .update();
        return job;
    }

    private void move(UUID job, JobState to) {
        ledger.jdbc()
                .sql("""
                        update job set (lease_until, finished_at, failure_code, cancel_reason, artifact_id) = (select %s),
                                       state = :state
                        where id = :job""".formatted(columns(to)))
                .param("job", job)
                .param("state", to.name())
                .update();
    }

    /** What must be set in this state: lease, end, failure, reason, artifact. */
    private static String columns(JobState state) {
        return switch (state) {
            case QUEUED -> "null::timestamptz, null::timestamptz, null, null, null";
            case RUNNING -> "now(), null::timestamptz, null, null, null";
            case SUCCEEDED -> "null::timestamptz, now(), null, null, 'a picture'";
            case FAILED -> "null::timestamptz, now(), 'TIMEOUT', null, null";
            case CANCELLED -> "null::timestamptz, now(), null, 'no longer wanted', null";
        };
    }

    private JobState stateOf(UUID job) {
        return JobState.valueOf(ledger.one(String.class, "select state from job where id = ?", job));
    }
}
