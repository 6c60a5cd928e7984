package io.renderyard.bench.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * {@code ./yard gallery}: draws all examples and writes the page. Ends with 0 when all are as expected, 1 when one is not
 * or the page cannot be made. The launcher tells it by environment variables where the yard is, so that the key is on no
 * command line.
 */
public final class Gallery {
    private Gallery() {}

    /** @param arguments the folders of the examples, of the starters, and for the page */
    public static void main(String[] arguments) throws IOException {
        Path out = Files.createDirectories(Path.of(arguments[2]).toAbsolutePath());
        try (Exhibition exhibition =
                new Exhibition(environment("GALLERY_BASE"), environment("GALLERY_KEY"), out.resolve(".decoding"))) {
            List<Example> examples = Examples.in(Path.of(arguments[0]), Path.of(arguments[1]));
            List<Verdict> verdicts = exhibition.show(examples).entrySet().stream()
                    .map(Gallery::told)
                    .toList();
            Path page = new GalleryPage(out).write(verdicts);
            long red = verdicts.stream().filter(verdict -> !verdict.isGreen()).count();
            System.out.printf("%d examples, %d not as expected: %s%n", verdicts.size(), red, page);
            System.exit(red == 0 ? 0 : 1);
        } catch (GalleryException e) {
            System.err.println("gallery: " + e.getMessage());
            System.exit(1);
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new GalleryException(name + " is not set. Run this as ./yard gallery.");
        }
        return value;
    }

    private static Verdict told(Map.Entry<Example, CompletableFuture<Verdict>> shown) {
        Verdict verdict = shown.getValue().join();
        if (!verdict.isGreen()) {
            System.err.println("  " + verdict.example().name() + ": " + String.join("; ", verdict.complaints()));
        }
        return verdict;
    }
}
