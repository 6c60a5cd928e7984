package io.renderyard.db;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code renderyard.ledger}.
 *
 * @param secrets folder with the master key; readable by its owner only
 * @param lease how long a worker may be silent before its attempt counts as lost
 * @param maxAttempts attempts of a job in all
 * @param firstRetryGap time before the second attempt; doubles with each further one. Not after a lost worker
 * @param reringAfter how long a due job may wait unheard before it is rung for again
 */
@ConfigurationProperties(prefix = "renderyard.ledger", ignoreUnknownFields = false)
public record LedgerSettings(
        Path secrets,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("1s") Duration firstRetryGap,
        @DefaultValue("5s") Duration reringAfter) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(15);

    @SuppressWarnings({"ConstantValue", "NullAway"}) // unset settings arrive as null
    public LedgerSettings {
        if (secrets == null) {
            throw new IllegalArgumentException(
                    "renderyard.ledger.secrets is not set: name the folder with the master key");
        }
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException("renderyard.ledger.lease must be at least " + SHORTEST_LEASE.toSeconds()
                    + "s, since a worker trusts its lease for 12 s without a renewal; it is " + lease);
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException(
                    "renderyard.ledger.max-attempts must be at least 1; it is " + maxAttempts);
        }
    }
}
