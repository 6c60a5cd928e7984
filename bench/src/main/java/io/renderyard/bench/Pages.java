package io.renderyard.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a run.
 *
 * @param origin where they come from, for the report
 */
record Pages(String origin, List<Page> list) {
    private static final List<Path> USUAL = List.of(Path.of("bench", "pages"), Path.of("..", "shared", "pages"));
    private static final List<String> BUILT_IN = List.of("text.html", "card.html", "table.html");

    /** @param folder the one that was asked for; null for the first usual one, else the built-in pages */
    static Pages find(@Nullable Path folder) throws BenchException {
        if (folder != null) {
            return of(folder);
        }
        for (Path usual : USUAL) {
            if (Files.isDirectory(usual)) {
                return of(usual);
            }
        }
        return builtIn();
    }

    private static Pages of(Path folder) throws BenchException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BenchException("The folder of pages " + folder + " cannot be read: " + e.getMessage(), e);
        }
        if (files.isEmpty()) {
            throw new BenchException("The folder " + folder + " has no .html files to draw.");
        }
        List<Page> pages = new ArrayList<>();
        for (Path file : files) {
            try {
                pages.add(Page.of(String.valueOf(file.getFileName()), Files.readString(file)));
            } catch (IOException e) {
                throw new BenchException("The page " + file + " cannot be read as UTF-8: " + e.getMessage(), e);
            }
        }
        return new Pages(folder.normalize().toString(), List.copyOf(pages));
    }

    private static Pages builtIn() throws BenchException {
        List<Page> pages = new ArrayList<>();
        for (String name : BUILT_IN) {
            try (InputStream resource = Pages.class.getResourceAsStream("pages/" + name)) {
                if (resource == null) {
                    throw new BenchException("The built-in page " + name + " is missing; build the bench again.");
                }
                pages.add(Page.of(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new BenchException("The built-in page " + name + " cannot be read: " + e.getMessage(), e);
            }
        }
        return new Pages("small built-in pages: no folder of pages was given or found", List.copyOf(pages));
    }

    Page at(int index) {
        return list.get(index % list.size());
    }

    int count() {
        return list.size();
    }
}
