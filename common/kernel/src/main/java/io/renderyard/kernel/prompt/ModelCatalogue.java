package io.renderyard.kernel.prompt;

import java.util.List;
import java.util.Optional;

/**
 * Every model and style that may be asked for.
 *
 * @param models in the order in which they are told; the first is the one for whoever names none
 * @param styles in the order in which they are told
 */
public record ModelCatalogue(List<ModelOffer> models, List<String> styles) {
    public ModelCatalogue {
        models = List.copyOf(models);
        styles = List.copyOf(styles);
    }

    /** Empty when it is not offered. */
    public Optional<ModelOffer> find(String name) {
        return models.stream().filter(offer -> offer.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return models.stream().map(ModelOffer::name).toList();
    }
}
