package io.renderyard.conformance.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.renderyard.bench.DirectCapture;
import io.renderyard.conformance.walls.Checkout;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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
    void theSameMarkupIsDrawnOnceAndFilledInAnew() throws Exception {
        Client client = yard().client();
        String body = """
                {"source": {"html": "<body style='margin:0;background:{{colour}}'>"}, "variables": {"colour": "%s"}}""";

        JsonNode first = json(client.post(body.formatted("#00f"), "Prefer", "wait=30"));
        HttpResponse<String> again = client.post(body.formatted("#00f"));
        JsonNode other = json(client.post(body.formatted("#f00"), "Prefer", "wait=30"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("artifact")).isEqualTo(first.path("artifact"));
        assertThat(json(again).path("attempts").asInt()).isZero();
        assertThat(Pixels.decode(client.bytes(
                                first.path("links").path("artifact").asString()))
                        .getRGB(9, 9))
                .isEqualTo(0xFF0000FF);
        assertThat(Pixels.decode(client.bytes(
                                other.path("links").path("artifact").asString()))
                        .getRGB(9, 9))
                .isEqualTo(0xFFFF0000);
    }

    @Test
    void aRepeatedRequestDoesNothingTwice() {
        Client client = yard().client();
        String key = UUID.randomUUID().toString();
        String body = Client.html("<h1>once</h1>");

        HttpResponse<String> first = client.post(body, "Idempotency-Key", key);
        HttpResponse<String> again = client.post(body, "Idempotency-Key", key);
        HttpResponse<String> other = client.post(Client.html("<h1>twice</h1>"), "Idempotency-Key", key);
        HttpResponse<String> noKey = client.post(body, "Idempotency-Key", "with blank");

        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(202);
        assertThat(json(again).path("id")).isEqualTo(json(first).path("id"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(noKey.statusCode()).isEqualTo(400);
    }

    @Test
    void aBatchIsDrawnRowByRowAndHandedOutInOnePiece() throws Exception {
        Client client = yard().client();
        String head = URLEncoder.encode(
                "{\"source\":{\"html\":\"<body style='margin:0;background:{{colour}}'>\"},"
                        + "\"output\":{\"width\":20,\"height\":10}}",
                StandardCharsets.UTF_8);
        String csv = "colour,note\r\n#0a0,\"two\r\nlines\"\r\nonly one cell\r\n#00a,=1+1\r\n";

        HttpResponse<String> accepted = client.postTo("/api/v1/batches?head=" + head, "text/csv", csv);

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String batch = URI.create(accepted.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(client.get(batch + "/events").body()).contains("event:partial");
        JsonNode totals = json(client.get(batch)).path("totals");
        assertThat(totals.path("succeeded").asInt()).isEqualTo(2);
        assertThat(totals.path("failed").asInt()).isEqualTo(1);
        assertThat(client.get(batch + "/manifest?format=csv").body().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith("2,failed,,,") && line.contains("Row 2 has 1 cells"));
        assertThat(json(client.get(batch + "/items?state=failed")).path("items").size())
                .isEqualTo(1);

        Map<String, byte[]> archive = unzip(client.download(batch + "/archive"));

        assertThat(archive.keySet())
                .satisfiesExactly(
                        name -> assertThat(name).isEqualTo("manifest.csv"),
                        name -> assertThat(name).startsWith("00001-").endsWith(".png"),
                        name -> assertThat(name).startsWith("00003-").endsWith(".png"));
        List<byte[]> pictures = List.copyOf(archive.values()).subList(1, 3);
        assertThat(Pixels.decode(pictures.getFirst()).getRGB(9, 5)).isEqualTo(0xFF00AA00);
        assertThat(Pixels.decode(pictures.getLast()).getRGB(9, 5)).isEqualTo(0xFF0000AA);
    }

    private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void aBatchWithAWrongHeadWritesNothing() {
        Client client = yard().client();
        JsonNode before = json(client.get("/api/v1/batches"));

        HttpResponse<String> refused = client.postTo(
                "/api/v1/batches",
                "application/json",
                "{\"source\":{\"html\":\"x\"},\"concurrency\":0,\"items\":[{}]}");
        HttpResponse<String> empty =
                client.postTo("/api/v1/batches", "application/json", "{\"source\":{\"html\":\"x\"},\"items\":[]}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("concurrency");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(json(client.get("/api/v1/batches")).path("batches").path(0).path("id"))
                .isEqualTo(before.path("batches").path(0).path("id"));
    }

    @Test
    void aPausedBatchGoesOnWhenItIsResumed() {
        Client client = yard().client();
        String items = Stream.iterate(0, i -> i + 1)
                .limit(30)
                .map(i -> "{\"variables\":{\"n\":" + i + "}}")
                .collect(Collectors.joining(","));
        String body =
                "{\"source\":{\"html\":\"<p>{{n}}\"},\"cache\":\"off\",\"concurrency\":1,\"items\":[" + items + "]}";
        HttpResponse<String> accepted = client.postTo("/api/v1/batches", "application/json", body);
        String batch = URI.create(accepted.headers().firstValue("Location").orElseThrow())
                .getPath();

        assertThat(json(client.postTo(batch + "/pause", "application/json", ""))
                        .path("paused")
                        .asBoolean())
                .isTrue();
        assertThat(json(client.postTo(batch + "/resume", "application/json", ""))
                        .path("paused")
                        .asBoolean())
                .isFalse();
        assertThat(client.get(batch + "/events").body()).contains("event:completed");
        assertThat(client.postTo(batch + "/cancel", "application/json", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void eventsAreReadByTheirNumbers() {
        Client client = yard().client();
        String id = client.submit(Client.html("<h1>told by number</h1>"));
        client.job(id, 30);

        List<Long> numbers = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            long after = numbers.isEmpty() ? 0 : numbers.getLast();
            JsonNode page = json(client.get("/api/v1/events?limit=1000&wait=1&after=" + after));
            page.path("events").forEach(event -> {
                numbers.add(event.path("number").asLong());
                subjects.add(event.path("data").path("id").asString());
            });
            return subjects.contains(id);
        });

        assertThat(numbers)
                .isEqualTo(LongStream.rangeClosed(1, numbers.size()).boxed().toList());
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
    @ValueSource(
            strings = {
                "/api/v1/jobs/01900000-0000-7000-8000-000000000000",
                "/api/v1/jobs/x",
                "/api/v1/batches/x",
                "/api/v1/batches/x/archive",
                "/artifacts/x.png"
            })
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
        assertThat(paths.propertyNames()).contains("/api/v1/jobs", "/api/v1/batches", "/artifacts/{name}");
        JsonNode body = paths.path("/api/v1/jobs")
                .path("post")
                .path("requestBody")
                .path("content")
                .path("application/json");
        assertThat(body.path("examples").propertyNames())
                .containsExactlyInAnyOrder(
                        "html card",
                        "whole page of a URL",
                        "filled in",
                        "moving picture",
                        "document",
                        "prompt for a model",
                        "card before a painted background");
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
