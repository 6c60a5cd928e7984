package io.renderyard.models.wire;

import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.Reference;
import io.renderyard.models.Size;
import io.renderyard.models.Wish;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish as one backend is asked for it.
 *
 * @param model the provider's id
 * @param size to ask for; null to say the ratio instead
 * @param reference null also where the model takes none
 * @param options to be laid over the request
 * @param referenceField where the settings want the reference, null for the usual place
 * @param server which of several servers with the same API it is, null for none in particular
 * @param extraArguments for a server that takes them inside the words
 */
record Order(
        String model,
        Wish wish,
        @Nullable Size size,
        @Nullable Reference reference,
        Map<String, Object> options,
        @Nullable String referenceField,
        @Nullable String server,
        Map<String, Object> extraArguments) {
    private static final String ONLY_WITH_REFERENCE = "with-reference";
    private static final String REFERENCE_FIELD = "reference-as";
    private static final String SERVER = "server";
    private static final String EXTRA_ARGUMENTS = "extra-args";

    static Order of(Kind kind, Wish wish, Backend backend) {
        boolean taken =
                wish.reference() != null && (backend.referenceModel() != null || kind.everyModelTakesReferences());
        Map<String, Object> options = new LinkedHashMap<>(backend.options());
        Map<String, Object> onlyWithReference = fields(options.remove(ONLY_WITH_REFERENCE));
        if (taken) {
            options.putAll(onlyWithReference);
        }
        return new Order(
                backend.modelFor(wish),
                wish,
                wish.size() != null ? wish.size() : backend.sizes().get(wish.ratio()),
                taken ? wish.reference() : null,
                options,
                text(options.remove(REFERENCE_FIELD)),
                text(options.remove(SERVER)),
                fields(options.remove(EXTRA_ARGUMENTS)));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Map<String, Object> fields(@Nullable Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> fields.put(String.valueOf(name), each));
        }
        return fields;
    }

    /** The negative words, null when there are none. */
    @Nullable
    String negative() {
        String words = wish.negative();
        return words == null || words.isBlank() ? null : words;
    }
}
