package io.renderyard.db.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was found for a moment, so that a client with hundreds of requests a second does not cost as many
 * look-ups. What was not found is not remembered: whoever makes up names must not fill our memory.
 *
 * @param <V> what is found
 */
final class RecentFinds<V> {
    /** What changes in between is seen this much later, at most. */
    static final Duration AGE = Duration.ofSeconds(1);

    static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<String, Find<V>> finds = new ConcurrentHashMap<>();

    RecentFinds(InstantSource clock) {
        this.clock = clock;
    }

    private record Find<V>(V value, Instant at) {
        /** A clock that was put back makes nothing younger. */
        boolean isRecent(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(AGE));
        }
    }

    Optional<V> find(String name, Function<String, Optional<V>> look) {
        Instant now = clock.instant();
        Find<V> known = finds.get(name);
        if (known != null && known.isRecent(now)) {
            return Optional.of(known.value());
        }
        Optional<V> found = look.apply(name);
        found.ifPresentOrElse(value -> remember(name, new Find<>(value, now)), () -> finds.remove(name));
        return found;
    }

    /** As old as the moment before the look: what changed while we looked is not taken for seen. */
    private void remember(String name, Find<V> find) {
        if (finds.size() >= MOST) {
            finds.values().removeIf(old -> !old.isRecent(find.at()));
        }
        if (finds.size() < MOST) {
            finds.put(name, find);
        }
    }
}
