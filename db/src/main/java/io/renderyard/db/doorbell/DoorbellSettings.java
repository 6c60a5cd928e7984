package io.renderyard.db.doorbell;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code renderyard.doorbell}.
 *
 * @param kind RabbitMQ, or none of its own: then the application brings a doorbell
 * @param confirmWithin how long the broker may take to say that it holds a ring, before it counts as not sent
 * @param queueLimit rings that a queue holds at most; further ones wait in the outbox
 */
@ConfigurationProperties(prefix = "renderyard.doorbell", ignoreUnknownFields = false)
public record DoorbellSettings(
        @DefaultValue("rabbitmq") Kind kind,
        @DefaultValue("3s") Duration confirmWithin,
        @DefaultValue("1000000") long queueLimit) {

    /** Who carries the rings. */
    public enum Kind {
        RABBITMQ,
        IN_PROCESS
    }
}
