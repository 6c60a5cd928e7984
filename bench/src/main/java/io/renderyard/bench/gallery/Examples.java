package io.renderyard.bench.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the examples of a folder: one file per topic, each an object of topic and examples. */
public final class Examples {
    private Examples() {}

    /**
     * In the order of the files' names and within them.
     *
     * @param starters where the templates that come with the farm are; each is shown with everything that it brings along
     */
    public static List<Example> in(Path folder, Path starters) {
        Starters known = new Starters(starters);
        List<Example> examples = read(folder, known);
        if (!known.rest().isEmpty()) {
            throw new GalleryException("Starters that no example shows: " + known.rest());
        }
        return examples;
    }

    private static List<Example> read(Path folder, Starters starters) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Example> examples = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(file -> examples(file, starters))
                    .toList();
            Set<String> names = new HashSet<>();
            for (Example example : examples) {
                if (!names.add(example.name())) {
                    throw new GalleryException("Two examples are called " + example.name() + "; rename one.");
                }
            }
            return examples;
        } catch (IOException e) {
            throw new GalleryException("The examples in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Stream<Example> examples(Path file, Starters starters) {
        try {
            JsonNode tree = JsonMapper.shared().readTree(Files.readString(file));
            String topic = tree.path("topic").asString("");
            return StreamSupport.stream(tree.path("examples").spliterator(), false)
                    .map(entry -> Example.of(topic, entry, starters));
        } catch (IOException | JacksonException e) {
            throw new GalleryException(file + " is no list of examples: " + e.getMessage(), e);
        }
    }
}
