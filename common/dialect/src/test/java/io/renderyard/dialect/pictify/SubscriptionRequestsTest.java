package io.renderyard.dialect.pictify;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.subscription.SubscriptionStatus;
import io.renderyard.kernel.subscription.Wish;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract pictify.md, sections 11.1 to 11.3. */
class SubscriptionRequestsTest {
    @Test
    void theShortestRequestHasAnEventAndATarget() {
        assertThat(created("""
                {"event": "render.completed", "targetUrl": "https://hooks.example/a?b=c", "platform": null, "more": 1}"""))
                .isEqualTo(new SubscriptionRequests.New(
                        new Wish("pictify", "render.completed", "{}"),
                        URI.create("https://hooks.example/a?b=c"),
                        "custom"));
    }

    @Test
    void filtersThatNobodyKnowsAreKept() {
        SubscriptionRequests.New request = created("""
                {"event": "render.failed", "targetUrl": "http://hooks.example/", "platform": "n8n",
                 "filters": {"type": "gif", "templateId": null, "colour": {"of": ["ü", 1]}}}""");

        assertThat(request.platform()).isEqualTo("n8n");
        assertThat(request.wish().filters())
                .isEqualTo("{\"type\":\"gif\",\"templateId\":null,\"colour\":{\"of\":[\"ü\",1]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "render.completed",
                "render.failed",
                "binding.updated",
                "binding.failed",
                "batch.completed",
                "batch.failed",
                "experiment.started",
                "experiment.completed",
                "experiment.winner_declared"
            })
    void everyEventOfTheVendorMayBeSubscribedTo(String event) {
        assertThat(created("{\"event\":\"" + event + "\",\"targetUrl\":\"https://hooks.example/\"}")
                        .wish()
                        .topic())
                .isEqualTo(event);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(wrong(SubscriptionRequests.create(bytes("""
                {"event": "render.started", "targetUrl": "ftp://hooks.example/", "platform": 7,
                 "filters": {"type": "video", "templateId": 4}}"""))))
                .extracting(FieldError::field)
                .containsExactly("event", "targetUrl", "platform", "filters.templateId", "filters.type");
        assertThat(wrong(SubscriptionRequests.create(bytes(""))))
                .extracting(FieldError::field)
                .containsExactly("event", "targetUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "[]", "\"text\"", "null", "{", "{} {}", "1"})
    void aBodyIsAnObject(String body) {
        assertThat(wrong(SubscriptionRequests.create(bytes(body))))
                .extracting(FieldError::field)
                .containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hooks.example", "https://", "https:///path", "javascript:alert(1)", "https://a b/", "7"})
    void aTargetIsAnAddress(String target) {
        assertThat(wrong(SubscriptionRequests.create(
                        bytes("{\"event\":\"render.failed\",\"targetUrl\":\"" + target + "\"}"))))
                .extracting(FieldError::field)
                .containsExactly("targetUrl");
    }

    @Test
    void whatIsLeftOutOfAChangeStays() {
        assertThat(understood(SubscriptionRequests.change(bytes(""))))
                .isEqualTo(understood(SubscriptionRequests.change(bytes("{}"))))
                .isEqualTo(new SubscriptionRequests.Changed(null, null, null));
        assertThat(understood(SubscriptionRequests.change(
                        bytes("{\"status\":\"paused\",\"filters\":{},\"targetUrl\":\"https://hooks.example/\"}"))))
                .isEqualTo(new SubscriptionRequests.Changed(
                        URI.create("https://hooks.example/"), "{}", SubscriptionStatus.PAUSED));
    }

    @ParameterizedTest
    @CsvSource({"status,\"failed\"", "status,true", "filters,[]", "targetUrl,\"no address\""})
    void aChangeIsCheckedToo(String field, String value) {
        assertThat(wrong(SubscriptionRequests.change(bytes("{\"" + field + "\":" + value + "}"))))
                .extracting(FieldError::field)
                .containsExactly(field);
    }

    @Test
    void aQueryWithoutParametersIsTheFirstPage() {
        SubscriptionQuery query = understood(SubscriptionQuery.read(null, null, null, null, null));

        assertThat(query.page()).isOne();
        assertThat(query.limit()).isEqualTo(20);
        assertThat(query.offset()).isZero();
        assertThat(understood(SubscriptionQuery.read("batch.failed", "failed", "make", "3", "50"))
                        .offset())
                .isEqualTo(100);
        assertThat(wrong(SubscriptionQuery.read("x", "x", "x", "0", "101")))
                .extracting(FieldError::field)
                .containsExactly("event", "status", "platform", "page", "limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "wh_", "wh_0193A5C26D0E7A0C9A432F6F3E0D9A11", "wh_0193a5c26d0e7a0c9a432f6f3e0d9a1g", "a/b"})
    void onlyOurOwnFormIsAnId(String text) {
        assertThat(SubscriptionUid.parse(text)).isEmpty();
        String uid = "wh_ffffffffffffffff800000000000000a";
        assertThat(SubscriptionUid.parse(uid).map(SubscriptionUid::of)).contains(uid);
    }

    private static SubscriptionRequests.New created(String body) {
        return understood(SubscriptionRequests.create(bytes(body)));
    }

    private static <T> T understood(SubscriptionReading<T> reading) {
        return switch (reading) {
            case SubscriptionReading.Understood<T>(T request) -> request;
            case SubscriptionReading.Wrong<T> wrong -> throw new AssertionError(wrong.toString());
        };
    }

    private static <T> List<FieldError> wrong(SubscriptionReading<T> reading) {
        return switch (reading) {
            case SubscriptionReading.Understood<T> understood -> throw new AssertionError(understood.toString());
            case SubscriptionReading.Wrong<T>(List<FieldError> errors) -> errors;
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
