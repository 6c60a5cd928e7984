package io.renderyard.worker.blocking;

import io.renderyard.worker.installed.NotInstalledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The filter lists of this machine, which its distribution keeps up to date: EasyList, EasyPrivacy and uBlock Origin's
 * own. Read when the first page asks, and kept.
 */
public final class FilterLists {
    /** Where Debian's package puts them. */
    public static final Path USUAL_FOLDER = Path.of("/usr/share/chromium/extensions/ublock-origin/assets");

    private static final Logger LOG = LoggerFactory.getLogger(FilterLists.class);
    private static final String SUFFIXES = "thirdparties/publicsuffix.org/list/effective_tld_names.dat";
    private static final List<String> LISTS = List.of(
            "thirdparties/easylist/easylist.txt",
            "thirdparties/easylist/easyprivacy.txt",
            "ublock/filters.min.txt",
            "ublock/privacy.min.txt",
            "ublock/quick-fixes.min.txt",
            "ublock/unbreak.min.txt");

    private final Path folder;
    private @Nullable FilterBook book;

    /** @param folder laid out as the extension's {@code assets}; it need not exist yet */
    public FilterLists(Path folder) {
        this.folder = folder;
    }

    /**
     * @param host of the page; empty for a page without an address
     * @throws NotInstalledException when this machine has no lists; the next call looks again
     */
    public PageBlocking on(String host) {
        return new PageBlocking(book(), host);
    }

    private synchronized FilterBook book() {
        FilterBook known = book;
        if (known == null) {
            known = FilterBook.of(LISTS.stream().map(this::lines).toList(), lines(SUFFIXES));
            book = known;
            LOG.info(
                    "Read {} filters from {}; {} lines ask for what is not supported",
                    known.filters(),
                    folder,
                    known.skipped());
        }
        return known;
    }

    private List<String> lines(String name) {
        Path file = folder.resolve(name);
        if (!Files.isReadable(file)) {
            throw new NotInstalledException(
                    "Ad blocking",
                    "the filter list " + file + " of the Debian package webext-ublock-origin-chromium",
                    "Install it (apt-get install --no-install-recommends webext-ublock-origin-chromium; \"./yard up\""
                            + " does so), or name a folder that holds the lists.");
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the filter list " + file, e);
        }
    }
}
