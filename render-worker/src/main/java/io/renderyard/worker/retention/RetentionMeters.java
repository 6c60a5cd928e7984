package io.renderyard.worker.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Counts what was taken away, in all and in the round under way. For the one thread of the rounds. */
@Component
class RetentionMeters {
    private final Map<Removed, Integer> round = new EnumMap<>(Removed.class);
    private final MeterRegistry meters;
    private final Counter missing;

    RetentionMeters(MeterRegistry meters) {
        this.meters = meters;
        this.missing = Counter.builder("renderyard.artifacts.missing")
                .description("Artifacts that must have bytes and had none when they were looked for")
                .register(meters);
        for (Removed kind : Removed.values()) {
            counter(kind).increment(0);
        }
    }

    private Counter counter(Removed kind) {
        return Counter.builder("renderyard.retention.removed")
                .description("What was no longer kept, and what belonged to nobody")
                .tag("kind", kind.label())
                .register(meters);
    }

    void count(Removed kind, int number) {
        if (number > 0) {
            round.merge(kind, number, Integer::sum);
            counter(kind).increment(number);
        }
    }

    void missing() {
        missing.increment();
    }

    /** What the round took away, in one line; empty when it was nothing. The next round begins. */
    String line() {
        String line = Arrays.stream(Removed.values())
                .filter(round::containsKey)
                .map(kind -> kind.label() + " " + round.get(kind))
                .collect(Collectors.joining(", "));
        round.clear();
        return line;
    }
}
