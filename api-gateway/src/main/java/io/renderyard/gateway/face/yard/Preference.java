package io.renderyard.gateway.face.yard;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code Prefer: wait=N} of RFC 7240. A preference that is not understood is passed over, as the RFC wants. */
final class Preference {
    static final int LONGEST_WAIT = 60;

    private static final Pattern WAIT =
            Pattern.compile("\\s*wait\\s*=\\s*\"?(\\d{1,6})\"?\\s*", Pattern.CASE_INSENSITIVE);

    private Preference() {}

    /** How long to hold the answer: at most {@value #LONGEST_WAIT} seconds. */
    static Optional<Duration> wait(@Nullable String prefer) {
        return Arrays.stream(prefer == null ? new String[0] : prefer.split(","))
                .map(WAIT::matcher)
                .filter(Matcher::matches)
                .map(wait -> Math.min(Integer.parseInt(wait.group(1)), LONGEST_WAIT))
                .map(Duration::ofSeconds)
                .findFirst();
    }
}
