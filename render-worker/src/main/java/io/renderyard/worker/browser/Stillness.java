package io.renderyard.worker.browser;

import io.renderyard.kernel.render.PictureFormat;

/** Stops what moves, so that the same page gives the same picture whenever it is taken. */
final class Stillness {
    private Stillness() {}

    static void impose(PictureFormat format, Tab tab, Deadline deadline)
            throws DevToolsException, InterruptedException {}
}
