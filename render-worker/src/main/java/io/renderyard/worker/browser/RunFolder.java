package io.renderyard.worker.browser;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The default place for what browsers write: a temporary folder that bears the number of its process. */
public final class RunFolder {
    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
    private static final String PREFIX = "renderyard-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "(\\d{1,10})");

    private RunFolder() {}

    /** Removes what processes left behind that are no more, and names this one's own. */
    public static Path ofThisProcess() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        sweep(temporary);
        return temporary.resolve(PREFIX + ProcessHandle.current().pid());
    }

    private static void sweep(Path temporary) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isOfTheDead(folder)) {
                    FolderTree.delete(folder);
                }
            }
        } catch (IOException e) {
            LOG.debug("What dead processes left in {} stays there", temporary, e);
        }
    }

    private static boolean isOfTheDead(Path folder) {
        Matcher form = FORM.matcher(folder.getFileName().toString());
        return form.matches() && ProcessHandle.of(Long.parseLong(form.group(1))).isEmpty();
    }
}
