package io.renderyard.models.studio;

import io.renderyard.models.ImageModel;
import io.renderyard.models.Provider;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One provider as everybody here shares it: its places, and whether it is worth asking at all. */
final class Desk {
    private static final long SHUT = Duration.ofMinutes(1).toNanos();

    private final Provider provider;
    private final ImageModel model;
    private final Slots slots;
    private final Timekeeper time;
    private @Nullable Closing closing;

    private record Closing(long until, String words) {}

    Desk(Provider provider, ImageModel model, Timekeeper time) {
        this.provider = provider;
        this.model = model;
        this.time = time;
        slots = new Slots(provider.concurrency(), time);
    }

    Provider provider() {
        return provider;
    }

    ImageModel model() {
        return model;
    }

    Slots slots() {
        return slots;
    }

    /** Why nobody should ask now, in the provider's words; empty when it may be asked. */
    synchronized Optional<String> closed() {
        if (!provider.isUsable()) {
            return Optional.of("the provider " + provider.name() + " has no key");
        }
        Closing current = closing;
        if (current == null || time.nanos() - current.until() >= 0) {
            closing = null;
            return Optional.empty();
        }
        return Optional.of(current.words());
    }

    /** For a minute. What comes late from before does not make it longer. */
    synchronized void shut(String words) {
        if (closed().isEmpty()) {
            closing = new Closing(time.nanos() + SHUT, words);
        }
    }
}
