package io.renderyard.db.subscription;

import io.renderyard.db.Timestamps;
import io.renderyard.kernel.subscription.LastDelivery;
import io.renderyard.kernel.subscription.Subscription;
import io.renderyard.kernel.subscription.SubscriptionId;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import io.renderyard.kernel.subscription.Wish;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A subscription's row with its tally. */
final class SubscriptionRow {
    static final String SELECT = """
            select subscription.id, tenant_id, shape, topic, filters, target_url, platform, status, created_at, updated_at,
                   counted.delivered, counted.failures, latest.*
            from subscription
                 cross join lateral (
                     select coalesce(sum(delivered), 0) as delivered, coalesce(sum(failures), 0) as failures
                     from subscription_tally where subscription_id = subscription.id) as counted
                 left join lateral (
                     select last_at, last_taken, last_number, last_status, last_millis, last_note,
                            nullif(next_at, 'infinity') as next_at
                     from subscription_tally where subscription_id = subscription.id and last_at is not null
                     order by last_at desc limit 1) as latest on true
            """;

    private SubscriptionRow() {}

    static Subscription read(ResultSet row, int number) throws SQLException {
        SubscriptionStatus status = SubscriptionStatus.valueOf(row.getString("status"));
        return new Subscription(
                new SubscriptionId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new Wish(row.getString("shape"), row.getString("topic"), row.getString("filters")),
                URI.create(row.getString("target_url")),
                row.getString("platform"),
                status,
                row.getLong("delivered"),
                row.getLong("failures"),
                last(row, status == SubscriptionStatus.ACTIVE),
                Timestamps.read(row, "created_at"),
                Timestamps.read(row, "updated_at"));
    }

    private static @Nullable LastDelivery last(ResultSet row, boolean active) throws SQLException {
        Instant at = Timestamps.readOrNull(row, "last_at");
        if (at == null) {
            return null;
        }
        return row.getBoolean("last_taken")
                ? new LastDelivery.Taken(at, row.getInt("last_status"), Duration.ofMillis(row.getInt("last_millis")))
                : new LastDelivery.NotTaken(
                        at,
                        row.getString("last_note"),
                        row.getInt("last_number") - 1,
                        active ? Timestamps.readOrNull(row, "next_at") : null);
    }
}
