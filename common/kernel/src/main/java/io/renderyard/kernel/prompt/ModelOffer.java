package io.renderyard.kernel.prompt;

import java.math.BigDecimal;
import java.util.List;

/**
 * A model as it is offered to clients, whoever serves it.
 *
 * @param ratios of the sides, such as {@code 16:9}; the first is the one for whoever names none
 * @param credits for one picture; may be a fraction
 * @param takesReference whether a picture to go by is used; ignored by the others
 */
public record ModelOffer(String name, List<String> ratios, BigDecimal credits, boolean takesReference) {
    public ModelOffer {
        ratios = List.copyOf(ratios);
    }
}
