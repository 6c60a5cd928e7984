package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.emoji.EmojiScripts;

/** Puts a picture in the place of each emoji of the page's own frame. */
record EmojiAsPictures(EmojiScripts scripts) {
    /** In a layer of its own, so that whatever the page says of such pictures goes before it. */
    private static final String STYLE = "@layer renderyard-emoji{" + EmojiScripts.STYLE + "}";

    /** False when the page has none. */
    boolean on(Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        String found = tab.evaluateApart(scripts.find(), deadline).asString("[]");
        String replacement = scripts.replace(found);
        if (replacement.isEmpty()) {
            return false;
        }
        tab.evaluate(AddedAfter.style(STYLE), deadline);
        tab.evaluateApart(replacement, deadline);
        return true;
    }
}
