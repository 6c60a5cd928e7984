package io.renderyard.worker.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.ServiceClient;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.models.Handle;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.rendering.RenderException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StudioModelsTest {
    private final ServiceClient services = new ServiceClient(
            new EgressPolicy(List.of(), host -> {
                throw new UnknownHostException(host);
            }),
            InstantSource.system(),
            Runnable::run);

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void aProviderWithoutAnAddressOrAKeyThatItNeedsIsNotThere() {
        assertThat(models("openai", null, null).isConfigured()).isFalse();
        assertThat(models("openai", "http://localhost:8080", null).isConfigured())
                .isTrue();
        assertThat(models("fal", "https://queue.fal.run", null).isConfigured()).isFalse();
        assertThat(models("fal", "https://queue.fal.run", "k-1").isConfigured()).isTrue();
    }

    @Test
    void aKindThatIsNotKnownStopsTheStart() {
        assertThatThrownBy(() -> models("comfy", "https://a.example", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("renderyard.prompt.providers.one.kind must be one of openai, gemini, ark");
    }

    @Test
    void whatCannotBePaintedIsAFailureInTheProvidersWords() {
        PromptSettings settings = settings("fal", "https://queue.fal.run", null);
        Order order = new Order(
                Examples.ATTEMPT,
                "",
                Examples.prompt("a-model"),
                settings.models().getFirst(),
                new Extent.Still(32, 32));

        assertThatThrownBy(() -> models(settings)
                        .paint(order, "a boat", null, new Remembered(Optional.empty()), Duration.ofSeconds(1)))
                .isInstanceOfSatisfying(RenderException.class, e -> {
                    assertThat(e.failure().code()).isEqualTo(FailureCode.MODEL_UNAVAILABLE);
                    assertThat(e.failure().message()).contains("'a-model' is not available");
                });
    }

    @Test
    void aHandleIsTextAndBack() {
        List<String> written = new ArrayList<>();
        Handle handle = new Handle("fal", "fal-ai/flux", "{\"a\":\n\"b\"}");
        new HandleMemory(new Remembered(Optional.empty()) {
                    @Override
                    public void remember(String text) {
                        written.add(text);
                    }
                })
                .remember(handle);

        assertThat(new HandleMemory(new Remembered(Optional.of(written.getFirst()))).remembered())
                .contains(handle);
        assertThat(new HandleMemory(new Remembered(Optional.of("nonsense"))).remembered())
                .isEmpty();
    }

    private static class Remembered implements Models.Memory {
        private final Optional<String> before;

        Remembered(Optional<String> before) {
            this.before = before;
        }

        @Override
        public Optional<String> remembered() {
            return before;
        }

        @Override
        public void remember(String handle) {}
    }

    private Models models(String kind, @Nullable String url, @Nullable String key) {
        return models(settings(kind, url, key));
    }

    private Models models(PromptSettings settings) {
        return new StudioModels(new Providers(settings).studio(services));
    }

    private static PromptSettings settings(String kind, @Nullable String url, @Nullable String key) {
        return new PromptSettings(
                List.of(new PromptSettings.Model(
                        "a-model",
                        BigDecimal.ONE,
                        false,
                        true,
                        List.of(new PromptSettings.Size("16:9", 64, 36)),
                        List.of(new PromptSettings.Backend(
                                "one", "an-id", null, Duration.ofSeconds(1), List.of(), Map.of())))),
                List.of(),
                Map.of(
                        "one",
                        new PromptSettings.Provider(
                                kind, url == null ? null : URI.create(url), key == null ? null : new Secret(key), 1)),
                null,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1));
    }
}
