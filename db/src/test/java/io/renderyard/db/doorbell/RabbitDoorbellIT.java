package io.renderyard.db.doorbell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.renderyard.kernel.doorbell.Doorbell;
import io.renderyard.kernel.doorbell.Doorbell.Answer;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** With our own settings of the client, against a real broker behind a wire that can be cut. */
class RabbitDoorbellIT {
    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(2);

    /** The longest that a ring may take to be answered: two tries to connect, then the confirm, and a slow machine. */
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final Wire wire;
    private final ConfigurableApplicationContext context;
    private final Doorbell doorbell;
    private final AmqpAdmin admin;
    private final RabbitTemplate template;

    RabbitDoorbellIT() throws IOException {
        wire = new Wire(TestRabbit.uri());
        context = start(wire.address(), 1_000_000);
        doorbell = context.getBean(Doorbell.class);
        admin = context.getBean(AmqpAdmin.class);
        template = context.getBean(RabbitTemplate.class);
    }

    private static ConfigurableApplicationContext start(String address, long queueLimit) {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.config.name",
                        "ledger",
                        "spring.main.banner-mode",
                        "off",
                        "spring.rabbitmq.addresses",
                        address,
                        "renderyard.doorbell.confirm-within",
                        CONFIRM_WITHIN.toMillis() + "ms",
                        "renderyard.doorbell.queue-limit",
                        queueLimit))
                .run();
    }

    @ImportAutoConfiguration(RabbitAutoConfiguration.class)
    @EnableConfigurationProperties(DoorbellSettings.class)
    @Import(RabbitDoorbellConfiguration.class)
    static class Parts {
        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    @BeforeEach
    void beginWithABrokerThatLostItsDisk() {
        loseQueues();
        connectAnew();
    }

    @AfterEach
    void end() {
        // First the wire: on a silent one the client would wait for a farewell.
        wire.close();
        context.close();
    }

    @Test
    void aRingIsHeldInItsLanesQueueAndCarriesItsSubject() throws Exception {
        for (Lane lane : Lane.values()) {
            Ring.JobReady ring = new Ring.JobReady(new JobId(UUID.randomUUID()), lane);

            assertThat(isHeld(ring)).isTrue();

            Message message = template.receive(RabbitTopology.queue(lane), 5_000);
            assertThat(message).isNotNull();
            assertThat(RingMessage.job(message, lane)).isEqualTo(ring);
        }
        Ring.EventRecorded event = new Ring.EventRecorded(new EventId(UUID.randomUUID()));
        assertThat(isHeld(event)).isTrue();
        Message message = template.receive(RabbitTopology.EVENTS_QUEUE, 5_000);
        assertThat(message).isNotNull();
        assertThat(RingMessage.event(message)).isEqualTo(event);
    }

    /** The broker confirms such a message all the same, so the confirm alone would say that it is held. */
    @Test
    void aRingThatFitsNoQueueIsNotHeld() throws Exception {
        Binding binding = BindingBuilder.bind(new Queue(RabbitTopology.queue(Lane.BATCH)))
                .to(new DirectExchange(RabbitTopology.EXCHANGE))
                .with(RabbitTopology.key(Lane.BATCH));
        admin.removeBinding(binding);

        assertThat(isHeld(job(Lane.BATCH))).isFalse();
        assertThat(refused()).isOne();
        assertThat(isHeld(job(Lane.HEAVY))).isTrue();
        assertThat(refused()).isOne();

        admin.declareBinding(binding);
        assertThat(isHeld(job(Lane.BATCH))).isTrue();
    }

    /** As an operator is told. */
    private double refused() {
        return context.getBean(MeterRegistry.class)
                .get("renderyard.rings.refused")
                .counter()
                .count();
    }

    @Test
    void aRingForAnExchangeThatIsGoneIsNotHeld() throws Exception {
        admin.deleteExchange(RabbitTopology.EXCHANGE);

        assertThat(isHeld(job(Lane.BATCH))).isFalse();
    }

    @Test
    void whileTheBrokerIsGoneNothingIsHeldAndNothingThrown() throws Exception {
        assertThat(isHeld(job(Lane.INTERACTIVE))).isTrue();

        wire.cut();

        // The connection may still stand when the first one is rung.
        assertThat(isHeld(job(Lane.INTERACTIVE))).isFalse();
        assertThat(answer(job(Lane.INTERACTIVE))).isEqualTo(Answer.OUT_OF_REACH);
        assertThat(doorbell.unheard(Lane.INTERACTIVE)).isEmpty();

        wire.mend();

        assertThat(isHeld(job(Lane.INTERACTIVE))).isTrue();
        await().untilAsserted(
                        () -> assertThat(doorbell.unheard(Lane.INTERACTIVE)).hasValue(2));
    }

    @Test
    void aBrokerThatFallsSilentHoldsNothingUpForLong() throws Exception {
        assertThat(isHeld(job(Lane.INTERACTIVE))).isTrue();

        wire.fallSilent(true);

        assertThat(isHeld(job(Lane.INTERACTIVE))).isFalse();
    }

    @Test
    void aBrokerThatFallsSilentIsNotTakenForOneWithoutRings() throws Exception {
        assertThat(isHeld(job(Lane.INTERACTIVE))).isTrue();

        wire.fallSilent(true);

        assertThat(doorbell.unheard(Lane.INTERACTIVE)).isEmpty();
    }

    @Test
    void aBrokerThatLostItsDiskIsWholeAgainWithTheNextConnection() throws Exception {
        assertThat(isHeld(job(Lane.PROMPT))).isTrue();
        loseQueues();
        assertThat(isHeld(job(Lane.PROMPT))).isFalse();

        connectAnew();

        assertThat(isHeld(job(Lane.PROMPT))).isTrue();
        assertThat(isHeld(new Ring.EventRecorded(new EventId(UUID.randomUUID()))))
                .isTrue();
    }

    @Test
    void unheardRingsAreCountedPerLane() throws Exception {
        for (int ring = 0; ring < 3; ring++) {
            assertThat(isHeld(job(Lane.BATCH))).isTrue();
        }

        await().untilAsserted(() -> assertThat(doorbell.unheard(Lane.BATCH)).hasValue(3));
        assertThat(doorbell.unheard(Lane.HEAVY)).hasValue(0);
        admin.deleteQueue(RabbitTopology.queue(Lane.BATCH));
        assertThat(doorbell.unheard(Lane.BATCH)).isEqualTo(OptionalLong.of(0));
    }

    @Test
    void whatAFullQueueRefusesIsNotHeld() throws Exception {
        loseQueues();
        try (var small = start(wire.address(), 2)) {
            Doorbell bounded = small.getBean(Doorbell.class);

            // A quorum queue takes a few more before it has counted.
            boolean full = IntStream.range(0, 500)
                    .anyMatch(ring -> bounded.ring(job(Lane.BATCH)).join() == Answer.REFUSED);

            assertThat(full).isTrue();
            assertThat(bounded.ring(job(Lane.INTERACTIVE)).join()).isEqualTo(Answer.HELD);
        } finally {
            loseQueues();
        }
    }

    private boolean isHeld(Ring ring) throws Exception {
        return answer(ring) == Answer.HELD;
    }

    private Answer answer(Ring ring) throws Exception {
        long began = System.nanoTime();
        try {
            return doorbell.ring(ring).get(BOUND.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer within " + BOUND, e);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
        }
    }

    private static Ring.JobReady job(Lane lane) {
        return new Ring.JobReady(new JobId(UUID.randomUUID()), lane);
    }

    private void loseQueues() {
        Arrays.stream(Lane.values()).map(RabbitTopology::queue).forEach(admin::deleteQueue);
        admin.deleteQueue(RabbitTopology.EVENTS_QUEUE);
        admin.deleteExchange(RabbitTopology.EXCHANGE);
    }

    private void connectAnew() {
        context.getBean(CachingConnectionFactory.class).resetConnection();
    }
}
