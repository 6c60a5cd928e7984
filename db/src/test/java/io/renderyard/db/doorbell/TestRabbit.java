package io.renderyard.db.doorbell;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.rabbitmq.RabbitMQContainer;

/** A real RabbitMQ for this JVM: the one that the environment names, else a container. */
final class TestRabbit {
    private static final String VARIABLE = "RENDERYARD_TEST_RABBITMQ_URI";
    private static final String IMAGE = "rabbitmq:4.1-alpine";
    private static @Nullable URI found;

    private TestRabbit() {}

    /** With user and password. */
    static synchronized URI uri() {
        URI uri = found == null ? find() : found;
        found = uri;
        return uri;
    }

    private static URI find() {
        String named = System.getenv(VARIABLE);
        if (named != null && !named.isBlank()) {
            return URI.create(named);
        }
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new AssertionError("no RabbitMQ: set " + VARIABLE + " or run ./yard test");
        }
        @SuppressWarnings("resource") // Testcontainers removes it when this JVM ends
        RabbitMQContainer container = new RabbitMQContainer(IMAGE);
        container.start();
        String login = container.getAdminUsername() + ":" + container.getAdminPassword();
        return URI.create("amqp://" + login + "@" + container.getHost() + ":" + container.getAmqpPort());
    }
}
