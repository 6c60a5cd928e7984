package io.renderyard.db.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.TestLedger;
import io.renderyard.db.ledger.Audience;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.subscription.SubscriptionLedger;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which events ring for subscriptions, and what it costs the others. */
class AudienceIT {
    private static final int TENANTS = 5_000;

    private final TestLedger ledger = TestLedger.shared();

    @Test
    void whoeverEndsAJobRingsForSubscriptions() {
        TenantId mine = subscribed();
        AttemptLedger attempts = ledger.part(AttemptLedger.class);
        Job drawn = ledger.accepted(submission(mine, "drawn"));
        ledger.drawn(drawn);
        Job warm = ledger.accepted(submission(mine, "drawn"));
        Job failed = ledger.accepted(submission(mine, "failed"));
        Job follower = ledger.accepted(submission(mine, "failed"));
        attempts.fail(ledger.claimed(failed.id()), new Failure(FailureCode.SCRIPT_FAILED, "it threw"));
        Job cancelled = ledger.accepted(submission(mine, "cancelled"));
        ledger.part(JobCanceller.class).cancel(mine, cancelled.id(), "no longer wanted");

        assertThat(warm.state()).isEqualTo(JobState.SUCCEEDED);
        for (Job job : List.of(drawn, warm, failed, follower, cancelled)) {
            assertThat(ledger.count(
                            "event join outbox on subject = event.id where fanned_out_at is null and job_id = ?",
                            job.id().value()))
                    .isOne();
        }
    }

    private TenantId subscribed() {
        TenantId tenant = ledger.tenant();
        ledger.part(SubscriptionLedger.class)
                .create(tenant, new Wish("wire", "done", "{}"), URI.create("https://receiver.example/"), "custom");
        return tenant;
    }

    private static Submission submission(TenantId tenant, String content) {
        Submission named = TestLedger.submission(
                tenant, TestLedger.spec(new Source.Html(content)), Variables.NONE, new Reuse(Duration.ofHours(1)));
        return new Submission(
                tenant, named.spec(), named.variables(), named.lane(), null, named.metadata(), named.reuse());
    }

    @Test
    void aTenantWithoutSubscriptionsIsKnownByAFewPagesOfAnIndexHoweverManyOthersHave() {
        TenantId mine = ledger.tenant();
        ledger.jdbc().sql("""
                        with others as (
                            insert into tenant (id, name, webhook_secret)
                            select gen_random_uuid(), 'other', '' from generate_series(1, :tenants) returning id)
                        insert into subscription (id, tenant_id, shape, topic, filters, target_url, platform, status,
                                                  secret, created_at, updated_at)
                        select gen_random_uuid(), id, 'wire', 'done', '{}', 'https://receiver.example/', 'custom',
                               'ACTIVE', '', now(), now()
                        from others""").param("tenants", TENANTS).update();
        ledger.jdbc().sql("vacuum analyze subscription").update();

        List<String> plan = ledger.jdbc()
                .sql("""
                        explain (analyze, buffers, costs off, timing off)
                        select %s from (select cast(null as text) as webhook_url, cast(:tenant as uuid) as tenant_id) as ended
                        """.formatted(Audience.none("ended")))
                .param("tenant", mine.value())
                .query(String.class)
                .list();

        assertThat(plan).anyMatch(line -> line.contains("subscription_active"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan on subscription"));
        assertThat(plan)
                .filteredOn(line -> line.contains("Buffers: shared"))
                .first()
                .asString()
                .matches(".*Buffers: shared hit=[1-4](?: .*)?");
    }
}
