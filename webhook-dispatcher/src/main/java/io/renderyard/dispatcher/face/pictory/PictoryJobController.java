package io.renderyard.dispatcher.face.pictory;

import io.renderyard.dialect.pictory.PictoryJob;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.UnauthorizedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Pictory face")
class PictoryJobController {
    private static final Logger log = LoggerFactory.getLogger(PictoryJobController.class);
    private static final String POLL_AGAIN_SECONDS = "10";

    private final Jobs jobs;

    PictoryJobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @Operation(summary = "Get a job in Pictory's shape")
    @GetMapping(path = "/pictoryapis/v1/jobs/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PictoryJob> get(@Parameter(hidden = true) TenantId tenant, @PathVariable String id) {
        Optional<Job> job = jobs.find(tenant, id);
        if (job.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).body(PictoryJob.notFound(id));
        }
        PictoryJob answer = PictoryJob.of(job.get(), jobs.links());
        var response = ResponseEntity.ok().cacheControl(CacheControl.noStore().cachePrivate());
        if (answer.isInProgress()) {
            response.header(HttpHeaders.RETRY_AFTER, POLL_AGAIN_SECONDS);
        }
        return response.body(answer);
    }

    /** Contract, section 2.3. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> unauthorized(UnauthorizedException e) {
        return message(HttpStatus.UNAUTHORIZED);
    }

    /** Contract, section 4.6. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> defect(Exception e) {
        log.error("A poll could not be answered", e);
        return message(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static ResponseEntity<Map<String, String>> message(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("message", status.getReasonPhrase()));
    }
}
