package io.renderyard.db.usage;

import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.Interval;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code renderyard.quotas}: renders that a tenant may ask for. Nothing set is no quota. The same for all
 * gateways.
 *
 * @param perHour of UTC, as all of them
 * @param tenants what some of them have instead, by their ids; nothing set for one of them is no quota for it
 */
@ConfigurationProperties(prefix = "renderyard.quotas", ignoreUnknownFields = false)
record QuotaSettings(
        @Nullable Long perHour,
        @Nullable Long perDay,
        @Nullable Long perMonth,
        @DefaultValue Map<UUID, Own> tenants) {
    QuotaSettings {
        check("renderyard.quotas", perHour, perDay, perMonth);
        tenants.forEach((tenant, own) ->
                check("renderyard.quotas.tenants." + tenant, own.perHour(), own.perDay(), own.perMonth()));
        tenants = Map.copyOf(tenants);
    }

    /** One tenant's. */
    record Own(
            @Nullable Long perHour,
            @Nullable Long perDay,
            @Nullable Long perMonth) {}

    private static void check(String prefix, @Nullable Long perHour, @Nullable Long perDay, @Nullable Long perMonth) {
        notNegative(prefix + ".per-hour", perHour);
        notNegative(prefix + ".per-day", perDay);
        notNegative(prefix + ".per-month", perMonth);
    }

    private static void notNegative(String name, @Nullable Long value) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(name + " must not be negative; it is " + value);
        }
    }

    /** Empty where there is none. */
    Map<Interval, Long> of(TenantId tenant) {
        Own own = tenants.get(tenant.value());
        return own == null ? limits(perHour, perDay, perMonth) : limits(own.perHour(), own.perDay(), own.perMonth());
    }

    private static Map<Interval, Long> limits(@Nullable Long perHour, @Nullable Long perDay, @Nullable Long perMonth) {
        Map<Interval, Long> limits = new EnumMap<>(Interval.class);
        limit(limits, Interval.HOUR, perHour);
        limit(limits, Interval.DAY, perDay);
        limit(limits, Interval.MONTH, perMonth);
        return limits;
    }

    private static void limit(Map<Interval, Long> limits, Interval interval, @Nullable Long limit) {
        if (limit != null) {
            limits.put(interval, limit);
        }
    }
}
