package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.kernel.render.Waiting.Arrival;
import io.renderyard.kernel.render.Waiting.Defect;
import io.renderyard.kernel.render.Waiting.OnTimeout;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads when the page is ready. */
final class WaitingReader {
    private static final int MAX_DELAY = 30_000;
    private static final int MAX_EXPRESSION = 10_000;
    private static final int MAX_ID = 256;

    private final Violations violations;

    WaitingReader(Violations violations) {
        this.violations = violations;
    }

    Waiting read(WaitRequest wait) {
        int delay = violations.within("wait.delay", wait.delay(), 0, 0, MAX_DELAY);
        int atMost = violations.within(
                "wait.atMost", wait.atMost(), (int) Waiting.PLAIN.atMost().toMillis(), 1, (int)
                        Waiting.LONGEST.toMillis());
        if (delay >= atMost) {
            violations.add("wait.delay", "must be less than wait.atMost, which is " + atMost + " milliseconds");
        }
        return new Waiting(
                violations
                        .choice("wait.until", wait.until(), Arrival.values(), WaitingReader::label)
                        .orElse(Arrival.LOADED),
                violations.text("wait.selector", wait.selector(), FramingReader.MAX_SELECTOR),
                violations.text("wait.expression", wait.expression(), MAX_EXPRESSION),
                violations.text("wait.ready", wait.ready(), MAX_ID),
                Duration.ofMillis(delay),
                Duration.ofMillis(atMost),
                violations.choice("wait.onTimeout", wait.onTimeout(), OnTimeout.FAIL),
                defects(wait.failOn()));
    }

    private static String label(Arrival arrival) {
        return switch (arrival) {
            case LOADED -> "load";
            case NETWORK_QUIET -> "network_quiet";
        };
    }

    private Set<Defect> defects(@Nullable List<@Nullable String> words) {
        Set<Defect> defects = EnumSet.noneOf(Defect.class);
        List<String> given = violations.elements("wait.failOn", words, Defect.values().length, "must be a string");
        for (int i = 0; i < given.size(); i++) {
            violations
                    .choice("wait.failOn[" + i + "]", given.get(i), Defect.values(), Violations::label)
                    .ifPresent(defects::add);
        }
        return defects;
    }
}
