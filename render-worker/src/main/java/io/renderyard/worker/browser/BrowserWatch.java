package io.renderyard.worker.browser;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at all browsers again and again, beside the renders: dead ones, worn ones, and ones that take too much. */
final class BrowserWatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserWatch.class);
    private static final long TICK_MILLIS = 250;

    /** The exact measure takes some milliseconds of a core. */
    private static final int TICKS_BETWEEN_MEASURES = 20;

    private final BrowserSettings settings;
    private final BrowserPool pool;
    private final boolean limitsAreOurs;
    private final CountDownLatch closing;

    /** @param limitsAreOurs whether a limit is for us to enforce, since the kernel does not */
    BrowserWatch(BrowserSettings settings, BrowserPool pool, boolean limitsAreOurs, CountDownLatch closing) {
        this.settings = settings;
        this.pool = pool;
        this.limitsAreOurs = limitsAreOurs;
        this.closing = closing;
    }

    @Override
    public void run() {
        try {
            for (int tick = 1; !closing.await(TICK_MILLIS, TimeUnit.MILLISECONDS); tick++) {
                boolean measuring = tick % TICKS_BETWEEN_MEASURES == 0;
                pool.slots().forEach(slot -> lookAt(slot, measuring));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookAt(Slot slot, boolean measuring) {
        Browser browser = slot.browser;
        if (browser == null) {
            return;
        }
        try {
            if (!browser.isAlive()) {
                pool.lost(slot, browser);
                // One that is drawing notices nothing of a lost helper process, so that its render is ended here.
                pool.inBackground(browser::kill);
                return;
            }
            if (takesTooMuch(browser)) {
                LOG.warn("A browser takes more than it may ({}) and is ended", settings.limits());
                browser.condemn();
                pool.inBackground(browser::kill);
                return;
            }
            lookForWear(slot, browser, measuring);
        } catch (RuntimeException e) {
            LOG.warn("A browser could not be looked at", e);
        }
    }

    private boolean takesTooMuch(Browser browser) {
        return limitsAreOurs && browser.takesMoreThan(settings.limits())
                || browser.worksMoreThan(settings.limits().cpu());
    }

    private void lookForWear(Slot slot, Browser browser, boolean measuring) {
        if (measuring) {
            browser.measure();
        }
        Recycling.Reason reason = browser.wear(settings.recycling());
        if (reason != null && slot.successor == null) {
            pool.recycle(slot, reason);
        }
    }
}
