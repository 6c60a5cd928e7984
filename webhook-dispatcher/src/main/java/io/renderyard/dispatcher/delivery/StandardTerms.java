package io.renderyard.dispatcher.delivery;

import io.renderyard.dispatcher.DispatcherSettings;
import io.renderyard.egress.Answer;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.tenant.WebhookSecrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Those of the endpoints that jobs and batches name: Standard Webhooks 1.0, signed with the tenant's secret. */
@Component
class StandardTerms implements DeliveryTerms {
    private static final Duration WITHIN = Duration.ofSeconds(15);
    private static final int GONE = 410;

    /** Answers of 4xx that may be others in a while: time-out, conflict, too early, too many requests. */
    private static final Set<Integer> PASSING = Set.of(408, 409, 425, 429);

    private final WebhookSecrets secrets;
    private final DeliverySchedule schedule;

    StandardTerms(WebhookSecrets secrets, DispatcherSettings settings, RandomGenerator random) {
        this.secrets = secrets;
        this.schedule = new DeliverySchedule(settings.gaps(), random);
    }

    @Override
    public Map<String, String> headers(DeliveryAttempt attempt, Instant now) {
        String id = attempt.event().toString();
        Map<String, String> headers = new TreeMap<>(Map.of(
                "content-type",
                "application/json; charset=utf-8",
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

    @Override
    public Duration within() {
        return WITHIN;
    }

    @Override
    public Next after(int attempt, Answer answer) {
        return switch (answer) {
            case Answer.Refused ignored -> new Never("");
            case Answer.Responded responded -> after(attempt, responded);
            case Answer.Unreachable ignored -> schedule.after(attempt, Optional.empty());
        };
    }

    private Next after(int attempt, Answer.Responded responded) {
        if (responded.status() == GONE) {
            return new Never("the endpoint says that it is gone");
        }
        return rejects(responded.status())
                ? new Never("the endpoint rejects it")
                : schedule.after(attempt, responded.retryAfter());
    }

    /** The same bytes would be rejected again, unless the answer is about this moment. */
    private static boolean rejects(int status) {
        return status >= 400 && status < 500 && !PASSING.contains(status);
    }
}
