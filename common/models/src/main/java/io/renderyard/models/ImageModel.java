package io.renderyard.models;

import java.time.Duration;

/**
 * One provider's API. An implementation asks once for each call: whether to ask again is for its caller to say. It
 * fetches a picture that lies at an address at once.
 */
public interface ImageModel {

    /**
     * Asks for a picture.
     *
     * @param atMost for the call, with fetching the picture
     */
    Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure, InterruptedException;

    /**
     * Asks for the picture of a job that was submitted, perhaps by another process.
     *
     * @throws ModelFailure {@link Trouble#TRANSIENT} and {@link Trouble#THROTTLED} mean that asking failed and the job
     *     lives; {@link Trouble#ABANDONED} that the job failed
     */
    default Answer poll(Handle handle, Duration atMost) throws ModelFailure, InterruptedException {
        throw new ModelFailure(Trouble.FORGOTTEN, "this provider answers at once and keeps no jobs");
    }

    /** Tells the provider that nobody waits for the job any more, where it has a way to be told. */
    default void cancel(Handle handle, Duration atMost) throws ModelFailure, InterruptedException {}
}
