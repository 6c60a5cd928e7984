package io.renderyard.process.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.prompt.ModelOffer;
import io.renderyard.kernel.tenant.Secret;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Facts of the defaults are those of {@code pictory.md}, section 3.2 and B10. */
class PromptSettingsTest {
    private static final List<String> RATIOS = List.of("1:1", "16:9", "9:16");

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withSystemProperties("spring.config.name=prompt")
            .withUserConfiguration(Parts.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(PromptSettings.class)
    @Import(PromptConfiguration.class)
    static class Parts {}

    @Test
    void fourModelsAreOfferedInTheirOrder() {
        context.run(started -> assertThat(started.getBean(ModelCatalogue.class))
                .isEqualTo(new ModelCatalogue(
                        List.of(
                                new ModelOffer("seedream3.0", RATIOS, new BigDecimal("2"), true),
                                new ModelOffer("flux-schnell", RATIOS, new BigDecimal("0.6"), false),
                                new ModelOffer("nanobanana", RATIOS, new BigDecimal("4"), true),
                                new ModelOffer("nanobanana-pro", RATIOS, new BigDecimal("14"), true)),
                        List.of("photorealistic", "artistic", "cartoon", "minimalist", "vintage", "futuristic"))));
    }

    @Test
    void theSizesAreTheDocumentedOnes() {
        context.run(started -> {
            PromptSettings settings = started.getBean(PromptSettings.class);
            assertThat(settings.model("seedream3.0").orElseThrow().size("16:9"))
                    .contains(new PromptSettings.Size("16:9", 1280, 720));
            assertThat(settings.model("flux-schnell").orElseThrow().size("9:16"))
                    .contains(new PromptSettings.Size("9:16", 768, 1344));
            assertThat(settings.model("flux-schnell").orElseThrow().exact()).isTrue();
            assertThat(settings.model("nanobanana").orElseThrow().exact()).isFalse();
            assertThat(settings.phrase("vintage")).contains("vintage look, faded film colours, light grain");
            assertThat(settings.atMost()).isEqualTo(Duration.ofMinutes(10));
            assertThat(settings.credits()).isNull();
        });
    }

    @Test
    void nobodyHasAKeyUntilOneIsGiven() {
        context.run(started -> assertThat(
                        started.getBean(PromptSettings.class).providers().values())
                .isNotEmpty()
                .allMatch(provider -> provider.key() == null));
        context.withPropertyValues(
                        "renderyard.prompt.providers.fal.key=k-1",
                        "renderyard.prompt.providers.openai.url=http://127.0.0.1:8080")
                .run(started -> {
                    PromptSettings settings = started.getBean(PromptSettings.class);
                    assertThat(provider(settings, "fal").kind()).isEqualTo("fal");
                    assertThat(provider(settings, "fal").key())
                            .hasToString("****")
                            .isEqualTo(new Secret("k-1"));
                    assertThat(provider(settings, "openai").url()).isEqualTo(URI.create("http://127.0.0.1:8080"));
                });
    }

    private static PromptSettings.Provider provider(PromptSettings settings, String name) {
        return Objects.requireNonNull(settings.providers().get(name));
    }

    @Test
    void optionsGoToTheBackendAsTheyAre() {
        context.run(started -> assertThat(started.getBean(PromptSettings.class)
                        .model("flux-schnell")
                        .orElseThrow()
                        .backends())
                .last()
                .satisfies(backend ->
                        assertThat(backend.options()).containsEntry("steps", 4).containsEntry("cfg_scale", 1)));
    }

    @Test
    void aBackendOfAnUnknownProviderStopsTheStart() {
        context.withPropertyValues(
                        "renderyard.prompt.models[0].name=one",
                        "renderyard.prompt.models[0].credits=1",
                        "renderyard.prompt.models[0].ratios[0].ratio=1:1",
                        "renderyard.prompt.models[0].ratios[0].width=64",
                        "renderyard.prompt.models[0].ratios[0].height=64",
                        "renderyard.prompt.models[0].backends[0].provider=nobody",
                        "renderyard.prompt.models[0].backends[0].id=x")
                .run(started -> assertThat(started).getFailure().rootCause().hasMessageContaining("nobody"));
    }

    @Test
    void aMisspeltSettingStopsTheStart() {
        context.withPropertyValues("renderyard.prompt.credit=5")
                .run(started -> assertThat(started).hasFailed());
    }
}
