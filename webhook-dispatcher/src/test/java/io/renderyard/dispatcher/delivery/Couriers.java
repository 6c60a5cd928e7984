package io.renderyard.dispatcher.delivery;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.renderyard.dispatcher.DispatcherSettings;
import io.renderyard.egress.OutboundClient;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import io.renderyard.kernel.tenant.Secret;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Couriers for tests of faces. */
public final class Couriers {
    private static final DispatcherSettings SETTINGS = new DispatcherSettings(
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)),
            2,
            Duration.ofSeconds(1));

    private Couriers() {}

    /** Delivers as the dispatcher does, to subscriptions of one shape. */
    public static Consumer<DeliveryAttempt> over(
            DeliveryLedger ledger, OutboundClient client, SubscriptionShape shape, InstantSource clock) {
        return new Courier(ledger, poster(client, shape, clock), new SimpleMeterRegistry())::deliver;
    }

    public static Poster poster(OutboundClient client, SubscriptionShape shape, InstantSource clock) {
        var standard = new StandardTerms(tenant -> new Secret("whsec_AAAA"), SETTINGS, () -> 0L);
        return new Poster(client, standard, List.of(), new SubscriptionShapes(List.of(shape)), clock);
    }
}
