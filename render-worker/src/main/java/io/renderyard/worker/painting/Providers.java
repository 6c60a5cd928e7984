package io.renderyard.worker.painting;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Backend;
import io.renderyard.models.Kind;
import io.renderyard.models.Provider;
import io.renderyard.models.Size;
import io.renderyard.models.studio.Studio;
import io.renderyard.process.prompt.PromptSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Models and providers as the settings name them. A provider without an address is not there. */
final class Providers {
    private final PromptSettings settings;
    private final Map<String, Provider> there = new HashMap<>();

    Providers(PromptSettings settings) {
        this.settings = settings;
        settings.providers().forEach((name, provider) -> {
            Kind kind = kind(name, provider.kind());
            URI url = provider.url();
            if (url != null) {
                there.put(name, new Provider(name, kind, url, provider.key(), provider.concurrency()));
            }
        });
    }

    /** @throws IllegalArgumentException when something is set that cannot be used; the message says what */
    Studio studio(ServiceClient services) {
        Map<String, List<Backend>> models = new HashMap<>();
        for (PromptSettings.Model model : settings.models()) {
            models.put(model.name(), backends(model));
        }
        return new Studio(there.values(), models, settings.patience(), services);
    }

    private List<Backend> backends(PromptSettings.Model model) {
        List<Backend> backends = new ArrayList<>();
        for (PromptSettings.Backend backend : model.backends()) {
            Provider provider = there.get(backend.provider());
            if (provider != null) {
                backends.add(new Backend(
                        backend.provider(),
                        backend.id(),
                        backend.referenceId(),
                        sizes(model, backend, provider.kind()),
                        backend.timeout(),
                        backend.options()));
            }
        }
        return backends;
    }

    private static Map<String, Size> sizes(PromptSettings.Model model, PromptSettings.Backend backend, Kind kind) {
        Map<String, Size> sizes = new HashMap<>();
        if (model.exact() || !knowsRatios(kind)) {
            model.ratios().forEach(size -> sizes.put(size.ratio(), new Size(size.width(), size.height())));
        }
        backend.sizes().forEach(size -> sizes.put(size.ratio(), new Size(size.width(), size.height())));
        return sizes;
    }

    /** Then a model whose pictures stay as they come decides on their pixels itself. */
    private static boolean knowsRatios(Kind kind) {
        return switch (kind) {
            case GEMINI, REPLICATE, TOGETHER, FAL, BFL -> true;
            case OPENAI, ARK, SDAPI -> false;
        };
    }

    private static Kind kind(String provider, String name) {
        return Arrays.stream(Kind.values())
                .filter(kind -> label(kind).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("renderyard.prompt.providers.%s.kind must be one of %s; it is %s"
                                .formatted(
                                        provider,
                                        Arrays.stream(Kind.values())
                                                .map(Providers::label)
                                                .collect(Collectors.joining(", ")),
                                        name)));
    }

    private static String label(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
