package io.renderyard.gateway.face.yard;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.yard.BatchForm;
import io.renderyard.dialect.yard.BatchReading;
import io.renderyard.dialect.yard.BatchUpload;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.render.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchExamplesTest {
    @Test
    void whatTheDescriptionShowsIsAccepted() throws IOException {
        assertAccepted(BatchForm.JSON, BatchExamples.CARDS, null);
        assertAccepted(BatchForm.JSON, BatchExamples.PAGES, null);
        assertAccepted(BatchForm.JSON, BatchExamples.PAINTINGS, null);
        assertAccepted(BatchForm.NDJSON, BatchExamples.LINES, null);
        assertAccepted(BatchForm.CSV, BatchExamples.TABLE, "{\"source\":{\"html\":\"<h1>{{name}}</h1>\"}}");
    }

    private static void assertAccepted(BatchForm form, String body, @Nullable String head) throws IOException {
        BatchReading reading = BatchUpload.read(
                form,
                new Content.InMemory(body.getBytes(StandardCharsets.UTF_8)),
                head == null ? null : head.getBytes(StandardCharsets.UTF_8),
                Contexts.SOMEBODY);

        assertThat(reading).isInstanceOf(BatchReading.Understood.class);
        BatchUpload upload = ((BatchReading.Understood) reading).upload();
        assertThat(upload.size()).isEqualTo(2);
        try (BatchUpload.Rows rows = upload.open()) {
            assertThat(rows).toIterable().noneMatch(Row.Wrong.class::isInstance);
        }
    }
}
