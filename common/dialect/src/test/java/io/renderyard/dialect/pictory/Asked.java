package io.renderyard.dialect.pictory;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.prompt.ModelOffer;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes of a body. */
final class Asked {
    static final TenantId TENANT = new TenantId(new UUID(1, 2));

    private static final List<String> RATIOS = List.of("1:1", "16:9", "9:16");
    private static final ImageRequests REQUESTS = new ImageRequests(new ModelCatalogue(
            List.of(
                    new ModelOffer("seedream3.0", RATIOS, BigDecimal.TWO, true),
                    new ModelOffer("flux-schnell", RATIOS, new BigDecimal("0.6"), false),
                    new ModelOffer("nanobanana", RATIOS, BigDecimal.valueOf(4), true),
                    new ModelOffer("nanobanana-pro", RATIOS, BigDecimal.valueOf(14), true)),
            List.of("photorealistic", "artistic", "cartoon", "minimalist", "vintage", "futuristic")));

    private Asked() {}

    static ImageReading read(String body) {
        return read(body, false, null);
    }

    static ImageReading read(String body, boolean trial, @Nullable String user) {
        return REQUESTS.read(
                body.getBytes(StandardCharsets.UTF_8), new Credential(new UUID(3, 4), TENANT, Set.of(), trial), user);
    }

    static Submission understood(String body) {
        return understood(read(body));
    }

    static Submission understood(ImageReading reading) {
        return switch (reading) {
            case ImageReading.Understood(Submission submission) -> submission;
            case ImageReading.Wrong(List<FieldError> errors) -> throw new AssertionError(errors);
        };
    }

    static Prompt prompt(ImageReading reading) {
        return ((Source.Painted) understood(reading).spec().source()).prompt();
    }

    static Prompt prompt(String body) {
        return prompt(read(body));
    }

    static List<FieldError> wrong(String body) {
        return switch (read(body)) {
            case ImageReading.Understood understood -> throw new AssertionError(understood);
            case ImageReading.Wrong(List<FieldError> errors) -> errors;
        };
    }
}
