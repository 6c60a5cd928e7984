package io.renderyard.process.prompt;

import io.renderyard.kernel.tenant.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code renderyard.prompt}. What may be asked for, what it costs and who serves it is all data, since
 * providers rename their models every few months.
 *
 * @param models in the order in which clients are told of them; the first is for whoever names none
 * @param styles in the order in which clients are told of them
 * @param providers by name
 * @param credits that a tenant may use up in a month; as many as it likes when null
 * @param atMost time for one job, with all that is tried again, but without waiting for its turn
 * @param patience how long a job may wait for its turn: for a place at a provider, or in a browser for a preview
 */
@ConfigurationProperties(prefix = "renderyard.prompt", ignoreUnknownFields = false)
public record PromptSettings(
        @DefaultValue List<Model> models,
        @DefaultValue List<Style> styles,
        @DefaultValue Map<String, Provider> providers,
        @Nullable BigDecimal credits,
        @DefaultValue("10m") Duration atMost,
        @DefaultValue("1h") Duration patience) {
    public PromptSettings {
        if (models.isEmpty()) {
            throw new IllegalArgumentException("renderyard.prompt.models must have at least one model");
        }
        for (Model model : models) {
            for (Backend backend : model.backends()) {
                if (!providers.containsKey(backend.provider())) {
                    throw new IllegalArgumentException(
                            "renderyard.prompt.models: " + model.name() + " names the provider " + backend.provider()
                                    + ", which renderyard.prompt.providers does not have");
                }
            }
        }
    }

    /**
     * A model as clients know it.
     *
     * @param credits for one picture
     * @param reference whether it takes a picture to go by
     * @param exact whether pictures are brought to the sizes of {@code ratios}; else they stay as the provider gave them
     * @param ratios with the sizes that they stand for; the first is for whoever names none
     * @param backends who serves it: the first is asked first
     */
    public record Model(
            String name,
            BigDecimal credits,
            @DefaultValue("false") boolean reference,
            @DefaultValue("true") boolean exact,
            @DefaultValue List<Size> ratios,
            @DefaultValue List<Backend> backends) {
        public Model {
            if (ratios.isEmpty()) {
                throw new IllegalArgumentException("renderyard.prompt.models: " + name + " must have a ratio");
            }
        }

        /** Empty when it does not have this ratio. */
        public Optional<Size> size(String ratio) {
            return ratios.stream().filter(size -> size.ratio().equals(ratio)).findFirst();
        }
    }

    /**
     * Pixels of a ratio.
     *
     * @param ratio such as {@code 16:9}
     */
    public record Size(String ratio, int width, int height) {}

    /**
     * A provider's model that serves one of ours.
     *
     * @param id what the provider calls it
     * @param referenceId what it calls the one that takes a picture to go by, which may be {@code id} again; null where
     *     none does, so that the picture is left out (of the kinds gemini and sdapi every model takes one)
     * @param timeout for one request
     * @param sizes where this backend needs others than its model's
     * @param options further members of the request, as the provider calls them
     */
    public record Backend(
            String provider,
            String id,
            @Nullable String referenceId,
            @DefaultValue("2m") Duration timeout,
            @DefaultValue List<Size> sizes,
            @DefaultValue Map<String, Object> options) {}

    /**
     * Somebody whose models are asked over HTTP.
     *
     * @param kind which wire language it speaks, such as {@code openai}
     * @param url where its API begins; null when nobody is there
     * @param key null when there is none: it is only asked when its kind needs none
     * @param concurrency requests at once
     */
    public record Provider(
            String kind,
            @Nullable URI url,
            @Nullable Secret key,
            @DefaultValue("64") int concurrency) {
        public Provider {
            if (concurrency < 1) {
                throw new IllegalArgumentException(
                        "renderyard.prompt.providers: concurrency must be at least 1; it is " + concurrency);
            }
        }
    }

    /** @param phrase what is added to the prompt's words */
    public record Style(String name, String phrase) {}

    /** The phrase of a style. */
    public Optional<String> phrase(String style) {
        return styles.stream()
                .filter(one -> one.name().equals(style))
                .map(Style::phrase)
                .findFirst();
    }

    public Optional<Model> model(String name) {
        return models.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
