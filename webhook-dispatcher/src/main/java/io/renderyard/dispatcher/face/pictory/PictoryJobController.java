package io.renderyard.dispatcher.face.pictory;

import io.renderyard.dialect.pictory.PictoryJob;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.tenant.Credential;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers polls; contract, section 4. */
@RestController
@Tag(name = "Pictory face")
class PictoryJobController {
    private static final String POLL_AGAIN_SECONDS = "10";

    private final Jobs jobs;

    PictoryJobController(Jobs jobs) {
        this.jobs = jobs;
    }

    @Operation(
            summary = "Get a job",
            description = "In progress until it has ended, whatever is done meanwhile. 404 for an unknown id.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PictoryJob.class)))
    @GetMapping("/pictoryapis/v1/jobs/{id}")
    ResponseEntity<byte[]> get(@Parameter(hidden = true) Credential credential, @PathVariable String id) {
        Optional<Job> job = jobs.find(credential.tenant(), id);
        return job.isPresent()
                ? known(PictoryJob.of(job.get(), jobs.links()))
                : answer(HttpStatus.NOT_FOUND).body(bytes(PictoryJob.notFound(id)));
    }

    private static ResponseEntity<byte[]> known(PictoryJob job) {
        byte[] body = bytes(job);
        var answer = answer(HttpStatus.OK).eTag(DigestUtils.md5DigestAsHex(body));
        if (job.isInProgress()) {
            answer.header(HttpHeaders.RETRY_AFTER, POLL_AGAIN_SECONDS);
        }
        return answer.body(body);
    }

    /** The very bytes that a webhook is told. */
    private static byte[] bytes(PictoryJob job) {
        return job.json().getBytes(StandardCharsets.UTF_8);
    }

    private static ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON);
    }
}
