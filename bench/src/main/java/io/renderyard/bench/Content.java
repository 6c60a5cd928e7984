package io.renderyard.bench;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes every render of a run different from every other of this and of earlier runs.
 *
 * @param run tells runs apart
 */
record Content(Pages pages, String run, AtomicLong number) {
    static Content of(Pages pages) {
        return new Content(pages, Long.toHexString(System.currentTimeMillis()), new AtomicLong());
    }

    String unique() {
        return run + " " + number.incrementAndGet();
    }
}
