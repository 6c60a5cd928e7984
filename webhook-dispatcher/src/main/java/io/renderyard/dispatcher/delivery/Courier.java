package io.renderyard.dispatcher.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.kernel.event.DeliveryAttempt;
import io.renderyard.kernel.event.DeliveryLedger;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes one attempt at a delivery: posts it, and writes down what came of it. Dying between post and ledger means that
 * the same bytes under the same id are posted once more; receivers tell by the id.
 */
@Component
class Courier {
    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final DeliveryLedger ledger;
    private final Poster poster;
    private final MeterRegistry meters;

    Courier(DeliveryLedger ledger, Poster poster, MeterRegistry meters) {
        this.ledger = ledger;
        this.poster = poster;
        this.meters = meters;
    }

    void deliver(DeliveryAttempt attempt) {
        Posted posted = poster.post(attempt);
        if (posted.taken()) {
            ledger.delivered(attempt, posted.told(""));
            count("delivered");
            return;
        }
        switch (poster.terms(attempt.endpoint()).after(attempt.number(), posted.answer())) {
            case DeliveryTerms.Again(Duration gap) -> retry(attempt, posted, gap);
            case DeliveryTerms.Never(String because) -> giveUp(attempt, posted, because);
        }
    }

    private void retry(DeliveryAttempt attempt, Posted posted, Duration gap) {
        ledger.retry(attempt, posted.told(""), gap);
        log.info("delivery {} not taken ({}), again in {} s", attempt.delivery(), posted.note(), gap.toSeconds());
        count("retried");
    }

    private void giveUp(DeliveryAttempt attempt, Posted posted, String because) {
        ledger.giveUp(attempt, posted.told(because));
        log.warn("delivery {} given up after attempt {}: {}", attempt.delivery(), attempt.number(), posted.note());
        count("failed");
    }

    private void count(String outcome) {
        meters.counter("renderyard.deliveries", "outcome", outcome).increment();
    }
}
