package io.renderyard.models;

import java.time.Duration;
import java.util.Optional;

/** A provider painted nothing. The message is in its own words where it had some: one line, without any key. */
public final class ModelFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final Trouble trouble;
    private final transient Optional<Duration> retryAfter;

    public ModelFailure(Trouble trouble, String words) {
        this(trouble, words, Optional.empty());
    }

    /** @param retryAfter how long the provider asks us to stay away, empty if it did not say */
    public ModelFailure(Trouble trouble, String words, Optional<Duration> retryAfter) {
        super(words);
        this.trouble = trouble;
        this.retryAfter = retryAfter;
    }

    public Trouble trouble() {
        return trouble;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The provider's words. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
