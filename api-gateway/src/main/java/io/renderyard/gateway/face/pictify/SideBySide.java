package io.renderyard.gateway.face.pictify;

import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Has several pictures drawn at the same time while the client waits. What fails leaves the others alone. */
@Component
class SideBySide {
    /** For all of them together. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final DrawnPictures pictures;
    private final InstantSource clock;

    SideBySide(DrawnPictures pictures, InstantSource clock) {
        this.pictures = pictures;
        this.clock = clock;
    }

    /** @param <T> what tells one picture from the others */
    record Drawn<T>(T wanted, ArtifactCatalogue.Entry picture) {}

    /** One of which there is no picture, or none in time. */
    record Missing<T>(T wanted, Refusal why) {}

    private record Begun<T>(T wanted, Job job) {}

    /** All that were wanted, each in one of the lists; missing are first those that could not even be begun. */
    record Pictures<T>(List<Drawn<T>> drawn, List<Missing<T>> missing) {
        /** @throws Refusal why the first is missing, when all are */
        Pictures<T> orRefuse() {
            if (drawn.isEmpty() && !missing.isEmpty()) {
                throw missing.getFirst().why();
            }
            return this;
        }
    }

    /** @param begin accepts the job of one, or throws a {@link Refusal} */
    <T> Pictures<T> draw(List<T> wanted, Function<T, Job> begin) throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        List<Begun<T>> begun = new ArrayList<>();
        List<Missing<T>> missing = new ArrayList<>();
        for (T one : wanted) {
            try {
                begun.add(new Begun<>(one, begin.apply(one)));
            } catch (Refusal why) {
                missing.add(new Missing<>(one, why));
            }
        }
        List<Drawn<T>> drawn = new ArrayList<>();
        for (Begun<T> one : begun) {
            try {
                drawn.add(new Drawn<>(one.wanted(), pictures.await(one.job(), left(end))));
            } catch (Refusal why) {
                missing.add(new Missing<>(one.wanted(), why));
            }
        }
        return new Pictures<>(List.copyOf(drawn), List.copyOf(missing));
    }

    private Duration left(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
