package io.renderyard.kernel.job;

/** Tells that jobs moved to another state or came further, in whichever process it happened. A hint: read the ledger for the fact. */
public interface JobChanges {
    /** Calls the listener until the subscription is closed. */
    Subscription subscribe(Listener listener);

    /** Called on a shared thread: be short. */
    interface Listener {
        /** It ended, or went back to the queue. */
        void changed(JobId job);

        /** Claimed, or further in its attempt: nothing has ended. Most do not care. */
        default void progressed(JobId job) {}

        /** The ledger was out of reach for a while: anything may have changed. */
        void missedSome();
    }

    /** Ends by closing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
