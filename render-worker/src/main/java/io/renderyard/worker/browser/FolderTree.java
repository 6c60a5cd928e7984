package io.renderyard.worker.browser;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Removes what browsers leave on disk. Never follows a link. */
final class FolderTree {
    private FolderTree() {}

    /** If we die half-way the rest stays until the next start's sweep. */
    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            deleteContents(path);
        }
        Files.deleteIfExists(path);
    }

    static void deleteContents(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                delete(entry);
            }
        } catch (NoSuchFileException gone) {
            // Somebody else removed it first, which is all we wanted.
        }
    }
}
