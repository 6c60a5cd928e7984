package io.renderyard.conformance.fault.farm;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client as a good one should be: it tries again until it knows, and remembers what it was promised. */
public final class FarmClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ONE_TRY = Duration.ofSeconds(10);
    private static final int AT_ONCE = 8;
    private static final String BATCHES = "/api/v1/batches";
    private static final String LINES = "application/x-ndjson";
    private static final JsonMapper JSON = new JsonMapper();

    /** Of all clients, since equal pages share a picture. */
    private static final AtomicInteger PAGES = new AtomicInteger();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String key;
    private final Answers answers;
    private final LongAccumulator longest = new LongAccumulator(Math::max, 0);

    /** @param answers where this client writes down what it was promised */
    FarmClient(String base, String key, Answers answers) {
        this.base = base;
        this.key = key;
        this.answers = answers;
    }

    public Answers answers() {
        return answers;
    }

    /** Some jobs, each with a page of its own and nobody to be told. */
    public List<UUID> submit(int count) {
        return submit(count, null);
    }

    public List<UUID> submit(int count, @Nullable String webhook) {
        try (var submitters = Executors.newFixedThreadPool(AT_ONCE)) {
            return IntStream.range(0, count)
                    .mapToObj(_ -> submitters.submit(() -> submitOne(webhook)))
                    .toList()
                    .stream()
                    .map(FarmClient::result)
                    .toList();
        }
    }

    private static UUID result(Future<UUID> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private UUID submitOne(@Nullable String webhook) {
        HttpRequest request = request("/api/v1/jobs")
                .POST(BodyPublishers.ofString(body("<p>" + PAGES.incrementAndGet(), webhook)))
                .build();
        HttpResponse<byte[]> answer = untilAnswered(request, status -> status < 500);
        if (answer.statusCode() != 202) {
            throw new AssertionError("submission refused: " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        UUID job = UUID.fromString(JSON.readTree(answer.body()).path("id").asString());
        answers.add(job);
        return job;
    }

    /**
     * One try to submit a page, under the client's own name for it: what came back, whatever that is, or nothing when the
     * line broke or nobody answered in time.
     */
    public Optional<Answer> submitOnce(String html, String idempotencyKey) throws InterruptedException {
        return submitOnce(html, idempotencyKey, null);
    }

    private Optional<Answer> submitOnce(String html, String idempotencyKey, @Nullable String webhook)
            throws InterruptedException {
        HttpRequest request = request("/api/v1/jobs")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body(html, webhook)))
                .build();
        long began = System.nanoTime();
        Optional<Answer> answer =
                once(request).map(response -> Answer.of(response, Duration.ofNanos(System.nanoTime() - began)));
        answer.filter(Answer::isAccepted).ifPresent(accepted -> answers.add(accepted.job()));
        return answer;
    }

    /** Tries until the answer is yes, as often as it takes. Only "not now" and silence are allowed on the way. */
    public UUID submitSurely(String html, String idempotencyKey) {
        return submitSurely(html, idempotencyKey, null);
    }

    public UUID submitSurely(String html, String idempotencyKey, @Nullable String webhook) {
        long began = System.nanoTime();
        Answer accepted = await("job " + idempotencyKey)
                .atMost(PATIENCE.multipliedBy(4))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> submitOnce(html, idempotencyKey, webhook).filter(FarmClient::isYes), Optional::isPresent)
                .orElseThrow();
        longest.accumulate(System.nanoTime() - began);
        return accepted.job();
    }

    private static boolean isYes(Answer answer) {
        if (!answer.isAccepted() && answer.status() != 503 && answer.status() != 409) {
            throw new AssertionError("submission refused: " + answer.status() + " " + answer.text());
        }
        return answer.isAccepted();
    }

    /** From the first try to the yes. */
    public Duration longestSubmission() {
        return Duration.ofNanos(longest.get());
    }

    /**
     * One try to submit a batch.
     *
     * @param lines its head, then an item a line
     */
    public Optional<Answer> uploadOnce(String lines, String idempotencyKey) throws InterruptedException {
        HttpRequest request = request(BATCHES)
                .header("Idempotency-Key", idempotencyKey)
                .header("Content-Type", LINES)
                .POST(BodyPublishers.ofString(lines))
                .build();
        long began = System.nanoTime();
        return once(request).map(response -> Answer.of(response, Duration.ofNanos(System.nanoTime() - began)));
    }

    /** The same as bytes, for those who send only a part of them. */
    public byte[] uploadAsBytes(String lines, String idempotencyKey) {
        byte[] body = lines.getBytes(StandardCharsets.UTF_8);
        String head = String.join(
                "\r\n",
                "POST " + BATCHES + " HTTP/1.1",
                "Host: " + URI.create(base).getAuthority(),
                "Authorization: Bearer " + key,
                "Idempotency-Key: " + idempotencyKey,
                "Content-Type: " + LINES,
                "Content-Length: " + body.length,
                "",
                "");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** What a GET gives right now; nothing when nobody answered. */
    public Optional<Answer> getOnce(String path) throws InterruptedException {
        long began = System.nanoTime();
        return once(request(path).GET().build())
                .map(response -> Answer.of(response, Duration.ofNanos(System.nanoTime() - began)));
    }

    private static String body(String html, @Nullable String webhook) {
        Map<String, Object> source = Map.of("html", html);
        return JSON.writeValueAsString(
                webhook == null ? Map.of("source", source) : Map.of("source", source, "webhookUrl", webhook));
    }

    /** Calls a job off; false when it had ended otherwise. */
    public boolean cancel(UUID job) {
        HttpResponse<byte[]> answer =
                untilAnswered(request("/api/v1/jobs/" + job).DELETE().build(), status -> status < 500);
        return switch (answer.statusCode()) {
            case 200 -> true;
            case 409 -> false;
            default -> throw new AssertionError("not cancelled: " + answer.statusCode());
        };
    }

    /** The bytes that the farm serves as a job's picture. */
    public byte[] picture(UUID job) {
        return untilAnswered(request(picturePath(job)).GET().build(), status -> status == 200)
                .body();
    }

    /** Where the farm serves the picture of a job that has succeeded. */
    public String picturePath(UUID job) {
        HttpResponse<byte[]> answer =
                untilAnswered(request("/api/v1/jobs/" + job).GET().build(), status -> status == 200);
        JsonNode url = JSON.readTree(answer.body()).path("artifact").path("url");
        return URI.create(url.asString("")).getPath();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(ONE_TRY)
                .header("Authorization", "Bearer " + key);
    }

    private HttpResponse<byte[]> untilAnswered(HttpRequest request, Predicate<Integer> good) {
        return await(request.method() + " " + request.uri().getPath())
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> once(request),
                        answer -> answer.isPresent() && good.test(answer.get().statusCode()))
                .orElseThrow();
    }

    private Optional<HttpResponse<byte[]>> once(HttpRequest request) throws InterruptedException {
        try {
            return Optional.of(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }
}
