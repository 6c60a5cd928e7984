package io.renderyard.worker.browser;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether this Chrome speaks over a pipe, since no document of Chrome's promises that it does. It is seen once,
 * with the first browser that starts: then later ones that do not start have another reason.
 */
final class PipeTrial {
    private static final Logger LOG = LoggerFactory.getLogger(PipeTrial.class);

    private final AtomicReference<State> state = new AtomicReference<>(State.UNTRIED);

    private enum State {
        UNTRIED,
        PROVEN,
        FAILED
    }

    /** Starts a browser one way or the other. */
    interface Start<B> {
        B browser(boolean piped) throws BrowserStartException, InterruptedException;
    }

    /** @throws BrowserStartException when it does not start without a pipe either, or did start with one before */
    <B> B launch(Start<B> start) throws BrowserStartException, InterruptedException {
        boolean piped = state.get() != State.FAILED;
        try {
            B browser = start.browser(piped);
            if (piped) {
                state.set(State.PROVEN);
            }
            return browser;
        } catch (BrowserStartException e) {
            if (!piped || state.get() == State.PROVEN) {
                throw e;
            }
            B browser = start.browser(false);
            if (state.compareAndSet(State.UNTRIED, State.FAILED)) {
                LOG.warn(
                        "This Chrome does not speak over a pipe ({}), so browsers are spoken to over their websocket. That"
                                + " works, but takes more time for each picture, and pages of more than 16 MB fail.",
                        e.getMessage());
            }
            return browser;
        }
    }
}
