package io.renderyard.worker.painting;

import io.renderyard.kernel.job.Attempt;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.painting.PaintingLedger;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.unhurried.Foreground;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what is paid for, and what providers were asked. A few at a time: five hundred attempts that begin together
 * would take every connection from whoever completes a picture.
 */
final class PaintingBook {
    private static final Logger log = LoggerFactory.getLogger(PaintingBook.class);
    private static final int AT_ONCE = 2;

    private final PaintingLedger ledger;
    private final PromptSettings settings;
    private final Foreground foreground;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    PaintingBook(PaintingLedger ledger, PromptSettings settings, Foreground foreground) {
        this.ledger = ledger;
        this.settings = settings;
        this.foreground = foreground;
    }

    /** @throws RenderException when the tenant has too few credits left */
    void reserve(Attempt attempt, TenantId tenant, Collection<Order> orders)
            throws RenderException, InterruptedException {
        BigDecimal credits = orders.stream().map(Order::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
        String models = orders.stream()
                .map(order -> order.model().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        turns.acquire();
        try {
            foreground.letPass();
            if (!ledger.reserve(attempt, tenant, models, credits, settings.credits())) {
                throw new RenderException(
                        FailureCode.CREDITS_EXHAUSTED,
                        "This costs %s credits, and fewer are left for the month. Choose a model that costs less, or have the farm's operator raise the limit."
                                .formatted(credits.toPlainString()));
            }
        } finally {
            turns.release();
        }
    }

    /** What was asked for this picture so far. */
    Models.Memory memory(Order order) throws InterruptedException {
        turns.acquire();
        try {
            foreground.letPass();
            return new Page(order, ledger.remembered(order.attempt(), order.picture()));
        } finally {
            turns.release();
        }
    }

    private final class Page implements Models.Memory {
        private final Order order;
        private final Optional<String> before;

        Page(Order order, Optional<String> before) {
            this.order = order;
            this.before = before;
        }

        @Override
        public Optional<String> remembered() {
            return before;
        }

        /** Dying after the provider was asked and before this is written, the next attempt asks and pays again. */
        @Override
        public void remember(String handle) {
            try {
                boolean ours = ledger.remember(order.attempt(), order.picture(), handle);
                log.debug("a provider's job is {}", ours ? "remembered" : "no longer ours");
            } catch (RuntimeException e) {
                log.warn("what a provider was asked is not remembered, so another attempt would pay again", e);
            }
        }
    }
}
