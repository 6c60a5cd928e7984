package io.renderyard.dispatcher.delivery;

import io.renderyard.egress.Answer;
import io.renderyard.egress.OutboundClient;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.Endpoint;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the POST of a delivery on its endpoint's terms. Writes nothing down: whoever dies in it may repeat it. */
@Component
public class Poster {
    private static final Logger log = LoggerFactory.getLogger(Poster.class);

    /** Without a version where it does not run from its archive. */
    private static final String USER_AGENT = Optional.ofNullable(
                    Poster.class.getPackage().getImplementationVersion())
            .map(version -> "Renderyard/" + version)
            .orElse("Renderyard");

    private final OutboundClient client;
    private final StandardTerms standard;
    private final Map<String, WebhookTerms> others;
    private final SubscriptionShapes shapes;
    private final InstantSource clock;

    Poster(
            OutboundClient client,
            StandardTerms standard,
            List<WebhookTerms> others,
            SubscriptionShapes shapes,
            InstantSource clock) {
        this.client = client;
        this.standard = standard;
        this.others = others.stream().collect(Collectors.toUnmodifiableMap(WebhookTerms::shape, Function.identity()));
        this.shapes = shapes;
        this.clock = clock;
    }

    public Posted post(DeliveryAttempt attempt) {
        DeliveryTerms terms = terms(attempt.endpoint());
        Instant started = clock.instant();
        Map<String, String> headers = new TreeMap<>(terms.headers(attempt, started));
        headers.put("user-agent", USER_AGENT);
        byte[] body = attempt.body().getBytes(StandardCharsets.UTF_8);
        Answer answer = client.post(attempt.url(), headers, body, terms.within());
        if (answer instanceof Answer.Refused refused) {
            log.warn(
                    "delivery {} refused: {}",
                    attempt.delivery(),
                    refused.verdict().detail());
        }
        return new Posted(answer, took(started));
    }

    /** The clock may have been set back meanwhile. */
    private Duration took(Instant started) {
        Duration took = Duration.between(started, clock.instant());
        return took.isNegative() ? Duration.ZERO : took;
    }

    /** @throws IllegalStateException when the endpoint reads a shape that this dispatcher does not know */
    DeliveryTerms terms(Endpoint endpoint) {
        return switch (endpoint) {
            case Endpoint.Named named -> {
                DeliveryTerms own = others.get(named.shape());
                yield own == null ? standard : own;
            }
            case Endpoint.Subscribed subscribed ->
                shapes.find(subscribed.shape())
                        .orElseThrow(() -> new IllegalStateException("nobody delivers in the shape "
                                + subscribed.shape() + "; known are " + shapes.names()));
        };
    }
}
