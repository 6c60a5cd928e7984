package io.renderyard.gateway.submission;

import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.Verdict;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchLedger;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Source;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops 2 and 3 of the journey for batches. */
@Component
public class BatchSubmissions {
    private static final Logger log = LoggerFactory.getLogger(BatchSubmissions.class);

    private final Submissions submissions;
    private final EgressPolicy egress;
    private final BatchLedger ledger;
    private final MeterRegistry meters;

    BatchSubmissions(Submissions submissions, EgressPolicy egress, BatchLedger ledger, MeterRegistry meters) {
        this.submissions = submissions;
        this.egress = egress;
        this.ledger = ledger;
        this.meters = meters;
    }

    /** As with single submissions: what the head names may be contacted, or nothing is accepted. */
    public List<FieldError> judge(BatchHead head) {
        List<FieldError> errors = new ArrayList<>();
        head.bases().forEach(base -> errors.addAll(submissions.judge(base)));
        BatchWebhook webhook = head.webhook();
        if (webhook != null) {
            submissions.refusal("webhook.url", webhook.endpoint().url()).ifPresent(errors::add);
        }
        return errors;
    }

    /**
     * When it returns, the batch is on disk with all its rows.
     *
     * @param rows at least one; pulled while the ledger's transaction is open
     * @param key the client's name for this request; none when null
     */
    public Acceptance<Batch> accept(BatchHead head, Iterator<Row> rows, @Nullable IdempotencyKey key) {
        Acceptance<Batch> acceptance = ledger.accept(head, new Judged(rows), key);
        if (acceptance instanceof Acceptance.Accepted<Batch>(Batch batch)) {
            meters.counter("renderyard.batches.accepted").increment();
            log.info("accepted batch {} of {} items", batch.id(), batch.tally().total());
        }
        return acceptance;
    }

    /**
     * Refuses items whose address is written as numbers and may not be contacted. Names are not looked up, since there
     * may be thousands; the worker's egress proxy judges them when it dials.
     */
    private final class Judged implements Iterator<Row> {
        private final Iterator<Row> rows;
        private int row;

        Judged(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Row next() {
            row++;
            Row next = rows.next();
            return next instanceof Row.Whole whole
                    ? refusal(whole.spec().source()).<Row>map(Row.Wrong::new).orElse(next)
                    : next;
        }

        private Optional<String> refusal(Source source) {
            return switch (source) {
                case Source.Url(URI address) -> refusal("source.url", address);
                case Source.Painted(Prompt prompt) -> refusal("source.referenceImageUrl", prompt.reference());
                case Source.Html _, Source.Handlebars _, Source.Expressions _ -> Optional.empty();
            };
        }

        private Optional<String> refusal(String field, @Nullable URI address) {
            return address != null && egress.judgeUnresolved(address) instanceof Verdict.Refused refused
                    ? Optional.of(
                            "Row " + row + ": " + field + " " + refused.reason().sentence())
                    : Optional.empty();
        }
    }
}
