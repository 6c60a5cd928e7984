package io.renderyard.worker.browser;

import io.renderyard.worker.cell.Limits;
import java.nio.file.Path;

/** The machine's own Chrome under the limits that a farm has when nobody sets any. */
public final class UsualBrowsers {
    private UsualBrowsers() {}

    /** @throws IllegalStateException when there is no Chrome; the message names the packages */
    public static BrowserSettings settings(int slots, Path runFolder) {
        return settings(slots, Chrome.find().browser(), runFolder);
    }

    /** @param browser in place of the machine's own shell */
    static BrowserSettings settings(int slots, Path browser, Path runFolder) {
        return new BrowserSettings(
                slots,
                browser,
                Chrome.find().driver(),
                BrowserSettings.DEFAULT_USER,
                runFolder,
                Limits.USUAL,
                Recycling.USUAL);
    }
}
