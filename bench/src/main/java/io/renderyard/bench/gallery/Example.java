package io.renderyard.bench.gallery;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One way to use the native API, and how to tell that it works.
 *
 * @param topic of which group of options
 * @param shows one sentence
 * @param body of {@code POST /api/v1/jobs}; {@code {site}} in it stands for the origin of {@link Site}
 * @param read what is appended to the picture's address without its extension, such as {@code .jpg?width=300}; null
 *     when it is read as it was stored
 */
public record Example(
        String topic,
        String title,
        String shows,
        JsonNode body,
        @Nullable String read,
        Expectation expected) {
    static Example of(String topic, JsonNode entry) {
        String title = entry.path("title").asString("");
        JsonNode body = entry.path("body");
        if (title.isEmpty() || !body.isObject()) {
            throw new GalleryException("An example in " + topic + " lacks title or body: " + entry);
        }
        return new Example(
                topic,
                title,
                entry.path("shows").asString(""),
                body,
                entry.has("read") ? entry.path("read").asString() : null,
                Expectation.of(title, entry.path("expect")));
    }

    /** A name for its files, such as {@code capture-clip}. */
    String name() {
        String words = (topic + "-" + title).toLowerCase(java.util.Locale.ROOT);
        return words.replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }

    String body(String site) {
        return body.toString().replace("{site}", site);
    }
}
