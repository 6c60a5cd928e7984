package io.renderyard.conformance.fault.farm;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.renderyard.db.doorbell.RabbitTopology;
import io.renderyard.kernel.job.Lane;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeoutException;

/** What an operator can do to a broker by hand. */
public final class BrokerHands {
    private static final String TYPE = "direct";

    private final URI address;

    BrokerHands(URI address) {
        this.address = address;
    }

    private interface Work<T> {
        T on(Channel channel) throws IOException;
    }

    /** Rings that wait in a lane's queue; fails when there is no such queue. */
    public long unheard(Lane lane) {
        return work(channel -> channel.messageCount(RabbitTopology.queue(lane)));
    }

    public void unbind(Lane lane) {
        var _ = work(channel -> channel.queueUnbind(RabbitTopology.queue(lane), RabbitTopology.EXCHANGE, key(lane)));
    }

    public void bind(Lane lane) {
        var _ = work(channel -> channel.queueBind(RabbitTopology.queue(lane), RabbitTopology.EXCHANGE, key(lane)));
    }

    /** With all its bindings. */
    public void deleteExchange() {
        var _ = work(channel -> channel.exchangeDelete(RabbitTopology.EXCHANGE));
    }

    /** With all its bindings. */
    public void declareExchange() {
        var _ = work(channel -> channel.exchangeDeclare(RabbitTopology.EXCHANGE, TYPE, true));
        for (Lane lane : Lane.values()) {
            bind(lane);
        }
        var _ = work(channel -> channel.queueBind(RabbitTopology.EVENTS_QUEUE, RabbitTopology.EXCHANGE, "event"));
    }

    private static String key(Lane lane) {
        return "job." + lane.label();
    }

    private <T> T work(Work<T> work) {
        ConnectionFactory factory = new ConnectionFactory();
        try {
            factory.setUri(address);
            try (Connection connection = factory.newConnection();
                    Channel channel = connection.createChannel()) {
                return work.on(channel);
            }
        } catch (IOException | TimeoutException | GeneralSecurityException | URISyntaxException e) {
            throw new IllegalStateException("the broker did not do what it was told", e);
        }
    }
}
