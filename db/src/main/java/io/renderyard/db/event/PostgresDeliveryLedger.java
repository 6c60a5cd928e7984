package io.renderyard.db.event;

import io.renderyard.db.ledger.WebhookShapes;
import io.renderyard.kernel.event.DeliveryAnswer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryId;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.event.Endpoint;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.event.EventType;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.TimeOrderedIds;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deliveries as rows, written by one statement each. What came of attempts, {@link Outcomes} writes. */
@Component
class PostgresDeliveryLedger implements DeliveryLedger {
    /** A row for each active subscription, and one where there is none. */
    private static final String UNDELIVERED = "select " + EventRow.COLUMNS + """
            , coalesce(job.webhook_url, batch.webhook_url) as webhook_url,
            coalesce(job.webhook_shape, batch.webhook_shape) as webhook_shape,
            subscription.id as subscription_id, subscription.shape, subscription.topic, subscription.filters
            from event left join job on job.id = event.job_id
                       left join batch on batch.id = event.batch_id and event.job_id is null
                       left join subscription on subscription.tenant_id = event.tenant_id
                                             and subscription.status = 'ACTIVE'
            where event.id = :event and event.fanned_out_at is null""";

    /** Whoever stops a subscription meanwhile waits for its delivery to be there, or is waited for. */
    private static final String FAN_OUT = """
            with fanned as (
                update event set fanned_out_at = now() where id = :event and fanned_out_at is null returning id)
            insert into delivery (id, event_id, url, webhook_shape, subscription_id, body, state, due_at)
            select fresh.id, fanned.id, fresh.url, fresh.shape, fresh.subscription, fresh.body, 'PENDING', now()
            from fanned cross join unnest(cast(:deliveries as uuid[]), cast(:urls as text[]), cast(:shapes as text[]),
                                          cast(:subscriptions as uuid[]), cast(:bodies as text[]))
                                   as fresh (id, url, shape, subscription, body)
            where fresh.subscription is null
               or exists (select from subscription where id = fresh.subscription and status = 'ACTIVE' for share)
            on conflict do nothing""";

    private static final String CLAIM_DUE = """
            with claimed as (
                update delivery set attempts = attempts + 1, due_at = now() + :takenFor * interval '1 millisecond'
                where id in (select id from delivery where state = 'PENDING' and due_at <= now()
                             order by due_at limit :atMost for update skip locked)
                returning id, attempts, event_id, subscription_id, url, webhook_shape, body)
            select claimed.id, attempts, event_id, event.job_id, event.tenant_id, event.type, body,
                   coalesce(url, target_url) as url, webhook_shape, subscription_id, shape, topic
            from claimed join event on event.id = claimed.event_id
                 left join subscription on subscription.id = claimed.subscription_id""";

    private final JdbcClient jdbc;
    private final TimeOrderedIds ids;
    private final Outcomes outcomes;

    PostgresDeliveryLedger(JdbcClient jdbc, TimeOrderedIds ids, Outcomes outcomes) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.outcomes = outcomes;
    }

    @Override
    public Optional<Undelivered> findUndelivered(EventId event) {
        List<Found> found = jdbc.sql(UNDELIVERED)
                .param("event", event.value())
                .query(Found::read)
                .list();
        return found.stream()
                .findFirst()
                .map(first -> new Undelivered(
                        first.event().event(),
                        first.event().webhook(),
                        found.stream()
                                .map(Found::subscriber)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private record Found(Undelivered event, Optional<Subscriber> subscriber) {
        static Found read(ResultSet row, int number) throws SQLException {
            return new Found(new Undelivered(EventRow.read(row), webhook(row), List.of()), wisher(row));
        }

        private static @Nullable Webhook webhook(ResultSet row) throws SQLException {
            String url = row.getString("webhook_url");
            return url == null
                    ? null
                    : new Webhook(URI.create(url), WebhookShapes.read(row.getString("webhook_shape")));
        }

        private static Optional<Subscriber> wisher(ResultSet row) throws SQLException {
            UUID id = row.getObject("subscription_id", UUID.class);
            return id == null
                    ? Optional.empty()
                    : Optional.of(new Subscriber(
                            new SubscriptionId(id),
                            new Wish(row.getString("shape"), row.getString("topic"), row.getString("filters"))));
        }
    }

    @Override
    public List<EventId> findForgotten(Duration longerThan, int atMost) {
        return jdbc.sql("""
                        select id from event
                        where fanned_out_at is null and occurred_at < now() - :age * interval '1 millisecond'
                        order by occurred_at limit :atMost""")
                .param("age", longerThan.toMillis())
                .param("atMost", atMost)
                .query((row, number) -> new EventId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public void fanOut(EventId event, List<NewDelivery> deliveries) {
        jdbc.sql(FAN_OUT)
                .param("event", event.value())
                .param("deliveries", column(deliveries, UUID[]::new, one -> ids.next()))
                .param("urls", column(deliveries, String[]::new, PostgresDeliveryLedger::url))
                .param("shapes", column(deliveries, String[]::new, PostgresDeliveryLedger::shape))
                .param("subscriptions", column(deliveries, UUID[]::new, PostgresDeliveryLedger::subscription))
                .param("bodies", column(deliveries, String[]::new, NewDelivery::body))
                .update();
    }

    private static @Nullable String url(NewDelivery delivery) {
        return switch (delivery) {
            case ToWebhook to -> to.webhook().url().toString();
            case ToSubscriber _ -> null;
        };
    }

    private static @Nullable String shape(NewDelivery delivery) {
        return switch (delivery) {
            case ToWebhook to -> WebhookShapes.stored(to.webhook());
            case ToSubscriber _ -> null;
        };
    }

    private static @Nullable UUID subscription(NewDelivery delivery) {
        return switch (delivery) {
            case ToWebhook _ -> null;
            case ToSubscriber subscriber -> subscriber.subscription().value();
        };
    }

    private static <T> @Nullable T[] column(
            List<NewDelivery> deliveries, IntFunction<@Nullable T[]> array, Function<NewDelivery, @Nullable T> value) {
        return deliveries.stream().map(value).toArray(array);
    }

    @Override
    public List<DeliveryAttempt> claimDue(Duration takenFor, int atMost) {
        return jdbc.sql(CLAIM_DUE)
                .param("takenFor", takenFor.toMillis())
                .param("atMost", atMost)
                .query(PostgresDeliveryLedger::attempt)
                .list();
    }

    private static DeliveryAttempt attempt(ResultSet row, int number) throws SQLException {
        UUID job = row.getObject("job_id", UUID.class);
        return new DeliveryAttempt(
                new DeliveryId(row.getObject("id", UUID.class)),
                row.getInt("attempts"),
                new EventId(row.getObject("event_id", UUID.class)),
                job == null ? null : new JobId(job),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                endpoint(row),
                URI.create(row.getString("url")),
                row.getString("body"));
    }

    private static Endpoint endpoint(ResultSet row) throws SQLException {
        UUID subscription = row.getObject("subscription_id", UUID.class);
        return subscription == null
                ? new Endpoint.Named(
                        WebhookShapes.read(row.getString("webhook_shape")), EventType.valueOf(row.getString("type")))
                : new Endpoint.Subscribed(
                        new SubscriptionId(subscription), row.getString("shape"), row.getString("topic"));
    }

    @Override
    public void delivered(DeliveryAttempt attempt, DeliveryAnswer answer) {
        outcomes.delivered(attempt, answer);
    }

    @Override
    public void retry(DeliveryAttempt attempt, DeliveryAnswer answer, Duration gap) {
        outcomes.retry(attempt, answer, gap);
    }

    @Override
    public void giveUp(DeliveryAttempt attempt, DeliveryAnswer answer) {
        outcomes.giveUp(attempt, answer);
    }
}
