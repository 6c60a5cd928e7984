package io.renderyard.kernel.job;

/** Tells that jobs moved to another state, in whichever process it happened. A hint: read the ledger for the fact. */
public interface JobChanges {
    /** Calls the listener until the subscription is closed. */
    Subscription subscribe(Listener listener);

    /** Called on a shared thread: be short. */
    interface Listener {
        void changed(JobId job);

        /** The ledger was out of reach for a while: anything may have changed. */
        void missedSome();
    }

    /** Ends by closing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
