package io.renderyard.bench.gallery;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One way to use the farm, and how to tell that it works.
 *
 * @param topic of which group
 * @param shows one sentence
 */
public record Example(String topic, String title, String shows, Request request, Expectation expected) {
    static Example of(String topic, JsonNode entry, Starters starters) {
        String title = entry.path("title").asString("");
        if (title.isEmpty()) {
            throw new GalleryException("An example in " + topic + " lacks a title: " + entry);
        }
        return new Example(
                topic,
                title,
                entry.path("shows").asString(""),
                request(title, entry, starters),
                Expectation.of(title, entry.path("expect")));
    }

    private static Request request(String title, JsonNode entry, Starters starters) {
        if (entry.has("starter")) {
            String starter = entry.path("starter").asString();
            JsonNode variables = starters.values(starter, entry.path("values").asString(""));
            return new Request.Starter(starter, variables, entry.path("format").asString("png"));
        }
        JsonNode body = entry.path("body");
        if (!body.isObject()) {
            throw new GalleryException("The example \"" + title + "\" has neither a body nor a starter.");
        }
        return new Request.Job(body, entry.has("read") ? entry.path("read").asString() : null);
    }

    /** A name for its files, such as {@code capture-clip}. */
    String name() {
        String words = (topic + "-" + title).toLowerCase(Locale.ROOT);
        return words.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }
}
