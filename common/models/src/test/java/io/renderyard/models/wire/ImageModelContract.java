package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.ServiceClient;
import io.renderyard.kernel.tenant.Secret;
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
import io.renderyard.models.wire.ScriptedProvider.Received;
import io.renderyard.models.wire.ScriptedProvider.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What every adapter must do, said in the words of each provider. */
@Timeout(20)
abstract class ImageModelContract {
    static final String KEY = "user-1:key-0123456789abcdef";
    static final Duration LONG = Duration.ofSeconds(10);
    static final byte[] PNG = picture("\u0089PNG\r\n\u001a\n");
    static final byte[] JPEG = picture("\u00ff\u00d8\u00ff");
    static final byte[] WEBP = picture("RIFF\u0000\u0000\u0000\u0000WEBP");
    static final Wish WISH = new Wish("a lighthouse in fog", "16:9");
    static final Reference REFERENCE =
            new Reference(PNG, "image/png", URI.create("https://pictures.example/reference.png"));

    final ScriptedProvider server;
    private final ScriptedProvider elsewhere;
    private final ServiceClient services = new ServiceClient(
            new EgressPolicy(List.of(), host -> {
                throw new UnknownHostException(host);
            }),
            InstantSource.system(),
            Runnable::run);

    ImageModelContract() {
        try {
            server = new ScriptedProvider();
            elsewhere = new ScriptedProvider();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        elsewhere.play(List.of(Reply.bytes("image/png", PNG)));
    }

    @AfterEach
    void close() {
        server.close();
        elsewhere.close();
        services.close();
    }

    abstract Kind kind();

    /** The header with the key. */
    abstract String header();

    abstract String headerValue();

    /** Everything the provider answers until the picture is here, in each of its forms. */
    abstract Map<String, List<Reply>> successes(byte[] picture);

    /** As {@link #successes} until the picture lies at an address; empty when it never does. */
    abstract Optional<List<Reply>> link(String address);

    /** The answer to the submission that says where to ask; empty where there are no jobs. */
    abstract Optional<Reply> job(String address);

    /** Every way to refuse what is asked for. */
    abstract Map<String, List<Reply>> refusals();

    /** An error in the provider's form, with its status. */
    abstract Reply error(int status, String words);

    /** A yes without a picture, by itself or as the end of a job. */
    abstract List<Reply> nothing();

    String modelId() {
        return "maker/model-1";
    }

    Backend backend() {
        return new Backend(
                "there", modelId(), modelId() + "-edit", Map.of("16:9", new Size(1344, 768)), LONG, Map.of());
    }

    @TestFactory
    Stream<DynamicTest> aPictureComesInEveryForm() {
        return successes(PNG).keySet().stream()
                .map(form -> DynamicTest.dynamicTest(form, () -> {
                    for (Map.Entry<String, byte[]> picture : Map.of(
                                    "image/png", PNG, "image/jpeg", JPEG, "image/webp", WEBP)
                            .entrySet()) {
                        server.play(successes(picture.getValue()).getOrDefault(form, List.of()));

                        Answer.Done done = paint(WISH);

                        assertThat(done.bytes()).isEqualTo(picture.getValue());
                        assertThat(done.contentType()).isEqualTo(picture.getKey());
                    }
                }));
    }

    @Test
    void theKeyAndTheWordsAreSent() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(WISH);

        assertThat(server.first().method()).isEqualTo("POST");
        assertThat(server.first().headers())
                .containsEntry(header(), headerValue())
                .containsEntry("user-agent", "Renderyard");
        assertThat(server.first().text()).contains(WISH.words());
    }

    @Test
    void theReferenceIsSentToTheModelThatTakesIt() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(new Wish(WISH.words(), null, "16:9", null, null, REFERENCE));

        Received sent = server.first();
        assertThat(sent.text()).containsAnyOf(REFERENCE.base64(), new String(PNG, StandardCharsets.ISO_8859_1));
        if (kind() != Kind.SDAPI) {
            assertThat(sent.path() + sent.text()).contains(modelId() + "-edit");
        }
    }

    @Test
    void theReferenceIsLeftOutWhereNoModelTakesIt() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                new Wish(WISH.words(), null, "16:9", null, null, REFERENCE),
                new Backend("there", modelId(), null, Map.of(), LONG, Map.of()));

        assertThat(server.first().text().contains(REFERENCE.base64())).isEqualTo(kind().everyModelTakesReferences());
    }

    @Test
    void theOptionsHaveTheLastWord() throws Exception {
        server.play(anySuccess(PNG));

        Answer.Done _ = paint(
                WISH,
                new Backend("there", modelId(), null, Map.of(), LONG, Map.of("steps", 4, "prompt", "", "seed", 99)));

        JsonNode input = input(server.first());
        assertThat(input.path("steps").asInt(0)).isEqualTo(4);
        assertThat(input.path("seed").asInt(0)).isEqualTo(99);
        assertThat(input.has("prompt")).isFalse();
    }

    @Test
    void tooMuchAtOnceIsThrottledForAsLongAsItSays() {
        server.play(List.of(error(429, "slow down").with("Retry-After", "7")));

        ModelFailure failure = failure();

        assertThat(failure.trouble()).isEqualTo(Trouble.THROTTLED);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(failure.words()).contains("slow down");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void aProviderThatFailsMayWorkInAMoment(int status) {
        server.play(List.of(error(status, "overloaded")));

        assertThat(failure().trouble()).isEqualTo(Trouble.TRANSIENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 422})
    void whatItDoesNotUnderstandIsABadRequest(int status) {
        server.play(List.of(error(status, "field x is unknown")));

        ModelFailure failure = failure();

        assertThat(failure.trouble()).isEqualTo(Trouble.BAD_REQUEST);
        assertThat(failure.words()).contains("field x is unknown");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403})
    void aKeyOrCreditThatIsRefusedConcernsTheAccount(int status) {
        server.play(List.of(error(status, "no credit")));

        assertThat(failure().trouble()).isEqualTo(Trouble.ACCOUNT);
    }

    @Test
    void aModelThatIsNotThereIsGone() {
        server.play(List.of(error(404, "no such model")));

        assertThat(failure().trouble()).isEqualTo(Trouble.GONE_MODEL);
    }

    @TestFactory
    Stream<DynamicTest> refusedContentIsKnownInEveryForm() {
        return refusals().entrySet().stream()
                .map(refusal -> DynamicTest.dynamicTest(refusal.getKey(), () -> {
                    server.play(refusal.getValue());

                    assertThat(failure().trouble()).isEqualTo(Trouble.POLICY);
                }));
    }

    @Test
    void anAnswerWithoutAPictureIsUseless() {
        server.play(nothing());

        assertThat(failure().trouble()).isEqualTo(Trouble.USELESS);
    }

    @Test
    void bytesThatAreNoPictureAreUseless() {
        server.play(anySuccess("<html>no picture</html>".getBytes(StandardCharsets.UTF_8)));

        assertThat(failure().trouble()).isEqualTo(Trouble.USELESS);
    }

    @Test
    void brokenJsonIsUseless() {
        server.play(List.of(Reply.json("{\"data\": [")));

        assertThat(failure().trouble()).isEqualTo(Trouble.USELESS);
    }

    @Test
    void aHugeAnswerIsNotRead() {
        server.play(List.of(Reply.json("{").of(100L * 1024 * 1024)));

        ModelFailure failure = failure();

        assertThat(failure.trouble()).isEqualTo(Trouble.USELESS);
        assertThat(failure.words()).contains("an answer of more than");
    }

    @Test
    void whoeverNeverAnswersIsNotWaitedFor() {
        server.play(List.of());

        ModelFailure failure =
                assertThrows(ModelFailure.class, () -> model().submit(WISH, backend(), Duration.ofMillis(200)));

        assertThat(failure.trouble()).isEqualTo(Trouble.TRANSIENT);
        assertThat(failure.words()).contains("no answer within");
    }

    @Test
    void theKeyIsInNoMessageAndEveryMessageIsOneShortLine() {
        server.play(List.of(error(400, "who is " + KEY + "?" + "\\n and\\t" + "x".repeat(1_000))));

        ModelFailure failure = failure();

        assertThat(failure.words()).doesNotContain("0123456789abcdef").hasSizeLessThanOrEqualTo(300);
        assertThat(failure.words().lines()).hasSize(1);
        assertThat(model().toString() + provider()).doesNotContain("0123456789abcdef");
    }

    @Test
    void aPageOfAProxyIsNotQuoted() {
        server.play(List.of(
                new Reply(502, Map.of("Content-Type", "text/html"), "<html>".getBytes(StandardCharsets.UTF_8), 6)));

        assertThat(failure().words()).isEqualTo("HTTP 502");
    }

    @Test
    void aPictureElsewhereOnAPrivateNetworkIsNotFetched() {
        link(elsewhere.url() + "/picture.png").ifPresent(script -> {
            server.play(script);

            ModelFailure failure = failure();

            assertThat(failure.trouble()).isEqualTo(Trouble.USELESS);
            assertThat(failure.words()).contains("may not be contacted");
            assertThat(elsewhere.received()).isEmpty();
        });
    }

    @Test
    void aPictureAtTheProvidersOwnAddressIsFetchedWithoutTheKey() throws Exception {
        Optional<List<Reply>> script = link(server.url() + "/files/picture.png");
        if (script.isPresent()) {
            List<Reply> all = new ArrayList<>(script.get());
            // A link that fails once is asked again, since the picture is paid for.
            all.add(Reply.json(503, "{}"));
            all.add(Reply.bytes("image/png", PNG));
            server.play(all);

            assertThat(paint(WISH).bytes()).isEqualTo(PNG);
            assertThat(server.received().getLast().path()).isEqualTo("/files/picture.png");
            assertThat(server.received().getLast().headers()).doesNotContainKey(header());
        }
    }

    @Test
    void theKeyIsNotSentWhereAJobSaysToAskElsewhere() {
        job(elsewhere.url() + "/jobs/1").ifPresent(reply -> {
            server.play(List.of(reply));

            ModelFailure failure = failure();

            assertThat(failure.trouble()).isEqualTo(Trouble.USELESS);
            assertThat(failure.words()).contains("not the provider's own");
            assertThat(elsewhere.received()).isEmpty();
        });
    }

    @Test
    void aJobThatIsNotKnownAnyMoreIsForgotten() {
        job(server.url() + "/jobs/1").ifPresent(reply -> {
            server.play(List.of(reply, error(404, "no such job")));

            assertThat(failure().trouble()).isEqualTo(Trouble.FORGOTTEN);
        });
    }

    @Test
    void aPollThatFailsSaysNothingOfTheJob() {
        job(server.url() + "/jobs/1").ifPresent(reply -> {
            server.play(List.of(reply, error(503, "moment")));
            assertThat(failure().trouble()).isEqualTo(Trouble.TRANSIENT);
        });
    }

    @Test
    void aHandleHoldsNoSecret() throws Exception {
        Optional<Reply> reply = job(server.url() + "/jobs/1");
        if (reply.isPresent()) {
            server.play(List.of(reply.get()));

            assertThat(model().submit(WISH, backend(), LONG))
                    .isInstanceOfSatisfying(
                            Answer.Pending.class,
                            pending -> assertThat(pending.handle().toString()).doesNotContain("0123456789abcdef"));
        }
    }

    List<Reply> anySuccess(byte[] picture) {
        return successes(picture).values().iterator().next();
    }

    /** The part of a request that the options are laid over. */
    JsonNode input(Received received) {
        return Json.read(received.body());
    }

    Answer.Done paint(Wish wish) throws ModelFailure, InterruptedException {
        return paint(wish, backend());
    }

    Answer.Done paint(Wish wish, Backend backend) throws ModelFailure, InterruptedException {
        ImageModel model = model();
        Answer answer = model.submit(wish, backend, LONG);
        for (int polls = 0; polls < 10 && answer instanceof Answer.Pending pending; polls++) {
            answer = model.poll(pending.handle(), LONG);
        }
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return (Answer.Done) answer;
    }

    ModelFailure failure() {
        return assertThrows(ModelFailure.class, () -> paint(WISH));
    }

    Provider provider() {
        return new Provider("there", kind(), URI.create(server.url()), new Secret(KEY), 2);
    }

    ImageModel model() {
        return ImageModels.of(provider(), services);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] picture(String start) {
        return (start + "some pixels \u0001\u0002\u0003").getBytes(StandardCharsets.ISO_8859_1);
    }
}
