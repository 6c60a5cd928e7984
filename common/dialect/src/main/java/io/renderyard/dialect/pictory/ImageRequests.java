package io.renderyard.dialect.pictory;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.prompt.ModelOffer;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.Credential;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads bodies of {@code POST /pictoryapis/v1/aistudio/images}; contract {@code pictory.md}, section 3. */
public final class ImageRequests {
    /** Name in a job's metadata of who, of the client's people, sent it. */
    public static final String USER = "pictoryUserId";

    private static final int SHORTEST = 5;
    private static final int LONGEST = 5_000;
    private static final int LONGEST_USER = 500;

    /** No page is opened. */
    private static final Viewport UNUSED = new Viewport(1, 1, 1);

    private final ModelCatalogue catalogue;

    /** @param catalogue what may be asked for */
    public ImageRequests(ModelCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads one request. Each one paints anew, however alike they are.
     *
     * @param user the client's word for who of its people sent it; null when it gave none
     */
    public ImageReading read(byte[] body, Credential credential, @Nullable String user) {
        Optional<JsonNode> json = Json.read(body);
        if (json.isEmpty()) {
            return new ImageReading.Wrong(List.of());
        }
        if (!json.get().isObject()) {
            return new ImageReading.Wrong(List.of(Checked.error("value", "must be of type object")));
        }
        List<FieldError> errors = new ArrayList<>();
        Checked members = new Checked(json.get(), errors);
        Prompt prompt = prompt(members, credential.trial());
        URI webhook = members.address("webhook");
        return errors.isEmpty()
                ? new ImageReading.Understood(submission(prompt, webhook, credential, user))
                : new ImageReading.Wrong(errors);
    }

    /** In the order in which what is wrong is told. */
    private Prompt prompt(Checked members, boolean preview) {
        String words = members.required("prompt", SHORTEST, LONGEST);
        String model = members.word("model", catalogue.names());
        ModelOffer offer = model == null
                ? catalogue.models().getFirst()
                : catalogue.find(model).orElseThrow();
        // Of a model that is not there, no ratio is wrong.
        boolean known = model != null || !members.has("model");
        String ratio = known ? members.word("aspectRatio", offer.ratios()) : null;
        String style = members.word("style", catalogue.styles());
        URI reference = members.address("referenceImageUrl");
        return new Prompt(
                words,
                offer.name(),
                ratio == null ? offer.ratios().getFirst() : ratio,
                style,
                reference,
                null,
                null,
                preview);
    }

    private static Submission submission(
            Prompt prompt, @Nullable URI webhook, Credential credential, @Nullable String user) {
        RenderSpec spec = RenderSpec.plain(new Source.Painted(prompt), UNUSED, new PictureFormat.Png());
        return new Submission(
                credential.tenant(),
                spec,
                Variables.NONE,
                Lane.of(spec, Variables.NONE),
                webhook == null ? null : new Webhook(webhook, PictoryJob.SHAPE),
                metadata(user),
                Reuse.NONE);
    }

    private static Map<String, String> metadata(@Nullable String user) {
        return user == null || user.isBlank()
                ? Map.of()
                : Map.of(USER, user.strip().substring(0, Math.min(user.strip().length(), LONGEST_USER)));
    }

    /**
     * What is said of addresses that may not be contacted, in the order of the fields.
     *
     * @param refused by their names in a submission
     */
    public static List<FieldError> notPublic(List<FieldError> refused) {
        return refused.stream()
                .map(error -> error.field().endsWith("referenceImageUrl") ? "referenceImageUrl" : "webhook")
                .map(field -> Checked.error(field, Checked.NOT_PUBLIC))
                .toList();
    }
}
