package io.renderyard.db.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdempotencyIT {
    private static final IdempotencyKey KEY = new IdempotencyKey("order-7", "ab".repeat(32));
    private static final IdempotencyKey OTHER_REQUEST = new IdempotencyKey("order-7", "cd".repeat(32));

    private final TestLedger ledger = TestLedger.shared();
    private final SubmissionLedger submissions = ledger.part(SubmissionLedger.class);
    private final TenantId tenant = ledger.tenant();

    @Test
    void theSameRequestIsDoneOnce() {
        Job job = made(accept(tenant, KEY));

        assertThat(accept(tenant, KEY)).isEqualTo(new Acceptance.Repeated<>(job));
        ledger.claimed(job.id());
        assertThat(accept(tenant, KEY)).isEqualTo(new Acceptance.Repeated<>(ledger.job(job.id())));
        assertThat(ledger.count("job")).isOne();
        assertThat(ledger.count("outbox")).isOne();
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefusedAndWritesNothing() {
        accept(tenant, KEY);

        assertThat(accept(tenant, OTHER_REQUEST)).isEqualTo(new Acceptance.KeyTaken<>());
        assertThat(ledger.count("job")).isOne();
    }

    @Test
    void aKeyIsItsTenantsOwn() {
        Job mine = made(accept(tenant, KEY));
        Job yours = made(accept(ledger.tenant(), OTHER_REQUEST));

        assertThat(yours.id()).isNotEqualTo(mine.id());
    }

    @Test
    void aKeyIsFreeAgainAfterADay() {
        Job old = made(accept(tenant, KEY));
        ledger.jdbc()
                .sql("update idempotency set created_at = now() - interval '25 hours'")
                .update();

        Job fresh = made(accept(tenant, OTHER_REQUEST));

        assertThat(fresh.id()).isNotEqualTo(old.id());
        assertThat(accept(tenant, OTHER_REQUEST)).isEqualTo(new Acceptance.Repeated<>(fresh));
    }

    @Test
    void ofManyAtOnceOneIsAcceptedAndAllGetItsJob() throws Exception {
        try (var race = new Race()) {
            for (int round = 0; round < 20; round++) {
                IdempotencyKey key = new IdempotencyKey("round-" + round, "ab".repeat(32));

                List<Acceptance<Job>> answers = race.run(12, () -> accept(tenant, key));

                assertThat(answers.stream().filter(Acceptance.Accepted.class::isInstance))
                        .hasSize(1);
                assertThat(answers.stream()
                                .map(IdempotencyIT::made)
                                .map(Job::id)
                                .distinct())
                        .hasSize(1);
            }
            assertThat(ledger.count("job")).isEqualTo(20);
        }
    }

    /** Keys and shared pictures in one statement: a key must never be kept without its job. */
    @Test
    void identicalContentUnderDifferentKeysLeavesNoKeyWithoutItsJob() throws Exception {
        try (var race = new Race()) {
            for (int round = 0; round < 20; round++) {
                Submission submission = TestLedger.submission(
                        tenant, TestLedger.spec(new Source.Html("<p>round " + round)), Variables.NONE, Reuse.UNLIMITED);

                List<Acceptance<Job>> unused = race.run(
                        12,
                        () -> submissions.accept(
                                submission,
                                new IdempotencyKey(
                                        Thread.currentThread().getName() + "-"
                                                + Thread.currentThread().threadId() + submission.hashCode(),
                                        "ab".repeat(32))));
            }
        }
        assertThat(ledger.count("idempotency")).isEqualTo(240);
        assertThat(ledger.count("idempotency where subject not in (select id from job)"))
                .isZero();
        assertThat(ledger.count("job where leads")).isEqualTo(20);
        assertThat(ledger.count("job where follows is not null")).isEqualTo(220);
    }

    private Acceptance<Job> accept(TenantId owner, IdempotencyKey key) {
        return submissions.accept(TestLedger.submission(owner), key);
    }

    private static Job made(Acceptance<Job> acceptance) {
        return switch (acceptance) {
            case Acceptance.Accepted<Job>(Job job) -> job;
            case Acceptance.Repeated<Job>(Job job) -> job;
            case Acceptance.KeyTaken<Job> taken -> throw new AssertionError("the key is taken");
        };
    }
}
