package io.renderyard.dispatcher.face.yard;

import io.renderyard.dialect.yard.JobPage;
import io.renderyard.dialect.yard.JobView;
import io.renderyard.dialect.yard.ReceiptView;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobCanceller;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping(path = "/api/v1/jobs")
@Tag(name = "Jobs")
class JobController {
    private static final int LONGEST_WAIT = 60;

    private final Jobs jobs;
    private final JobReader reader;
    private final JobCanceller canceller;
    private final JobStreams streams;
    private final JobReceipts receipts;

    JobController(Jobs jobs, JobReader reader, JobCanceller canceller, JobStreams streams, JobReceipts receipts) {
        this.jobs = jobs;
        this.reader = reader;
        this.canceller = canceller;
        this.streams = streams;
        this.receipts = receipts;
    }

    @Operation(summary = "Get a job", description = "With wait=N (0 to 60 seconds) held until it has ended.")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobView> get(
            @Parameter(hidden = true) TenantId tenant,
            @PathVariable String id,
            @RequestParam(name = "wait", required = false) @Nullable String wait)
            throws InterruptedException {
        Optional<Job> job = wait == null ? jobs.find(tenant, id) : jobs.awaitEnd(tenant, id, seconds(wait));
        return answer(job.orElseThrow(() -> notFound(id)));
    }

    @Operation(summary = "List jobs, newest first")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    JobPage list(
            @Parameter(hidden = true) TenantId tenant,
            @Parameter(description = "queued, running, succeeded, failed or cancelled")
                    @RequestParam(name = "state", required = false)
                    @Nullable
                    String state,
            @Parameter(description = "nextCursor of the page before")
                    @RequestParam(name = "cursor", required = false)
                    @Nullable
                    String cursor) {
        JobState only = Parameters.state(state);
        JobId before = Parameters.cursor(cursor, JobPage::readCursor);
        return JobPage.of(reader.page(tenant, only, before, JobPage.SIZE + 1), jobs.links());
    }

    @Operation(summary = "Cancel a job", description = "A job that has ended otherwise stays as it is: 409.")
    @DeleteMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<JobView> cancel(@Parameter(hidden = true) TenantId tenant, @PathVariable String id) {
        Job job = JobId.parse(id)
                .flatMap(known -> canceller.cancel(tenant, known, "Cancelled by its owner."))
                .orElseThrow(() -> notFound(id));
        if (job.state() != JobState.CANCELLED) {
            throw new ProblemException(Problem.of(
                    HttpStatus.CONFLICT,
                    "already ended",
                    "The job has " + job.state().name().toLowerCase(Locale.ROOT)
                            + " and cannot be cancelled any more."));
        }
        return answer(job);
    }

    @Operation(
            summary = "Watch a job",
            description = "Server-sent events named after the state, each with the job; one more whenever its progress"
                    + " changes. The stream ends with the job.")
    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@Parameter(hidden = true) TenantId tenant, @PathVariable String id) {
        Job job = jobs.find(tenant, id).orElseThrow(() -> notFound(id));
        return streams.open(job);
    }

    @Operation(
            summary = "Get a job's receipt",
            description = "What the browser saw while it drew. 404 as long as the job has no result, or when it never"
                    + " will; 410 when the result is no longer kept.")
    @GetMapping(path = "/{id}/receipt", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ReceiptView> receipt(@Parameter(hidden = true) TenantId tenant, @PathVariable String id) {
        Job job = jobs.find(tenant, id).orElseThrow(() -> notFound(id));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(receipts.of(job));
    }

    private ResponseEntity<JobView> answer(Job job) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(JobView.of(job, jobs.links()));
    }

    private static Duration seconds(String wait) {
        return Duration.ofSeconds(Parameters.number("wait", wait, 0, 0, LONGEST_WAIT));
    }

    private static ProblemException notFound(String id) {
        return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "not found", "There is no job '" + id + "'."));
    }
}
