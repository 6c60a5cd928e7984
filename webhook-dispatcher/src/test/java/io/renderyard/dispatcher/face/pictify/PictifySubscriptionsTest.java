package io.renderyard.dispatcher.face.pictify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.renderyard.dispatcher.delivery.Couriers;
import io.renderyard.dispatcher.polling.PlayedJobs;
import io.renderyard.egress.OutboundClient;
import io.renderyard.kernel.event.DeliveryAnswer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryId;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries to subscriptions, posted to an endpoint on this machine; contract pictify.md, sections 11.4 and 11.5. */
class PictifySubscriptionsTest {
    private static final DeliveryId DELIVERY = new DeliveryId(UUID.fromString("0193a5c2-6d0e-7a0c-9a43-2f6f3e0d9a22"));
    private static final String BODY = "{\"event\":\"render.completed\",\"data\":{\"name\":\"ünïcode 😀\"}}";
    private static final List<Duration> GAPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(24));

    private final HandClock clock = new HandClock();
    private final TestEndpoint endpoint = new TestEndpoint(clock);
    private final OutboundClient client = TestEndpoint.client("127.0.0.0/8");
    private final OneDelivery ledger = new OneDelivery();

    PictifySubscriptionsTest() throws IOException {}

    @AfterEach
    void end() {
        client.close();
        endpoint.close();
    }

    /** What becomes of one delivery, with when it is due by the test's clock. */
    private final class OneDelivery implements DeliveryLedger {
        private final List<String> notes = new ArrayList<>();
        private @Nullable Instant due = clock.instant();
        private boolean taken;

        @Override
        public void delivered(DeliveryAttempt attempt, DeliveryAnswer answer) {
            notes.add(answer.note());
            taken = true;
            due = null;
        }

        @Override
        public void retry(DeliveryAttempt attempt, DeliveryAnswer answer, Duration gap) {
            notes.add(answer.note());
            due = clock.instant().plus(gap);
        }

        @Override
        public void giveUp(DeliveryAttempt attempt, DeliveryAnswer answer) {
            notes.add(answer.note());
            due = null;
        }

        @Override
        public Optional<Undelivered> findUndelivered(EventId event) {
            return Optional.empty();
        }

        @Override
        public List<EventId> findForgotten(Duration longerThan, int atMost) {
            return List.of();
        }

        @Override
        public void fanOut(EventId event, List<NewDelivery> deliveries) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<DeliveryAttempt> claimDue(Duration takenFor, int atMost) {
            return List.of();
        }
    }

    private static final class NoJobs implements JobReader {
        @Override
        public Optional<Job> find(TenantId tenant, JobId job) {
            return Optional.empty();
        }

        @Override
        public List<Job> page(TenantId tenant, @Nullable JobState state, @Nullable JobId before, int limit) {
            return List.of();
        }
    }

    /** Bar row 31, for this vendor. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fiveRetriesComeWhenTheyAreDueWhoeverMakesThem(long seed) {
        endpoint.status = 500;
        Random random = new Random(seed);
        Instant began = clock.instant();

        int attempt = 0;
        for (Instant due = ledger.due; due != null; due = ledger.due) {
            clock.advance(Duration.between(clock.instant(), due));
            // A new one each time, as if the dispatcher had been started anew: it remembers nothing.
            courier(client, random).accept(attempt(++attempt, endpoint.url()));
        }

        List<TestEndpoint.Post> posts = List.copyOf(endpoint.posts);
        assertThat(posts).hasSize(1 + GAPS.size());
        for (int i = 0; i < GAPS.size(); i++) {
            Duration gap = Duration.between(posts.get(i).at(), posts.get(i + 1).at());
            assertThat(gap).isBetween(GAPS.get(i), GAPS.get(i).multipliedBy(11).dividedBy(10));
        }
        Duration all = Duration.between(began, posts.getLast().at());
        assertThat(all).isBetween(Duration.ofMinutes(26 * 60 + 36), Duration.ofMinutes(30 * 60));
        assertThat(ledger.taken).isFalse();
        assertThat(ledger.notes).hasSize(6).containsOnly("HTTP 500");
    }

    @Test
    void withoutJitterAllOfItTakesTwentySixHoursAndThirtySixMinutes() {
        endpoint.status = 503;
        Instant began = clock.instant();
        int attempt = 0;
        for (Instant due = ledger.due; due != null; due = ledger.due) {
            clock.advance(Duration.between(clock.instant(), due));
            courier(client, () -> 0L).accept(attempt(++attempt, endpoint.url()));
        }

        assertThat(endpoint.posts)
                .extracting(post -> Duration.between(began, post.at()).toMinutes())
                .containsExactly(0L, 1L, 6L, 36L, 156L, 1_596L);
    }

    @Test
    void eachAttemptIsSignedAnewAndIsTheSameDelivery() {
        endpoint.status = 500;
        courier(client, () -> 0L).accept(attempt(1, endpoint.url()));
        clock.advance(Duration.ofMinutes(1));
        endpoint.status = 204;
        courier(client, () -> 0L).accept(attempt(2, endpoint.url()));

        TestEndpoint.Post one = endpoint.posts.remove();
        TestEndpoint.Post two = endpoint.posts.remove();
        for (TestEndpoint.Post post : List.of(one, two)) {
            assertThat(post.body()).isEqualTo(BODY);
            assertThat(post.header("content-type")).isEqualTo("application/json");
            assertThat(post.header("user-agent")).startsWith("Renderyard");
            assertThat(post.header("x-pictify-event")).isEqualTo("render.completed");
            assertThat(post.header("x-pictify-delivery-id")).isEqualTo("del_0193a5c26d0e7a0c9a432f6f3e0d9a22");
            assertThat(VendorSample.accepts(
                            PlayedSubscriptions.SECRET.reveal(),
                            post.header("x-pictify-signature"),
                            post.body().getBytes(StandardCharsets.UTF_8),
                            post.at()))
                    .isTrue();
        }
        assertThat(two.header("x-pictify-signature")).isNotEqualTo(one.header("x-pictify-signature"));
        assertThat(VendorSample.age(two.header("x-pictify-signature"), two.at()).toSeconds())
                .isCloseTo(0, within(1L));
        assertThat(ledger.taken).isTrue();
    }

    /** Redirects are answers; so are refusals that another vendor's receivers mean for good. */
    @ParameterizedTest
    @ValueSource(ints = {301, 307, 400, 401, 404, 410, 429, 500})
    void everyAnswerButSuccessIsTriedAgain(int answer) {
        endpoint.status = answer;

        courier(client, () -> 0L).accept(attempt(1, endpoint.url()));

        assertThat(ledger.due).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(endpoint.posts).as("redirects are not followed").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void everySuccessIsTaken(int answer) {
        endpoint.status = answer;

        courier(client, () -> 0L).accept(attempt(1, endpoint.url()));

        assertThat(ledger.taken).isTrue();
    }

    @Test
    void anAddressThatMayNotBeContactedIsNotAndWhoAsksLearnsNoMore() {
        try (OutboundClient strict = TestEndpoint.client()) {
            courier(strict, () -> 0L).accept(attempt(1, endpoint.url()));
        }

        assertThat(endpoint.posts).isEmpty();
        assertThat(ledger.notes).containsExactly("The host is not on the public internet, so it may not be contacted.");
        assertThat(ledger.due).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    }

    private Consumer<DeliveryAttempt> courier(OutboundClient through, RandomGenerator random) {
        var shape = new PictifySubscriptions(
                new PlayedSubscriptions(), PlayedJobs.over(new NoJobs()), new NoBatches(), new PictifyTerms(random));
        return Couriers.over(ledger, through, shape, clock);
    }

    private static DeliveryAttempt attempt(int number, URI url) {
        return new DeliveryAttempt(
                DELIVERY,
                number,
                new EventId(new UUID(3, 4)),
                null,
                PlayedSubscriptions.TENANT,
                new Endpoint.Subscribed(PlayedSubscriptions.ID, "pictify", "render.completed"),
                url,
                BODY);
    }
}
