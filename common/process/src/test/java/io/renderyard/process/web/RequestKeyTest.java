package io.renderyard.process.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.job.IdempotencyKey;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestKeyTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void aRequestNeedNotHaveOne() {
        assertThat(RequestKey.of(request("/a", "text/csv")).with(BODY).key()).isEmpty();
    }

    @Test
    void theSameRequestHasTheSameFingerprintInHoweverManyPieces() {
        byte[] brace = {'{'};
        byte[] rest = {'}', 0};

        assertThat(RequestKey.of(named("k", "/a", "text/csv"))
                        .with(brace)
                        .with(rest, 1)
                        .key())
                .isEqualTo(
                        RequestKey.of(named("k", "/a", "text/csv")).with(BODY).key())
                .get()
                .satisfies(key -> assertThat(key.fingerprint()).matches("[0-9a-f]{64}"))
                .extracting(IdempotencyKey::value)
                .isEqualTo("k");
    }

    @Test
    void everyPartOfARequestTellsItFromOthers() {
        MockHttpServletRequest query = named("k", "/a", "text/csv");
        query.setQueryString("b=c");
        MockHttpServletRequest method = named("k", "/a", "text/csv");
        method.setMethod("PUT");

        assertThat(Stream.of(
                                named("k", "/a", "text/csv"),
                                named("k", "/b", "text/csv"),
                                named("k", "/a", "application/json"),
                                query,
                                method)
                        .map(request -> RequestKey.of(request).with(BODY).key().orElseThrow())
                        .distinct())
                .hasSize(5);
        assertThat(RequestKey.of(named("k", "/a", "text/csv")).key())
                .isNotEqualTo(
                        RequestKey.of(named("k", "/a", "text/csv")).with(BODY).key());
    }

    @Test
    void aFormIsTheSameWhateverItsBoundary() {
        assertThat(RequestKey.of(named("k", "/a", "multipart/form-data; boundary=one"))
                        .key())
                .isEqualTo(RequestKey.of(named("k", "/a", "multipart/form-data; boundary=two"))
                        .key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "\t", "two,\u007f"})
    void whatIsNoKeyIsRefused(String header) {
        assertThatThrownBy(() -> RequestKey.of(named(header, "/a", "text/csv")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(400));
    }

    @Test
    void aKeyHasOneValueAndABound() {
        MockHttpServletRequest twice = named("k", "/a", "text/csv");
        twice.addHeader(RequestKey.HEADER, "k");

        assertThatThrownBy(() -> RequestKey.of(twice)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> RequestKey.of(named("k".repeat(256), "/a", "text/csv")))
                .isInstanceOf(ProblemException.class);
        assertThat(RequestKey.of(named("k".repeat(255), "/a", "text/csv")).key())
                .isPresent();
    }

    private static MockHttpServletRequest named(String key, String path, String type) {
        MockHttpServletRequest request = request(path, type);
        request.addHeader(RequestKey.HEADER, key);
        return request;
    }

    private static MockHttpServletRequest request(String path, String type) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContentType(type);
        return request;
    }
}
