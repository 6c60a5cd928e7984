package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.job.Reuse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads how far a picture may be shared. */
final class ReuseReader {
    private static final long A_YEAR = Duration.ofDays(365).toMillis();

    private final Violations violations;

    ReuseReader(Violations violations) {
        this.violations = violations;
    }

    /**
     * Reads {@code cache}.
     *
     * @param mayDiffer true when it may come out differently a moment later: a page from outside, a model's chance
     */
    Reuse read(@Nullable Object cache, boolean mayDiffer) {
        return switch (cache) {
            case null -> automatic(mayDiffer);
            case String word when word.equals("auto") -> automatic(mayDiffer);
            case String word when word.equals("off") -> Reuse.NONE;
            case Integer window when window >= 0 -> new Reuse(Duration.ofMillis(window));
            case Long window when window >= 0 && window <= A_YEAR -> new Reuse(Duration.ofMillis(window));
            default -> {
                violations.add(
                        "cache",
                        "must be auto, off, or a whole number of milliseconds between 0 and " + A_YEAR + ", a year");
                yield Reuse.NONE;
            }
        };
    }

    private static Reuse automatic(boolean mayDiffer) {
        return mayDiffer ? Reuse.NONE : Reuse.UNLIMITED;
    }
}
