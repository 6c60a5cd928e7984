package io.renderyard.conformance.fault.farm;

import static org.awaitility.Awaitility.await;

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
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String key;
    private final Answers answers = new Answers();
    private final AtomicInteger pages = new AtomicInteger();

    FarmClient(String base, String key) {
        this.base = base;
        this.key = key;
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
        Map<String, Object> source = Map.of("html", "<p>" + pages.incrementAndGet());
        Map<String, Object> body =
                webhook == null ? Map.of("source", source) : Map.of("source", source, "webhookUrl", webhook);
        HttpRequest request = request("/api/v1/jobs")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
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

    /** Calls a job off; gives the state that it is in then. */
    public String cancel(UUID job) {
        HttpResponse<byte[]> answer =
                untilAnswered(request("/api/v1/jobs/" + job).DELETE().build(), status -> status < 500);
        return JSON.readTree(answer.body()).path("state").asString();
    }

    /** The bytes that the farm serves as a job's picture. */
    public byte[] picture(UUID job) {
        HttpResponse<byte[]> answer =
                untilAnswered(request("/api/v1/jobs/" + job).GET().build(), status -> status == 200);
        JsonNode url = JSON.readTree(answer.body()).path("artifact").path("url");
        String path = URI.create(url.asString()).getPath();
        return untilAnswered(request(path).GET().build(), status -> status == 200)
                .body();
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
