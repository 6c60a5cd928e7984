package io.renderyard.conformance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.renderyard.bench.DirectCapture;
import io.renderyard.conformance.walls.Checkout;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client sees, the same whichever processes are behind the address. */
abstract class Journeys {
    private static final Duration SOON = Duration.ofSeconds(20);

    abstract Yard yard();

    @ParameterizedTest
    @ValueSource(strings = {"1-tiny.html", "2-og.html", "3-invoice.html", "4-dashboard.html", "5-photos.html"})
    void aPageIsThePictureThatTheBrowserItselfTakes(String page) throws Exception {
        String markup = Files.readString(Checkout.root().resolve(Path.of("bench", "pages", page)));

        try (DirectCapture direct = DirectCapture.open()) {
            byte[] png = draw(markup, Map.of("format", "png"));
            Pixels.assertIdentical(png, direct.capture(markup, "{\"format\":\"png\"}"));
            assertThat(Pixels.colours(Pixels.decode(png))).isGreaterThan(1);

            Pixels.assertAlike(
                    draw(markup, Map.of("format", "jpeg", "quality", 90)),
                    direct.capture(markup, "{\"format\":\"jpeg\",\"quality\":90}"));

            // No decoder here reads WebP: the same encoder on the same pixels gives the same bytes, or it is not equal.
            assertThat(draw(markup, Map.of("format", "webp", "quality", 90)))
                    .isEqualTo(direct.capture(markup, "{\"format\":\"webp\",\"quality\":90}"));
        }
    }

    private byte[] draw(String markup, Map<String, Object> output) {
        String body =
                JsonMapper.shared().writeValueAsString(Map.of("source", Map.of("html", markup), "output", output));
        Client client = yard().client();
        JsonNode job = json(client.post(body, "Prefer", "wait=60"));
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("succeeded");
        return client.bytes(job.path("links").path("artifact").asString());
    }

    @Test
    void aSubmissionIsAnsweredAtOnceAndPolledToItsPicture() throws Exception {
        Client client = yard().client();

        HttpResponse<String> accepted = client.post(Client.html("<body style='margin:0;background:#0a0'></body>"));

        assertThat(accepted.statusCode()).isEqualTo(202);
        JsonNode job = json(accepted);
        assertThat(accepted.headers().firstValue("Location"))
                .contains(job.path("links").path("self").asString());
        JsonNode done = client.job(job.path("id").asString(), 30);
        assertThat(done.path("state").asString()).isEqualTo("succeeded");
        BufferedImage picture =
                Pixels.decode(client.bytes(done.path("links").path("artifact").asString()));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(picture.getRGB(600, 315)).isEqualTo(0xFF00AA00);
    }

    @Test
    void aPictureIsServedWithRangesAndForCachesForEver() {
        Client client = yard().client();
        JsonNode job = json(client.post(Client.html("<h1>cached</h1>"), "Prefer", "wait=30"));
        String url = job.path("links").path("artifact").asString();
        byte[] whole = client.bytes(url);

        HttpResponse<byte[]> part =
                send(client, HttpRequest.newBuilder(URI.create(url)).header("Range", "bytes=8-15"));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, 8, 16));
        assertThat(part.headers().firstValue("Cache-Control")).get().asString().contains("immutable");

        String etag = part.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again =
                send(client, HttpRequest.newBuilder(URI.create(url)).header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);

        HttpResponse<byte[]> head =
                send(client, HttpRequest.newBuilder(URI.create(url)).HEAD());
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.length);
        assertThat(head.body()).isEmpty();
    }

    private static HttpResponse<byte[]> send(Client client, HttpRequest.Builder request) {
        return client.send(request, BodyHandlers.ofByteArray());
    }

    @Test
    void aPictureIsCroppedResizedAndConvertedOnReading() throws Exception {
        Client client = yard().client();
        JsonNode job =
                json(client.post(Client.html("<body style='margin:0;background:#0a0'></body>"), "Prefer", "wait=30"));
        String url = job.path("links").path("artifact").asString();

        BufferedImage half = Pixels.decode(client.bytes(url + "?w=50%25&width=300"));
        BufferedImage jpeg = Pixels.decode(client.bytes(url.replace(".png", ".jpg")));

        assertThat(half.getWidth()).isEqualTo(300);
        assertThat(half.getHeight()).isEqualTo(315);
        assertThat(half.getRGB(150, 150)).isEqualTo(0xFF00AA00);
        assertThat(jpeg.getWidth()).isEqualTo(1200);
        assertThat(send(client, HttpRequest.newBuilder(URI.create(url + "?width=0")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aResultHasAReceipt() {
        Client client = yard().client();
        JsonNode job = json(client.post(Client.html("<title>Told</title><h1>kept</h1>"), "Prefer", "wait=30"));

        HttpResponse<String> receipt = client.get(
                URI.create(job.path("links").path("receipt").asString()).getPath());

        assertThat(receipt.statusCode()).as(receipt.body()).isEqualTo(200);
        assertThat(json(receipt).path("title").asString()).isEqualTo("Told");
        assertThat(json(receipt).path("artifact")).isEqualTo(job.path("artifact"));
        assertThat(json(receipt).path("browser").asString()).isNotBlank();
    }

    @Test
    void whatHasFailedHasNoReceipt() {
        Client client = yard().client();
        String body = "{\"source\":{\"html\":\"x\"},\"capture\":{\"selector\":\"#missing\"}}";
        JsonNode job = json(client.post(body, "Prefer", "wait=30"));

        HttpResponse<String> answer =
                client.get("/api/v1/jobs/" + job.path("id").asString() + "/receipt");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("detail").asString()).contains("failed");
    }

    @Test
    void theEndIsDeliveredOnceSignedAsTheStandardWantsIt() throws Exception {
        try (Receiver receiver = new Receiver()) {
            Client client = yard().client();
            JsonNode job = json(client.post(withWebhook("<h1>told</h1>", receiver), "Prefer", "wait=30"));

            Receiver.Delivery delivery = delivered(receiver, 1).getFirst();

            new Webhook(yard().credentials().path("webhookSecret").asString())
                    .verify(delivery.body(), delivery.headers());
            JsonNode event = JsonMapper.shared().readTree(delivery.body());
            assertThat(event.path("type").asString()).isEqualTo("job.succeeded");
            assertThat(event.path("data").path("id").asString())
                    .isEqualTo(job.path("id").asString());
            assertThat(event.path("data").path("artifact").path("url").asString())
                    .isEqualTo(job.path("links").path("artifact").asString());
        }
    }

    @Test
    void aFailureIsDeliveredInTheSameShapeAndTriedAgainWithTheSameBody() {
        try (Receiver receiver = new Receiver(500)) {
            Client client = yard().client();
            String body = JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "source", Map.of("html", "<p>nothing</p>"),
                            "capture", Map.of("selector", "#missing"),
                            "webhookUrl", receiver.url()));
            JsonNode job = json(client.post(body, "Prefer", "wait=30"));
            assertThat(job.path("failure").path("code").asString()).isEqualTo("selector_not_found");

            List<Receiver.Delivery> both = delivered(receiver, 2);

            assertThat(both.get(1).body()).isEqualTo(both.get(0).body());
            assertThat(both.get(1).headers().firstValue("webhook-id"))
                    .isEqualTo(both.get(0).headers().firstValue("webhook-id"));
            assertThat(both.get(0).body()).contains("\"type\":\"job.failed\"", "#missing");
        }
    }

    @Test
    void aCancelStopsTheDrawingAndIsDelivered() {
        try (Receiver receiver = new Receiver()) {
            Client client = yard().client();
            String id = client.submit(withWebhook("<script>for(;;);</script>", receiver));
            await().atMost(SOON).until(() -> client.job(id, 0).path("state").asString(), "running"::equals);

            HttpResponse<String> cancelled = client.delete("/api/v1/jobs/" + id);

            assertThat(json(cancelled).path("state").asString()).isEqualTo("cancelled");
            assertThat(delivered(receiver, 1).getFirst().body()).contains("\"type\":\"job.cancelled\"");
        }
    }

    @Test
    void aStreamTellsTheStatesAndEndsWithTheJob() {
        Client client = yard().client();
        String id = client.submit(Client.html("<h1>watched</h1>"));

        String stream = client.get("/api/v1/jobs/" + id + "/events").body();

        assertThat(stream).contains("event:succeeded").contains(id);
    }

    @Test
    void theJobSpeaksPictoryToo() {
        Client client = yard().client();
        JsonNode job = json(client.post(Client.html("<h1>face</h1>"), "Prefer", "wait=30"));
        Client bareKey = client.with("unused");

        HttpResponse<String> answer = bareKey.send(
                HttpRequest.newBuilder(URI.create(client.base() + "/pictoryapis/v1/jobs/"
                                + job.path("id").asString()))
                        .header(
                                "Authorization",
                                yard().credentials().path("pictoryKey").asString()),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode pictory = json(answer);
        assertThat(pictory.path("job_id").asString()).isEqualTo(job.path("id").asString());
        assertThat(pictory.path("success").asBoolean()).isTrue();
        assertThat(pictory.path("data").path("status").asString()).isEqualTo("completed");
        assertThat(pictory.path("data").path("width").asInt()).isEqualTo(1200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"source\":",
                "[]",
                "",
                "{}",
                "{\"source\":{}}",
                "{\"source\":{\"html\":\"x\",\"url\":\"https://example.com/\"}}",
                "{\"source\":{\"html\":1}}",
                "{\"source\":{\"html\":\"x\"},\"colour\":\"red\"}",
                "{\"source\":{\"html\":\"x\"},\"output\":{\"width\":\"wide\"}}",
                "{\"source\":{\"html\":\"x\"},\"output\":{\"width\":0}}",
                "{\"source\":{\"html\":\"x\"},\"output\":{\"format\":\"bmp\"}}",
                "{\"source\":{\"url\":\"file:///etc/passwd\"}}",
                "{\"source\":{\"url\":\"ftp://example.com/\"}}",
                "{\"source\":{\"url\":\"http://127.0.0.1/\"}}",
                "{\"source\":{\"url\":\"http://0x7f.1/\"}}",
                "{\"source\":{\"url\":\"http://[::ffff:10.0.0.1]/\"}}",
                "{\"source\":{\"url\":\"http://169.254.169.254/latest/\"}}",
                "{\"source\":{\"html\":\"x\"},\"webhookUrl\":\"http://10.0.0.1/\"}",
                "{\"source\":{\"html\":\"x\"},\"output\":{\"format\":\"png\",\"speed\":1}}",
                "{\"source\":{\"html\":\"x\"},\"wait\":{\"atMost\":60001}}",
                "{\"source\":{\"html\":\"x\"},\"fonts\":[null]}",
                "{\"source\":{\"url\":\"https://example.com/\"},\"requests\":{\"headers\":{\"Host\":\"x\"}}}",
                "{\"source\":{\"html\":\"x\"},\"output\":{\"format\":\"pdf\",\"pdf\":{\"more\":[{\"url\":\"http://10.0.0.1/\"}]}}}"
            })
    void badInputIsRefusedWithAProblemAndWritesNothing(String body) {
        Client client = yard().client();
        List<String> before = client.newest();

        HttpResponse<String> refused = client.post(body);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(refused).path("detail").asString()).isNotBlank();
        assertThat(client.newest()).isEqualTo(before);
    }

    @Test
    void theListIsPagedNewestFirst() {
        Client client = yard().client();
        List<String> submitted = Stream.generate(() -> client.submit(Client.html("<p>listed</p>")))
                .limit(51)
                .toList();

        List<String> newest = client.newest();
        JsonNode first = json(client.get("/api/v1/jobs?state=&cursor="));
        JsonNode second = json(
                client.get("/api/v1/jobs?cursor=" + first.path("nextCursor").asString()));

        assertThat(newest).hasSize(50).isEqualTo(submitted.reversed().subList(0, 50));
        assertThat(second.path("jobs").path(0).path("id").asString()).isEqualTo(submitted.getFirst());
        await().atMost(Duration.ofSeconds(60)).until(() -> client.count(List.of("queued", "running")) == 0);
        assertThat(json(client.get("/api/v1/jobs?state=queued")).path("jobs")).isEmpty();
    }

    @Test
    void tooMuchIsRefused() {
        HttpResponse<String> refused = yard().client().post(Client.html("x".repeat(10 * 1024 * 1024)));

        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void whoeverHasNoKeyOrAWrongOneGetsNothing() {
        Client client = yard().client();
        String id = client.submit(Client.html("<h1>mine</h1>"));

        for (String key : List.of(
                "nope",
                client.key() + "x",
                client.key().substring(0, client.key().length() - 1) + "_")) {
            assertThat(client.with(key).get("/api/v1/jobs/" + id).statusCode()).isEqualTo(401);
            assertThat(client.with(key).post("{").statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/jobs/01900000-0000-7000-8000-000000000000", "/api/v1/jobs/x", "/artifacts/x.png"})
    void whatIsNotThereIsNotFound(String path) {
        HttpResponse<String> answer = yard().client().get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void theApiDescribesItself() {
        HttpResponse<String> openApi = yard().client().get("/openapi");

        assertThat(openApi.statusCode()).isEqualTo(200);
        assertThat(json(openApi).path("openapi").asString()).startsWith("3.1");
        JsonNode paths = json(openApi).path("paths");
        assertThat(paths.propertyNames()).contains("/api/v1/jobs", "/artifacts/{name}");
        JsonNode body = paths.path("/api/v1/jobs")
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json");
        assertThat(body.path("examples").propertyNames())
                .containsExactlyInAnyOrder(
                        "html card", "whole page of a URL", "filled in", "moving picture", "document");
        assertThat(json(openApi)
                        .path("components")
                        .path("schemas")
                        .path("JobRequest")
                        .path("properties")
                        .propertyNames())
                .contains("source", "output", "capture", "environment", "requests", "wait", "fonts");
    }

    private static String withWebhook(String markup, Receiver receiver) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of("source", Map.of("html", markup), "webhookUrl", receiver.url()));
    }

    private static List<Receiver.Delivery> delivered(Receiver receiver, int count) {
        await().atMost(SOON).until(() -> receiver.deliveries().size() >= count);
        assertThat(receiver.deliveries()).hasSize(count);
        return receiver.deliveries();
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
