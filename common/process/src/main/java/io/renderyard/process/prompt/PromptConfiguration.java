package io.renderyard.process.prompt;

import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.prompt.ModelOffer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PromptConfiguration {
    /** What clients may ask for, without who serves it. */
    @Bean
    ModelCatalogue modelCatalogue(PromptSettings settings) {
        return new ModelCatalogue(
                settings.models().stream().map(PromptConfiguration::offer).toList(),
                settings.styles().stream().map(PromptSettings.Style::name).toList());
    }

    private static ModelOffer offer(PromptSettings.Model model) {
        return new ModelOffer(
                model.name(),
                model.ratios().stream().map(PromptSettings.Size::ratio).toList(),
                model.credits(),
                model.reference());
    }
}
