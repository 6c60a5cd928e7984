package io.renderyard.db.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.db.TestPostgres;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchAdmission;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.QuotaExceededException;
import io.renderyard.kernel.usage.RenderUsage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two gateways on one database. A tenant may have twenty renders a month; one of them has a quota of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotaIT {
    private static final int QUOTA = 20;
    private static final TenantId OWN = new TenantId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a11"));
    private static final TenantId FREE = new TenantId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a12"));

    private final TestPostgres.Database database = TestPostgres.fresh();
    private final Map<String, String> settings = Map.of(
            "renderyard.quotas.per-month",
            "" + QUOTA,
            "renderyard.quotas.tenants[" + OWN + "].per-hour",
            "2",
            "renderyard.quotas.tenants[" + OWN + "].per-day",
            "3",
            "renderyard.quotas.tenants[" + FREE + "].per-day",
            "1000000");
    private final TestLedger first = TestLedger.on(database, settings);
    private final TestLedger second = TestLedger.on(database, settings);
    private TenantId tenant = OWN;

    @BeforeEach
    void clear() {
        first.jdbc().sql("truncate tenant, outbox cascade").update();
        tenant = first.tenant();
    }

    @AfterAll
    void close() {
        first.close();
        second.close();
    }

    private static Acceptance<Job> accept(TestLedger ledger, TenantId tenant, String key) {
        return ledger.part(SubmissionLedger.class)
                .accept(TestLedger.submission(tenant), new IdempotencyKey(key, "ab".repeat(32)));
    }

    private void accept(int jobs) {
        for (int i = 0; i < jobs; i++) {
            Job unused = first.accepted(TestLedger.submission(tenant));
        }
    }

    private long accepted() {
        return first.count("job where tenant_id = ?", tenant.value());
    }

    @Test
    void twoGatewaysAtOnceDoNotExceedIt() throws Exception {
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TestLedger gateway = i % 2 == 0 ? first : second;
            String name = "client-" + i;
            clients.add(() -> submitted(gateway, name));
        }
        int yes;
        try (Race race = new Race()) {
            yes = race.run(clients).stream().mapToInt(Integer::intValue).sum();
        }

        assertThat(yes).isEqualTo(QUOTA);
        assertThat(accepted()).isEqualTo(QUOTA);
        assertThat(first.count("outbox")).isEqualTo(first.count("job where batch_id is null"));
        assertThat(first.count("batch")).isEqualTo(first.count("job where batch_id is not null"));
        assertThat(first.one(Long.class, "select sum(accepted) from render_usage"))
                .isEqualTo(QUOTA);
    }

    /** Some with a key and some without, and batches of one. */
    private int submitted(TestLedger gateway, String name) {
        int yes = 0;
        for (int i = 0; i < 5; i++) {
            try {
                switch (i % 3) {
                    case 0 -> accept(gateway, tenant, name + i);
                    case 1 -> gateway.accepted(TestLedger.submission(tenant));
                    default -> gateway.part(BatchLedger.class).accept(Batches.head(tenant), Batches.rows(1), null);
                }
                yes++;
            } catch (QuotaExceededException refused) {
                assertThat(refused.retryAfter()).isPositive();
            }
        }
        return yes;
    }

    @Test
    void whoIsRefusedIsToldTheNumbersAndNothingIsWritten() {
        accept(QUOTA - 1);
        long rings = first.count("outbox");

        assertThatThrownBy(
                        () -> first.part(BatchLedger.class).accept(Batches.head(tenant), Batches.rows(2), key("batch")))
                .isInstanceOfSatisfying(
                        QuotaExceededException.class,
                        refused -> assertThat(refused.retryAfter()).isBetween(Duration.ZERO, Duration.ofDays(31)))
                .hasMessage("The quota is 20 renders per month of UTC; 19 are used, and this asks for 2.");

        assertThat(first.count("batch")).isZero();
        assertThat(first.count("idempotency")).isZero();
        assertThat(first.count("outbox")).isEqualTo(rings);
        assertThat(accepted()).isEqualTo(QUOTA - 1);
        assertThat(first.part(BatchLedger.class).accept(Batches.head(tenant), Batches.rows(1), key("batch")))
                .isInstanceOf(Acceptance.Accepted.class);
        assertThatThrownBy(() -> accept(first, tenant, "job")).isInstanceOf(QuotaExceededException.class);
        assertThat(first.count("idempotency")).isOne();
    }

    private static IdempotencyKey key(String name) {
        return new IdempotencyKey(name, "ab".repeat(32));
    }

    @Test
    void whatWasAcceptedIsStillAnsweredWhenTheQuotaIsUsedUp() {
        Acceptance<Job> before = accept(first, tenant, "k");
        accept(QUOTA - 1);

        assertThat(before).isInstanceOf(Acceptance.Accepted.class);
        assertThat(accept(second, tenant, "k")).isInstanceOf(Acceptance.Repeated.class);
    }

    @Test
    void theNextMonthBeginsWithNothingAndFoldingForgetsNothing() {
        accept(QUOTA);
        assertThat(first.part(RenderUsage.class).fold()).isPositive();
        assertThatThrownBy(() -> accept(1)).isInstanceOf(QuotaExceededException.class);

        first.jdbc()
                .sql("update render_hour set hour = hour - interval '31 days'")
                .update();
        accept(1);
        assertThat(accepted()).isEqualTo(QUOTA + 1);
    }

    @Test
    void aTenantsOwnQuotaStandsInThePlaceOfTheCommonOne() {
        tenant = named(OWN);
        accept(2);
        assertThatThrownBy(() -> accept(1)).hasMessageContaining("2 renders per hour");
        first.jdbc()
                .sql("update render_entry set hour = hour - interval '1 hour'")
                .update();
        boolean sameDay = first.one(
                Boolean.class,
                "select date_trunc('day', now(), 'UTC') = date_trunc('day', now() - interval '1 hour', 'UTC')");
        accept(1);
        if (sameDay) {
            assertThatThrownBy(() -> accept(1)).hasMessageContaining("3 renders per day");
        }

        tenant = named(FREE);
        accept(QUOTA + 1);
        assertThat(accepted()).isEqualTo(QUOTA + 1);
    }

    private TenantId named(TenantId id) {
        first.jdbc()
                .sql("insert into tenant (id, name, webhook_secret) values (:id, 'somebody', '')")
                .param("id", id.value())
                .update();
        return id;
    }

    @Test
    void drawingTheFailedItemsOfABatchAnewCountsToo() {
        Acceptance<Batch> batch = first.part(BatchLedger.class).accept(Batches.head(tenant), Batches.rows(10), null);
        assertThat(batch).isInstanceOf(Acceptance.Accepted.class);
        Batch made = ((Acceptance.Accepted<Batch>) batch).made();
        failAll();

        assertThat(first.part(BatchLedger.class).retry(tenant, made.id(), key("again")))
                .isPresent();
        failAll();
        assertThatThrownBy(() -> first.part(BatchLedger.class).retry(tenant, made.id(), key("once more")))
                .hasMessageContaining("20 are used, and this asks for 10");
        assertThat(first.count("job where replaced_by is not null")).isEqualTo(10);
    }

    private void failAll() {
        AttemptLedger attempts = first.part(AttemptLedger.class);
        int unused = first.part(BatchAdmission.class).admit();
        for (var claim = attempts.claim(Lane.BATCH, "w"); claim.isPresent(); claim = attempts.claim(Lane.BATCH, "w")) {
            assertThat(attempts.fail(claim.get().attempt(), new Failure(FailureCode.SCRIPT_FAILED, "it threw")))
                    .isTrue();
        }
    }

    @Test
    void aQuotaBelowNothingIsRefusedByName() {
        assertThatThrownBy(() -> new QuotaSettings(null, -1L, null, Map.of()))
                .hasMessageContaining("renderyard.quotas.per-day");
        assertThatThrownBy(() -> new QuotaSettings(
                        null, null, null, Map.of(OWN.value(), new QuotaSettings.Own(null, null, -1L))))
                .hasMessageContaining("renderyard.quotas.tenants." + OWN + ".per-month");
    }
}
