package io.renderyard.bench.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The templates that come with the farm, with the sets of values that they bring along to be shown. */
final class Starters {
    /** By starter, a slash and the set's name; without a name it is what the starter shows by itself. */
    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    private final Set<String> asked = new TreeSet<>();

    /** @param folder where each has a JSON file */
    Starters(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(this::read);
        } catch (IOException e) {
            throw new GalleryException("The starters in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void read(Path file) {
        try {
            String name = file.getFileName().toString().replace(".json", "");
            values.put(name + "/", JsonMapper.shared().createObjectNode());
            JsonMapper.shared()
                    .readTree(Files.readString(file))
                    .path("examples")
                    .forEach(one -> values.put(name + "/" + one.path("name").asString(), one.path("variables")));
        } catch (IOException | JacksonException e) {
            throw new GalleryException(file + " is no starter: " + e.getMessage(), e);
        }
    }

    /** @param set name of a set of values; empty for what the starter shows by itself */
    JsonNode values(String starter, String set) {
        String key = starter + "/" + set;
        JsonNode found = values.get(key);
        if (found == null) {
            throw new GalleryException("There is no starter with values called " + key + ".");
        }
        asked.add(key);
        return found;
    }

    /** What nobody asked for yet. */
    Set<String> rest() {
        Set<String> rest = new TreeSet<>(values.keySet());
        rest.removeAll(asked);
        return rest;
    }
}
