package io.renderyard.dialect.pictify;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import io.renderyard.kernel.subscription.Wish;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads bodies of {@code POST} and {@code PUT} for subscriptions; contract {@code pictify.md}, section 11.1. */
public final class SubscriptionRequests {
    static final List<String> PLATFORMS = List.of("zapier", "make", "n8n", "pipedream", "custom");

    private static final String NO_OBJECT = "The body must be a JSON object.";
    private static final int LONGEST_URL = 2_048;

    private SubscriptionRequests() {}

    /** A subscription to be. */
    public record New(Wish wish, URI target, String platform) {}

    /** What is to be changed. Null stands for as it is. */
    public record Changed(
            @Nullable URI target,
            @Nullable String filters,
            @Nullable SubscriptionStatus status) {}

    public static SubscriptionReading<New> create(byte[] body) {
        return read(body, members -> {
            String topic = members.required("event", SubscriptionTopics.ALL);
            URI target = members.address("targetUrl", true);
            String platform = members.oneOf("platform", PLATFORMS);
            String filters = members.filters();
            return topic == null || target == null
                    ? null
                    : new New(
                            new Wish(SubscriptionEvent.SHAPE, topic, filters == null ? "{}" : filters),
                            target,
                            platform == null ? "custom" : platform);
        });
    }

    public static SubscriptionReading<Changed> change(byte[] body) {
        return read(body, members -> {
            String status = members.oneOf("status", List.of("active", "paused"));
            return new Changed(
                    members.address("targetUrl", false),
                    members.filters(),
                    status == null ? null : SubscriptionWords.status(status).orElseThrow());
        });
    }

    /** @param reader gives null only where it has said what is wrong */
    private static <T> SubscriptionReading<T> read(byte[] body, Function<Members, @Nullable T> reader) {
        Optional<JsonNode> json = SubscriptionJson.object(body);
        if (json.isEmpty()) {
            return new SubscriptionReading.Wrong<>(List.of(new FieldError("", NO_OBJECT)));
        }
        Members members = new Members(json.get(), new ArrayList<>());
        T request = reader.apply(members);
        return request == null || !members.errors().isEmpty()
                ? new SubscriptionReading.Wrong<>(List.copyOf(members.errors()))
                : new SubscriptionReading.Understood<>(request);
    }

    /** The members of a body, with what is wrong with them. {@code null} is the same as nothing. */
    private record Members(JsonNode body, List<FieldError> errors) {
        private JsonNode member(String name) {
            return body.path(name);
        }

        private boolean has(String name) {
            return !member(name).isMissingNode() && !member(name).isNull();
        }

        private void wrong(String name, String message) {
            errors.add(new FieldError(name, message));
        }

        @Nullable
        String required(String name, List<String> words) {
            if (!has(name)) {
                wrong(name, "is required: one of " + String.join(", ", words));
            }
            return oneOf(name, words);
        }

        @Nullable
        String oneOf(String name, List<String> words) {
            if (!has(name)) {
                return null;
            }
            String word = member(name).asString("");
            if (!member(name).isString() || !words.contains(word)) {
                wrong(name, "must be one of " + String.join(", ", words));
                return null;
            }
            return word;
        }

        @Nullable
        String filters() {
            if (!has("filters")) {
                return null;
            }
            errors.addAll(SubscriptionFilters.errors(member("filters")));
            return member("filters").toString();
        }

        @Nullable
        URI address(String name, boolean required) {
            if (!has(name)) {
                if (required) {
                    wrong(name, "is required");
                }
                return null;
            }
            URI address = address(member(name).asString(""));
            if (!member(name).isString() || address == null) {
                wrong(name, "must be an http or https URL of at most " + LONGEST_URL + " characters");
                return null;
            }
            return address;
        }

        private static @Nullable URI address(String text) {
            try {
                URI address = new URI(text);
                boolean http =
                        "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
                return http && address.getHost() != null && text.length() <= LONGEST_URL ? address : null;
            } catch (URISyntaxException e) {
                return null;
            }
        }
    }
}
