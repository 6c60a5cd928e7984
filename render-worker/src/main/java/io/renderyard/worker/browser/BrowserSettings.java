package io.renderyard.worker.browser;

import io.renderyard.worker.cell.Limits;
import java.nio.file.Path;

/**
 * How the fleet is made up.
 *
 * @param slots browsers, and so renders at a time; one per core is best
 * @param browser the headless shell's real binary, not a wrapper script
 * @param driver chromedriver of the same version
 * @param user the unprivileged system user that browsers run as when this process is root; else not used
 * @param runFolder for profiles and sockets of this process alone; made if missing, swept at start; that user must be
 *     able to reach it
 * @param limits what one browser may take
 * @param recycling when one is replaced that works
 */
public record BrowserSettings(
        int slots, Path browser, Path driver, String user, Path runFolder, Limits limits, Recycling recycling) {
    public static final String DEFAULT_USER = "renderyard-browser";

    public BrowserSettings {
        if (slots < 1) {
            throw new IllegalArgumentException("A fleet needs at least one browser, not " + slots + ".");
        }
        if (!user.matches("[a-z_][a-z0-9_-]*")) {
            throw new IllegalArgumentException("\"" + user + "\" is not the name of a system user.");
        }
        runFolder = runFolder.toAbsolutePath().normalize();
        if (!runFolder.toString().matches("[A-Za-z0-9/._@+-]+")) {
            throw new IllegalArgumentException("The browsers' run folder \"" + runFolder
                    + "\" has characters that a shell script would trip over; use letters, digits and -._@+ only.");
        }
        if (recycling.memory() >= limits.memory()) {
            throw new IllegalArgumentException("Browsers are recycled at " + recycling.memory() + " bytes, but end at "
                    + limits.memory() + " bytes; the first has to be less.");
        }
    }
}
