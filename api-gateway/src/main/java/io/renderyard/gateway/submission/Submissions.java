package io.renderyard.gateway.submission;

import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.Verdict;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobWaiter;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.SubmissionLedger;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Stops 2 and 3 of the journey, the same for every face. */
@Component
public class Submissions {
    private static final Logger log = LoggerFactory.getLogger(Submissions.class);

    private final EgressPolicy egress;
    private final SubmissionLedger ledger;
    private final JobWaiter waiter;
    private final MeterRegistry meters;

    Submissions(EgressPolicy egress, SubmissionLedger ledger, JobWaiter waiter, MeterRegistry meters) {
        this.egress = egress;
        this.ledger = ledger;
        this.waiter = waiter;
        this.meters = meters;
    }

    /**
     * Addresses that may not be contacted are told now and not when the job fails. A name that cannot be resolved now
     * may be by then, so it passes.
     *
     * @return what is wrong; empty when the submission may be accepted
     */
    public List<FieldError> judge(Submission submission) {
        List<FieldError> errors = new ArrayList<>(judge(submission.spec()));
        submission
                .variables()
                .pictures()
                .forEach((name, prompt) -> refusal("variables." + name, prompt).ifPresent(errors::add));
        Optional.ofNullable(submission.webhook())
                .flatMap(webhook -> refusal("webhookUrl", webhook.url()))
                .ifPresent(errors::add);
        return errors;
    }

    List<FieldError> judge(RenderSpec spec) {
        List<FieldError> errors = new ArrayList<>();
        refusal("source", spec.source()).ifPresent(errors::add);
        if (spec.format() instanceof PictureFormat.Pdf pdf) {
            for (int i = 0; i < pdf.more().size(); i++) {
                refusal("output.pdf.more[" + i + "]", pdf.more().get(i)).ifPresent(errors::add);
            }
        }
        return errors;
    }

    private Optional<FieldError> refusal(String field, Source source) {
        return switch (source) {
            case Source.Url url -> refusal(field + ".url", url.address());
            case Source.Html _, Source.Handlebars _, Source.Expressions _ -> Optional.empty();
            case Source.Painted(Prompt prompt) -> refusal(field, prompt);
        };
    }

    private Optional<FieldError> refusal(String field, Prompt prompt) {
        return Optional.ofNullable(prompt.reference())
                .flatMap(reference -> refusal(field + ".referenceImageUrl", reference));
    }

    Optional<FieldError> refusal(String field, URI address) {
        return switch (egress.judge(address)) {
            case Verdict.Allowed ignored -> Optional.empty();
            case Verdict.Unresolvable ignored -> Optional.empty();
            case Verdict.Refused refused -> {
                log.info("refused {} of a submission: {}", field, refused.detail());
                yield Optional.of(new FieldError(field, refused.reason().sentence()));
            }
        };
    }

    /**
     * When it returns, the job is on disk.
     *
     * @param key the client's name for this request; none when null
     */
    public Acceptance<Job> accept(Submission submission, @Nullable IdempotencyKey key) {
        Acceptance<Job> acceptance = ledger.accept(submission, key);
        if (acceptance instanceof Acceptance.Accepted<Job>(Job job)) {
            meters.counter("renderyard.jobs.accepted", "lane", job.lane().label())
                    .increment();
            log.debug("accepted job {}", job.id());
        }
        return acceptance;
    }

    /** The job at its end, or as it is when the time is over. */
    public Job await(Job job, Duration atMost) throws InterruptedException {
        return waiter.awaitEnd(job.tenant(), job.id(), atMost).orElse(job);
    }
}
