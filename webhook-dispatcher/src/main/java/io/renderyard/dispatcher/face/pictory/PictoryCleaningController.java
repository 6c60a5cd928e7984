package io.renderyard.dispatcher.face.pictory;

import io.renderyard.dialect.pictory.Cleaned;
import io.renderyard.dialect.pictory.PictoryJob;
import io.renderyard.kernel.job.JobCleaner;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.Credential;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Wipes jobs; contract, section 7. */
@RestController
@Tag(name = "Pictory face")
class PictoryCleaningController {
    private final JobCleaner cleaner;

    PictoryCleaningController(JobCleaner cleaner) {
        this.cleaner = cleaner;
    }

    @Operation(
            summary = "Wipe what a finished job holds",
            description = "Cannot be undone. Safe to repeat. 400 while the job is in progress.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Cleaned.class)))
    @DeleteMapping("/pictoryapis/v1/jobs/{id}/clean")
    ResponseEntity<Object> clean(@Parameter(hidden = true) Credential credential, @PathVariable String id) {
        JobCleaner.Cleaning cleaning = JobId.parse(id)
                .map(job -> cleaner.clean(credential.tenant(), job))
                .orElse(JobCleaner.Cleaning.NOT_FOUND);
        return switch (cleaning) {
            case CLEANED -> answer(HttpStatus.OK, Cleaned.DONE);
            case IN_PROGRESS -> answer(HttpStatus.BAD_REQUEST, Cleaned.TOO_EARLY);
            case NOT_FOUND -> answer(HttpStatus.NOT_FOUND, PictoryJob.notFound(id));
        };
    }

    private static ResponseEntity<Object> answer(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
