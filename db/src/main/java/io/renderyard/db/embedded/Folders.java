package io.renderyard.db.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Deleting trees and making renames durable. */
final class Folders {
    private Folders() {}

    /** Deletes a file or a whole tree; dying half-way leaves the rest for the next call. */
    static void delete(Path path) throws IOException {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(path)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }

    static void deleteBelow(Path folder, Predicate<String> name) throws IOException {
        List<Path> chosen;
        try (Stream<Path> children = Files.list(folder)) {
            chosen = children.filter(child -> name.test(child.getFileName().toString()))
                    .toList();
        }
        for (Path each : chosen) {
            delete(each);
        }
    }

    /** Puts a folder's entries on the disk, so that a rename outlives a power cut. */
    static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
