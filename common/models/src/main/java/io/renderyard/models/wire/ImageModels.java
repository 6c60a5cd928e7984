package io.renderyard.models.wire;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.ImageModel;
import io.renderyard.models.Provider;

/** The adapter for each kind of provider. */
public final class ImageModels {
    private ImageModels() {}

    /** @param services its connections; the provider's own address is trusted, wherever it is */
    public static ImageModel of(Provider provider, ServiceClient services) {
        return switch (provider.kind()) {
            case OPENAI -> new OpenAiModel(provider, services);
            case GEMINI -> new GeminiModel(provider, services);
            case ARK -> new ArkModel(provider, services);
            case REPLICATE -> new ReplicateModel(provider, services);
            case TOGETHER -> new TogetherModel(provider, services);
            case FAL -> new FalModel(provider, services);
            case BFL -> new BflModel(provider, services);
            case SDAPI -> new SdapiModel(provider, services);
        };
    }
}
