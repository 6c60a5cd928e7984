package io.renderyard.models;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way to have a model's pictures painted.
 *
 * @param provider its name
 * @param model as the provider calls it
 * @param referenceModel called instead when there is a reference; null when there is none that takes one
 * @param sizes to ask for by ratio; for a ratio without one the provider is told the ratio
 * @param atMost for one picture, with all tries
 * @param options more of the request, in the provider's own words; see {@code docs/models.md}
 */
public record Backend(
        String provider,
        String model,
        @Nullable String referenceModel,
        Map<String, Size> sizes,
        Duration atMost,
        Map<String, Object> options) {

    public Backend {
        check(provider, model);
        if (referenceModel != null) {
            check(provider, referenceModel);
        }
        sizes = Map.copyOf(sizes);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** It may become a part of an address. */
    private static void check(String provider, String id) {
        for (String part : id.split("/", -1)) {
            if (part.isBlank() || part.equals(".") || part.equals("..")) {
                throw new IllegalArgumentException("A model of the provider " + provider
                        + " has an id with an empty part: '" + id + "'. Write it as the provider does");
            }
        }
    }

    /** The id that is asked for this picture. */
    public String modelFor(Wish wish) {
        return wish.reference() != null && referenceModel != null ? referenceModel : model;
    }

    /** Whether a job that was submitted under this id can be gone on with here. */
    public boolean submits(String id) {
        return id.equals(model) || id.equals(referenceModel);
    }
}
