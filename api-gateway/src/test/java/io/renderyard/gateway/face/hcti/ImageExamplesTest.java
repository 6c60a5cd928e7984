package io.renderyard.gateway.face.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.hcti.BatchRequests;
import io.renderyard.dialect.hcti.Bodies;
import io.renderyard.dialect.hcti.DeletionRequest;
import io.renderyard.dialect.hcti.ImageRequests;
import io.renderyard.dialect.hcti.Understanding;
import io.renderyard.kernel.template.TemplateId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ImageExamplesTest {
    @Test
    void whatTheDescriptionShowsIsUnderstood() {
        assertUnderstood(ImageRequests.create(body(ImageExamples.HTML)));
        assertUnderstood(ImageRequests.create(body(ImageExamples.URL)));
        assertUnderstood(ImageRequests.create(body(ImageExamples.FILLED)));
        assertUnderstood(ImageRequests.templated(body(ImageExamples.VALUES), new TemplateId(new UUID(0, 1)), null));
        assertUnderstood(BatchRequests.create(body(ImageExamples.BATCH)));
        assertUnderstood(BatchRequests.templated(body(ImageExamples.FILLED_BATCH)));
        assertUnderstood(DeletionRequest.read(body(ImageExamples.IDS)));
        assertUnderstood(ImageRequests.template(body(ImageExamples.TEMPLATE)));
    }

    private static ObjectNode body(String json) {
        return Refusal.orElse(Bodies.json(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertUnderstood(Understanding<?> understanding) {
        assertThat(understanding).isInstanceOf(Understanding.Understood.class);
    }
}
