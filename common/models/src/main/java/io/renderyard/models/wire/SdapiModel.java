package io.renderyard.models.wire;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.ImageModel;
import io.renderyard.models.Kind;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Reference;
import io.renderyard.models.Size;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** AUTOMATIC1111, Forge, SD.Next: answers at once. The model {@code default} is whichever is loaded. */
final class SdapiModel implements ImageModel {
    private static final String LOADED = "default";

    private final Line line;

    SdapiModel(Provider provider, ServiceClient services) {
        line = new Line(provider, credentials(provider), services);
    }

    /** {@code user:password} for HTTP Basic, as these servers have it; what stands before them may want a token. */
    private static Map<String, String> credentials(Provider provider) {
        if (provider.key() == null) {
            return Map.of();
        }
        String key = provider.key().reveal();
        String basic = Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
        return Map.of("Authorization", key.contains(":") ? "Basic " + basic : "Bearer " + key);
    }

    @Override
    public Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure, InterruptedException {
        Order order = Order.of(Kind.SDAPI, wish, backend);
        Reference reference = order.reference();
        Size size = order.size();
        Fields body = new Fields()
                .with("prompt", wish.words())
                .with("negative_prompt", order.negative())
                .with("width", size == null ? null : size.width())
                .with("height", size == null ? null : size.height())
                .with("seed", wish.seed())
                .with("batch_size", 1)
                .with("send_images", true)
                .with("save_images", false)
                .with(
                        "override_settings",
                        order.model().equals(LOADED) ? null : Map.of("sd_model_checkpoint", order.model()))
                .with("init_images", reference == null ? null : List.of(reference.base64()))
                .overlaid(order.options());
        String verb = reference == null ? "/txt2img" : "/img2img";
        Told told = line.post(line.at("/sdapi/v1", verb), body, Deadline.in(atMost));
        JsonNode picture = Json.encoded(told.json(), "/images/0")
                .orElseThrow(() -> line.failure(Trouble.USELESS, "an answer without a picture"));
        return Pictures.ofBase64(picture, told.requestId());
    }
}
