package io.renderyard.worker.browser;

import io.renderyard.kernel.render.FontRequest;
import io.renderyard.worker.blocking.ConsentScript;
import io.renderyard.worker.blocking.FilterLists;
import io.renderyard.worker.emoji.EmojiScripts;
import io.renderyard.worker.font.FontCatalogue;
import io.renderyard.worker.font.GoogleFonts;
import io.renderyard.worker.installed.NodePackages;
import io.renderyard.worker.installed.NotInstalledException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What some renders need beside the browser. But for the fonts, nothing of it is looked at before a render asks, so a machine without it
 * draws everything else; then a {@link NotInstalledException} says what is missing.
 */
public final class Extras {
    private static final Logger LOG = LoggerFactory.getLogger(Extras.class);

    private final FilterLists lists;
    private final ConsentScript consent;
    private final EmojiScripts emoji;
    private @Nullable FontCatalogue catalogue;
    private @Nullable String digest;

    /**
     * @param filterLists laid out as {@link FilterLists} says; need not exist
     * @param packages with autoconsent and Twemoji; need not exist
     */
    public Extras(Path filterLists, NodePackages packages) {
        this.lists = new FilterLists(filterLists);
        this.consent = new ConsentScript(packages);
        this.emoji = new EmojiScripts(packages);
    }

    FilterLists lists() {
        return lists;
    }

    ConsentScript consent() {
        return consent;
    }

    EmojiScripts emoji() {
        return emoji;
    }

    /** Addresses of style sheets for what this machine does not have. */
    List<String> styleSheets(List<FontRequest> wanted) {
        return wanted.isEmpty() ? List.of() : new GoogleFonts(catalogue()).styleSheets(wanted);
    }

    /** SHA-256 in hex over the fonts of this machine; empty when it cannot say which it has. */
    synchronized String fontDigest() {
        String known = digest;
        if (known == null) {
            known = digestOfThisMachine();
            digest = known;
        }
        return known;
    }

    private String digestOfThisMachine() {
        try {
            return catalogue().digest();
        } catch (NotInstalledException e) {
            LOG.warn("Receipts will not say which fonts a picture was drawn with. {}", e.getMessage());
            return "";
        }
    }

    /** Fonts that are installed later are found by the next process, as by the browsers that run already. */
    private synchronized FontCatalogue catalogue() {
        FontCatalogue known = catalogue;
        if (known == null) {
            known = FontCatalogue.ofThisMachine();
            catalogue = known;
        }
        return known;
    }
}
