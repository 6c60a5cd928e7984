package io.renderyard.db.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.db.Race;
import io.renderyard.db.TestDoorbell;
import io.renderyard.db.TestDoorbell.Mood;
import io.renderyard.db.TestPostgres;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RelayIT {
    private static final JdbcClient DATABASE =
            JdbcClient.create(TestPostgres.fresh().dataSource());

    private final Outbox outbox = new Outbox(DATABASE);
    private final TestDoorbell doorbell = new TestDoorbell(Mood.HOLDS);
    private final Relay relay = new Relay(outbox, doorbell);

    @AfterEach
    void stopAndForget() {
        relay.stop();
        DATABASE.sql("truncate outbox").update();
    }

    @Test
    void aFreshRingIsHandedOnAtOnceAndForgottenWhenHeld() throws InterruptedException {
        relay.start();
        OutboxEntry entry = written(new Ring.JobReady(new JobId(UUID.randomUUID()), Lane.HEAVY), "5 seconds");

        relay.publish(entry);

        // The sweep would leave it alone for five seconds.
        assertThat(doorbell.rings().poll(3, TimeUnit.SECONDS)).isEqualTo(entry.ring());
        await().untilAsserted(() -> assertThat(entries()).isZero());
    }

    @Test
    void whatIsRefusedStaysUntilItIsHeld() throws InterruptedException {
        doorbell.become(Mood.REFUSES);
        relay.start();
        OutboxEntry entry = written(new Ring.EventRecorded(new EventId(UUID.randomUUID())), "1 hour");
        relay.publish(entry);
        assertThat(doorbell.rings().poll(3, TimeUnit.SECONDS)).isEqualTo(entry.ring());
        assertThat(entries()).isOne();

        doorbell.become(Mood.HOLDS);
        abandon(entry);

        assertThat(doorbell.rings().poll(5, TimeUnit.SECONDS)).isEqualTo(entry.ring());
        await().untilAsserted(() -> assertThat(entries()).isZero());
    }

    @Test
    void whatIsNeverAnsweredStaysAndHoldsNobodyUp() throws InterruptedException {
        doorbell.become(Mood.NEVER_ANSWERS);
        relay.start();
        OutboxEntry silent = written(new Ring.EventRecorded(new EventId(UUID.randomUUID())), "1 hour");
        relay.publish(silent);
        assertThat(doorbell.rings().poll(3, TimeUnit.SECONDS)).isEqualTo(silent.ring());

        doorbell.become(Mood.HOLDS);
        OutboxEntry next = written(new Ring.EventRecorded(new EventId(UUID.randomUUID())), "1 hour");
        relay.publish(next);

        assertThat(doorbell.rings().poll(3, TimeUnit.SECONDS)).isEqualTo(next.ring());
        await().untilAsserted(() -> assertThat(ids()).containsExactly(silent.id()));
    }

    @Test
    void whatNobodyWasThereForIsRungAsSoonAsSomebodyIs() throws InterruptedException {
        doorbell.become(Mood.IS_OUT_OF_REACH);
        relay.start();
        OutboxEntry entry = written(new Ring.EventRecorded(new EventId(UUID.randomUUID())), "1 hour");
        relay.publish(entry);
        assertThat(doorbell.rings().poll(3, TimeUnit.SECONDS)).isEqualTo(entry.ring());

        doorbell.become(Mood.HOLDS);

        // Its claim, which would last for an hour, is given back.
        await().untilAsserted(() -> assertThat(entries()).isZero());
    }

    @Test
    void whileNobodyIsThereOneRingATimeIsTried() {
        int many = 20;
        IntStream.range(0, many)
                .forEach(i -> written(new Ring.EventRecorded(new EventId(UUID.randomUUID())), "-1 second"));
        doorbell.become(Mood.IS_OUT_OF_REACH);
        relay.start();

        await().until(() -> doorbell.rings().size() >= 3);
        assertThat(doorbell.rings()).hasSizeLessThan(many);

        doorbell.become(Mood.HOLDS);
        await().untilAsserted(() -> assertThat(entries()).isZero());
    }

    @Test
    void whatAnotherProcessLeftBehindIsRungOnceItsClaimIsOver() throws InterruptedException {
        OutboxEntry claimed = written(new Ring.EventRecorded(new EventId(UUID.randomUUID())), "1 hour");
        OutboxEntry left = written(new Ring.JobReady(new JobId(UUID.randomUUID()), Lane.BATCH), "-1 second");

        relay.start();

        assertThat(doorbell.rings().poll(5, TimeUnit.SECONDS)).isEqualTo(left.ring());
        await().untilAsserted(() -> assertThat(ids()).containsExactly(claimed.id()));
        abandon(claimed);
        assertThat(doorbell.rings().poll(5, TimeUnit.SECONDS)).isEqualTo(claimed.ring());
    }

    @Test
    void whoeverLeavesSomethingBehindOnPurposeSaysSo() throws InterruptedException {
        Relay rare = new Relay(outbox, doorbell, Duration.ofDays(1));
        OutboxEntry left = written(new Ring.JobReady(new JobId(UUID.randomUUID()), Lane.BATCH), "-1 second");
        rare.sweepNow();
        rare.start();

        rare.sweepNow();

        assertThat(doorbell.rings().poll(5, TimeUnit.SECONDS)).isEqualTo(left.ring());
        await().untilAsserted(() -> assertThat(entries()).isZero());
        rare.stop();
        rare.sweepNow();
    }

    @Test
    void aRelayStartsAgainAfterItStopped() throws InterruptedException {
        relay.start();
        relay.stop();
        assertThat(relay.isRunning()).isFalse();
        relay.start();
        OutboxEntry entry = written(new Ring.EventRecorded(new EventId(UUID.randomUUID())), "1 hour");

        relay.publish(entry);

        assertThat(doorbell.rings().poll(3, TimeUnit.SECONDS)).isEqualTo(entry.ring());
        await().untilAsserted(() -> assertThat(entries()).isZero());
    }

    @Test
    void relaysThatClaimTogetherShareTheEntries() throws Exception {
        IntStream.range(0, 100)
                .forEach(i -> written(new Ring.EventRecorded(new EventId(UUID.randomUUID())), "-1 second"));
        try (var race = new Race()) {
            List<List<OutboxEntry>> claims = race.run(6, () -> outbox.claimAbandoned(15));

            assertThat(claims).allSatisfy(claim -> assertThat(claim).hasSizeLessThanOrEqualTo(15));
            assertThat(claims.stream().flatMap(List::stream).map(OutboxEntry::id))
                    .doesNotHaveDuplicates();
        }
    }

    private static OutboxEntry written(Ring ring, String claimedFor) {
        long id = switch (ring) {
            case Ring.JobReady ready -> insert(ready.job().value(), ready.lane().name(), claimedFor);
            case Ring.EventRecorded recorded -> insert(recorded.event().value(), null, claimedFor);
        };
        return new OutboxEntry(id, ring);
    }

    private static long insert(UUID subject, @Nullable String lane, String claimedFor) {
        return DATABASE.sql("""
                        insert into outbox (subject, lane, claimed_until)
                        values (:subject, :lane, now() + cast(:claimedFor as interval)) returning id""")
                .param("subject", subject)
                .param("lane", lane)
                .param("claimedFor", claimedFor)
                .query(Long.class)
                .single();
    }

    private static void abandon(OutboxEntry entry) {
        DATABASE.sql("update outbox set claimed_until = now() - interval '1 second' where id = ?")
                .param(entry.id())
                .update();
    }

    private static List<Long> ids() {
        return DATABASE.sql("select id from outbox").query(Long.class).list();
    }

    private static int entries() {
        return ids().size();
    }
}
