package io.renderyard.db.batch;

import static io.renderyard.db.batch.TestBatches.row;
import static io.renderyard.db.batch.TestBatches.rows;
import static io.renderyard.db.batch.TestBatches.same;
import static io.renderyard.db.batch.TestBatches.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.db.batch.TestBatches.Head;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchState;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.batch.Tally;
import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.Item;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobSweeper;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdmissionIT {
    private final TestLedger ledger = TestLedger.shared();
    private final TestBatches batches = new TestBatches(ledger);
    private final TenantId tenant = ledger.tenant();

    @Test
    void asManyAreInFlightAsItsConcurrencySays() {
        Batch batch = batches.accepted(Head.of(tenant).with(3), rows(10));

        assertThat(batches.admit()).isEqualTo(3);
        assertThat(batches.admit()).isZero();
        assertThat(batches.rung(batch)).isEqualTo(3);
        assertThat(batches.read(batch).tally()).isEqualTo(new Tally(7, 3, 0, 0, 0, 0));
        Attempt first = batches.claimed();
        assertThat(batches.admit()).isZero();
        batches.succeed(first);
        assertThat(batches.admit()).isEqualTo(1);
        assertThat(batches.read(batch).state()).isEqualTo(BatchState.PROCESSING);
    }

    @Test
    void itemsAreDrawnInTheOrderOfTheirRows() {
        batches.accepted(Head.of(tenant).with(2), rows(5));

        List<Integer> drawn = new ArrayList<>();
        while (batches.admit() > 0) {
            Attempt attempt = batches.claimed();
            drawn.add(rowOf(attempt));
            batches.succeed(attempt);
        }
        Attempt last = batches.claimed();
        drawn.add(rowOf(last));

        assertThat(drawn).containsExactly(1, 2, 3, 4, 5);
    }

    private int rowOf(Attempt attempt) {
        Item item = ledger.job(attempt.job()).item();
        return item == null ? 0 : item.row();
    }

    @Test
    void anItemThatFailedOnceIsStillInFlight() {
        Batch batch = batches.accepted(Head.of(tenant).with(1), rows(2));
        batches.admit();
        Attempt attempt = batches.claimed();
        ledger.part(AttemptLedger.class).release(attempt);

        assertThat(batches.admit()).isZero();
        ledger.part(JobSweeper.class).ringForDue();
        assertThat(rowOf(batches.claimed())).isEqualTo(1);
        assertThat(batches.read(batch).tally().waiting()).isEqualTo(1);
    }

    @Test
    void twoConductorsAdmitNoMoreThanOne() throws Exception {
        List<Batch> sent = Stream.generate(
                        () -> batches.accepted(Head.of(tenant).with(50), rows(200)))
                .limit(4)
                .toList();

        try (Race race = new Race()) {
            List<Integer> admitted = race.run(4, () -> {
                int sum = 0;
                for (int round = 0; round < 5; round++) {
                    sum += batches.admit();
                }
                return sum;
            });
            batches.admit();
            assertThat(admitted.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(200);
        }

        assertThat(sent).allSatisfy(batch -> {
            assertThat(batches.read(batch).tally()).isEqualTo(new Tally(150, 50, 0, 0, 0, 0));
            assertThat(batches.rung(batch)).isEqualTo(50);
        });
    }

    @Test
    void twoConductorsLeadEachPictureOnce() throws Exception {
        List<Row> shuffled = new ArrayList<>(rows(300));
        for (int i = 0; i < 4; i++) {
            Collections.shuffle(shuffled, new java.util.Random(i));
            batches.accepted(Head.of(tenant).with(300).with(Reuse.UNLIMITED), List.copyOf(shuffled));
        }

        try (Race race = new Race()) {
            race.run(4, batches::admit);
        }
        while (batches.admit() > 0) {
            // until all are in flight
        }

        assertThat(ledger.count("job where leads")).isEqualTo(300);
        assertThat(ledger.count("job where follows is not null")).isEqualTo(900);
        assertThat(batches.drawAll()).isEqualTo(300);
        assertThat(ledger.count("job where state = 'SUCCEEDED'")).isEqualTo(1_200);
    }

    @Test
    void tenThousandEqualItemsAreDrawnOnce() {
        Batch batch = batches.accepted(Head.of(tenant).with(100).with(Reuse.UNLIMITED), same(10_000));

        assertThat(batches.drawAll()).isEqualTo(1);
        assertThat(batches.finish()).isEqualTo(1);

        assertThat(batches.read(batch).state()).isEqualTo(BatchState.COMPLETED);
        assertThat(batches.read(batch).tally()).isEqualTo(new Tally(0, 0, 0, 10_000, 0, 0));
        assertThat(ledger.count("artifact")).isEqualTo(1);
        assertThat(ledger.count("event where type = 'JOB_SUCCEEDED'")).isEqualTo(10_000);
    }

    @Test
    void equalItemsThatShareNothingAreDrawnEach() {
        batches.accepted(Head.of(tenant).with(5), same(20));

        assertThat(batches.drawAll()).isEqualTo(20);
    }

    @Test
    void rowsThatAreNotToBeSharedAreDrawnEach() {
        RenderSpec spec = TestLedger.spec(new Source.Html("<p>own"));
        Row shared = new Row.Whole(spec, Variables.NONE, Map.of(), true);
        Row alone = new Row.Whole(spec, Variables.NONE, Map.of(), false);
        batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), List.of(shared, alone, shared, alone));

        assertThat(batches.drawAll()).isEqualTo(3);
    }

    @Test
    void aPictureFromBeforeIsGivenAtOnceAndNeedsNoRoom() {
        batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), List.of(row("a")));
        batches.drawAll();
        Batch second = batches.accepted(
                Head.of(tenant).with(1).with(Reuse.UNLIMITED).with(webhook(BatchWebhook.On.ITEM)),
                List.of(row("a"), row("a"), row("b"), row("a"), row("c")));

        assertThat(batches.admit()).isEqualTo(4);

        assertThat(batches.read(second).tally()).isEqualTo(new Tally(1, 1, 0, 3, 0, 0));
        assertThat(ledger.count(
                        "event join outbox on outbox.subject = event.id where event.batch_id = ?",
                        second.id().value()))
                .isEqualTo(3);
    }

    @Test
    void aPictureOutsideOfTheWindowIsDrawnAnew() {
        batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), List.of(row("a")));
        batches.drawAll();
        ledger.jdbc()
                .sql("update artifact set created_at = now() - interval '10 minutes'")
                .update();
        batches.accepted(Head.of(tenant).with(new Reuse(Duration.ofMinutes(5))), List.of(row("a")));

        assertThat(batches.drawAll()).isEqualTo(1);
    }

    @Test
    void aPictureThatIsOldInKeepingBecomesYoung() {
        batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), List.of(row("a")));
        batches.drawAll();
        ledger.jdbc()
                .sql("update artifact set kept_since = now() - interval '10 days'")
                .update();
        batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), same(2).subList(0, 1));
        batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), List.of(row("a"), row("a")));

        batches.admit();

        assertThat(ledger.count("job where state = 'SUCCEEDED'")).isEqualTo(3);
        assertThat(ledger.count("artifact where kept_since > now() - interval '1 minute'"))
                .isEqualTo(1);
    }

    @Test
    void anExpiredPictureIsDrawnAnew() {
        batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), List.of(row("a")));
        batches.drawAll();
        ledger.jdbc().sql("update artifact set expired_at = now()").update();
        batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), List.of(row("a")));

        assertThat(batches.drawAll()).isEqualTo(1);
    }

    @Test
    void nobodysPictureIsAnothers() {
        batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), List.of(row("a")));
        batches.accepted(Head.of(ledger.tenant()).with(Reuse.UNLIMITED), List.of(row("a")));

        assertThat(batches.drawAll()).isEqualTo(2);
    }

    @Test
    void anItemFollowsASingleJobOfItsPicture() {
        Head head = Head.of(tenant).with(Reuse.UNLIMITED);
        Job single = ledger.accepted(TestLedger.submission(
                tenant, head.full().bases().getFirst(), new Variables(Map.of("name", "a")), Reuse.UNLIMITED));
        Batch batch = batches.accepted(head, List.of(row("a"), row("a")));
        batches.admit();

        assertThat(batches.claim()).isEmpty();
        batches.succeed(ledger.claimed(single.id()));

        assertThat(batches.read(batch).tally()).isEqualTo(new Tally(0, 0, 0, 2, 0, 0));
    }

    @Test
    void followersOfAnItemFailAsItDid() {
        Batch batch = batches.accepted(Head.of(tenant).with(Reuse.UNLIMITED), same(3));
        batches.admit();
        batches.fail(batches.claimed());
        batches.finish();

        assertThat(batches.read(batch).state()).isEqualTo(BatchState.FAILED);
        assertThat(batches.read(batch).tally()).isEqualTo(new Tally(0, 0, 0, 0, 3, 0));
    }

    @Test
    void aHigherPriorityGoesFirst() {
        Batch low = batches.accepted(Head.of(tenant).with(Priority.LOW).with(2), rows(3));
        Batch high = batches.accepted(Head.of(tenant).with(Priority.HIGH).with(2), rows(3));
        Batch normal = batches.accepted(Head.of(tenant).with(2), rows(3));

        assertThat(batches.admit()).isEqualTo(2);
        assertThat(batches.read(high).tally().queued()).isEqualTo(2);
        batches.succeed(batches.claimed());
        batches.admit();
        assertThat(batches.read(high).tally().waiting()).isZero();
        batches.admit();
        assertThat(batches.read(normal).tally().queued()).isEqualTo(2);
        assertThat(batches.read(low).state()).isEqualTo(BatchState.PENDING);
    }

    @Test
    void aPausedBatchHoldsUpNobody() {
        Batch high = batches.accepted(Head.of(tenant).with(Priority.HIGH), rows(1));
        Batch low = batches.accepted(Head.of(tenant).with(Priority.LOW), rows(1));
        ledger.part(io.renderyard.kernel.batch.BatchLedger.class).pause(tenant, high.id());

        assertThat(batches.admit()).isEqualTo(1);
        assertThat(batches.read(low).tally().queued()).isEqualTo(1);
    }

    @Test
    void anotherTenantsPriorityIsItsOwn() {
        batches.accepted(Head.of(tenant).with(Priority.HIGH), rows(1));
        Batch low = batches.accepted(Head.of(ledger.tenant()).with(Priority.LOW), rows(1));

        assertThat(batches.admit()).isEqualTo(2);
        assertThat(batches.read(low).tally().queued()).isEqualTo(1);
    }

    @Test
    void tenantsTakeTurns() {
        batches.accepted(Head.of(tenant).with(100), rows(100));
        batches.admit();
        TenantId late = ledger.tenant();
        batches.accepted(Head.of(late).with(3), rows(3));
        batches.admit();

        List<TenantId> owners = Stream.generate(
                        () -> batches.claim().orElseThrow().tenant())
                .limit(6)
                .toList();

        assertThat(owners).filteredOn(late::equals).hasSize(3);
    }

    @Test
    void aBatchOfWrongRowsEndsAtOnce() {
        Batch batch = batches.accepted(Head.of(tenant), List.of(new Row.Wrong("a"), new Row.Wrong("b")));

        assertThat(batches.finish()).isEqualTo(1);
        assertThat(batches.finish()).isZero();
        assertThat(batches.read(batch).state()).isEqualTo(BatchState.FAILED);
    }

    @Test
    void theEndIsToldOnce() throws Exception {
        Batch batch = batches.accepted(
                Head.of(tenant).with(webhook(BatchWebhook.On.BATCH)), List.of(row("a"), new Row.Wrong("b")));
        batches.drawAll();

        Callable<Integer> finish = batches::finish;
        try (Race race = new Race()) {
            assertThat(race.run(4, finish).stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(1);
        }

        assertThat(batches.read(batch).state()).isEqualTo(BatchState.PARTIAL);
        assertThat(batches.read(batch).finishedAt()).isNotNull();
        assertThat(ledger.count("event where type = 'BATCH_PARTIAL' and fanned_out_at is null"))
                .isEqualTo(1);
        assertThat(ledger.count("outbox join event on event.id = subject where type = 'BATCH_PARTIAL'"))
                .isEqualTo(1);
    }
}
