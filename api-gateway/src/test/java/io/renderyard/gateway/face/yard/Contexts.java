package io.renderyard.gateway.face.yard;

import io.renderyard.dialect.yard.SubmissionContext;
import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.prompt.ModelOffer;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What bodies are read by here: a model and a style, named as in the settings. */
final class Contexts {
    static final SubmissionContext SOMEBODY = new SubmissionContext(
            new TenantId(new UUID(0, 1)),
            false,
            new ModelCatalogue(
                    List.of(new ModelOffer("seedream3.0", List.of("1:1", "16:9"), BigDecimal.TWO, true)),
                    List.of("artistic")));

    private Contexts() {}
}
