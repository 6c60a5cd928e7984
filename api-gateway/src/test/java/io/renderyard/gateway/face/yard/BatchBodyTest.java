package io.renderyard.gateway.face.yard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.dialect.yard.BatchForm;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.RequestKey;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import org.springframework.mock.web.MockPart;

class BatchBodyTest {
    @ParameterizedTest
    @CsvSource({
        "application/json, JSON",
        "application/json; charset=UTF-8, JSON",
        "application/x-ndjson, NDJSON",
        "application/ndjson, NDJSON",
        "application/jsonl, NDJSON",
        "text/csv, CSV",
        "Text/CSV; charset=utf-8; header=present, CSV"
    })
    void theTypeSaysHowItemsAreWritten(String type, BatchForm form) throws IOException {
        MockHttpServletRequest request = request(type);
        request.setContent("what was sent".getBytes(UTF_8));

        BatchBody body = of(request);

        assertThat(body.form()).isEqualTo(form);
        assertThat(body.head()).isNull();
        assertThat(body.items()).hasContent("what was sent");
    }

    @Test
    void aHeadMayStandInTheQuery() throws IOException {
        MockHttpServletRequest request = request("text/csv");
        request.setParameter("head", "{\"priority\":\"high\"}");

        assertThat(of(request).head()).asString(UTF_8).isEqualTo("{\"priority\":\"high\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "text/csv; charset=ISO-8859-1", "nonsense"})
    void anythingElseIsRefused(String type) {
        assertThatThrownBy(() -> of(request(type)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("application/x-ndjson");
    }

    @Test
    void noTypeIsRefused() {
        assertThatThrownBy(() -> of(new MockHttpServletRequest("POST", "/api/v1/batches")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("application/x-ndjson");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, guests.csv, CSV",
        "application/octet-stream, GUESTS.CSV, CSV",
        "application/octet-stream, guests.jsonl, NDJSON",
        ", guests.ndjson, NDJSON",
        ", guests.json, JSON",
        "application/json, , JSON"
    })
    void aFormsPartSaysItByTypeOrByName(@Nullable String type, @Nullable String name, BatchForm form)
            throws IOException {
        BatchBody body = of(form("{}", "items", type, name));

        assertThat(body.form()).isEqualTo(form);
        assertThat(body.head()).asString(UTF_8).isEqualTo("{}");
        assertThat(body.items()).hasContent("a,b");
    }

    @Test
    void aFormWithoutOneOfItsPartsIsRefused() {
        assertThatThrownBy(() -> of(form("{}", "rows", "text/csv", "guests.csv")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("head (JSON) and items");
    }

    @Test
    void aFormsItemsOfAnUnknownKindAreRefused() {
        assertThatThrownBy(() -> of(form("{}", "items", "application/octet-stream", "guests.xlsx")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("text/csv");
    }

    @Test
    void aHeadOfMoreThanTenMegabytesIsRefused() {
        assertThatThrownBy(() -> of(form(" ".repeat(10 * 1024 * 1024 + 1), "items", "text/csv", "guests.csv")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("200 MB");
    }

    /** Else another head under the same key would be taken for the same request. */
    @Test
    void aFormsHeadIsPartOfTheRequestsFingerprint() throws IOException {
        assertThat(keyOf("{\"priority\":\"high\"}")).isEqualTo(keyOf("{\"priority\":\"high\"}"));
        assertThat(keyOf("{\"priority\":\"high\"}")).isNotEqualTo(keyOf("{\"priority\":\"low\"}"));
    }

    private static Optional<IdempotencyKey> keyOf(String head) throws IOException {
        MockHttpServletRequest request = form(head, "items", "text/csv", "guests.csv");
        request.addHeader(RequestKey.HEADER, "mine");
        RequestKey key = RequestKey.of(request);
        BatchBody unused = BatchBody.of(request, key);
        return key.key();
    }

    private static BatchBody of(MockHttpServletRequest request) throws IOException {
        return BatchBody.of(request, RequestKey.of(request));
    }

    private static MockHttpServletRequest request(String type) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/v1/batches");
        request.setContentType(type);
        return request;
    }

    private static MockHttpServletRequest form(
            String head, String itemsName, @Nullable String type, @Nullable String name) {
        MockMultipartHttpServletRequest request = new MockMultipartHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=here");
        request.addPart(new MockPart("head", head.getBytes(UTF_8)));
        MockPart items = new MockPart(itemsName, name, "a,b".getBytes(UTF_8));
        if (type != null) {
            items.getHeaders().set("Content-Type", type);
        }
        request.addPart(items);
        return request;
    }
}
