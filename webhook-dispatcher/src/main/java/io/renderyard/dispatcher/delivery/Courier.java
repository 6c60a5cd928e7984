package io.renderyard.dispatcher.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.egress.Answer;
import io.renderyard.egress.OutboundClient;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.tenant.WebhookSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes one attempt at a delivery: signs, posts, and writes down what came of it. Dying between post and ledger means
 * that the same bytes under the same id are posted once more; receivers tell by the id.
 */
@Component
class Courier {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final int GONE = 410;

    /** Answers of 4xx that may be others in a while: time-out, conflict, too early, too many requests. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);

    /** Without a version where it does not run from its archive. */
    private static final String USER_AGENT = Optional.ofNullable(
                    Courier.class.getPackage().getImplementationVersion())
            .map(version -> "Renderyard/" + version)
            .orElse("Renderyard");

    private final DeliveryLedger ledger;
    private final OutboundClient client;
    private final WebhookSecrets secrets;
    private final DeliverySchedule schedule;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Courier(
            DeliveryLedger ledger,
            OutboundClient client,
            WebhookSecrets secrets,
            DeliverySchedule schedule,
            InstantSource clock,
            MeterRegistry meters) {
        this.ledger = ledger;
        this.client = client;
        this.secrets = secrets;
        this.schedule = schedule;
        this.clock = clock;
        this.meters = meters;
    }

    void deliver(DeliveryAttempt attempt) {
        byte[] body = attempt.body().getBytes(StandardCharsets.UTF_8);
        switch (client.post(attempt.url(), headers(attempt), body)) {
            case Answer.Responded responded -> answered(attempt, responded);
            case Answer.Refused refused -> {
                log.warn(
                        "delivery {} refused: {}",
                        attempt.delivery(),
                        refused.verdict().detail());
                giveUp(attempt, OptionalInt.empty(), refused.verdict().reason().sentence());
            }
            case Answer.Unreachable unreachable ->
                retry(attempt, OptionalInt.empty(), unreachable.why(), Optional.empty());
        }
    }

    private void answered(DeliveryAttempt attempt, Answer.Responded responded) {
        OptionalInt status = OptionalInt.of(responded.status());
        String note = "HTTP " + responded.status();
        if (responded.status() >= 200 && responded.status() < 300) {
            ledger.delivered(attempt, responded.status(), note);
            count("delivered");
        } else if (responded.status() == GONE) {
            giveUp(attempt, status, note + ": the endpoint says that it is gone");
        } else if (rejects(responded.status())) {
            giveUp(attempt, status, note + ": the endpoint rejects it");
        } else {
            retry(attempt, status, note, responded.retryAfter());
        }
    }

    /** The same bytes would be rejected again, unless the answer is about this moment. */
    private static boolean rejects(int status) {
        return status >= 400 && status < 500 && !PASSING.contains(status);
    }

    private void retry(DeliveryAttempt attempt, OptionalInt status, String note, Optional<Duration> asked) {
        Optional<Duration> gap = schedule.gapAfter(attempt.number(), asked);
        if (gap.isPresent()) {
            ledger.retry(attempt, status, note, gap.get());
            log.info(
                    "delivery {} not taken ({}), again in {} s",
                    attempt.delivery(),
                    note,
                    gap.get().toSeconds());
            count("retried");
        } else {
            giveUp(attempt, status, note);
        }
    }

    private void giveUp(DeliveryAttempt attempt, OptionalInt status, String note) {
        ledger.giveUp(attempt, status, note);
        log.warn("delivery {} given up after attempt {}: {}", attempt.delivery(), attempt.number(), note);
        count("failed");
    }

    private Map<String, String> headers(DeliveryAttempt attempt) {
        Instant now = clock.instant();
        String id = attempt.event().toString();
        Map<String, String> headers = new TreeMap<>(Map.of(
                "content-type",
                "application/json; charset=utf-8",
                "user-agent",
                USER_AGENT,
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                Signature.of(secrets.of(attempt.tenant()), id, now, attempt.body()),
                "x-attempt",
                Integer.toString(attempt.number())));
        if (attempt.job() != null) {
            headers.put("x-job-id", attempt.job().toString());
        }
        return headers;
    }

    private void count(String outcome) {
        meters.counter("renderyard.deliveries", "outcome", outcome).increment();
    }
}
