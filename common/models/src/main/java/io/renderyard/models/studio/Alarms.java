package io.renderyard.models.studio;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator what only he can mend; the same at most once a minute, however many jobs meet it. */
final class Alarms {
    private static final Logger log = LoggerFactory.getLogger(Alarms.class);
    private static final long QUIET = Duration.ofMinutes(1).toNanos();

    private final Timekeeper time;
    private final Map<String, Long> last = new ConcurrentHashMap<>();

    Alarms(Timekeeper time) {
        this.time = time;
    }

    /**
     * Logs an error.
     *
     * @param what without the provider's words, which may differ each time
     */
    void raise(String what, String words) {
        long now = time.nanos();
        boolean[] first = new boolean[1];
        last.compute(what, (any, before) -> {
            first[0] = before == null || now - before >= QUIET;
            return first[0] || before == null ? Long.valueOf(now) : before;
        });
        if (first[0]) {
            log.error("{} In its own words: {}", what, words);
        }
    }
}
