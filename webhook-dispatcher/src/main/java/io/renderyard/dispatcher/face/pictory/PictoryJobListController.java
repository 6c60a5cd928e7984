package io.renderyard.dispatcher.face.pictory;

import io.renderyard.dialect.pictory.JobPage;
import io.renderyard.dialect.pictory.PageKey;
import io.renderyard.dispatcher.polling.Jobs;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists jobs; contract, section 6. */
@RestController
@Tag(name = "Pictory face")
class PictoryJobListController {
    private final JobReader reader;
    private final Jobs jobs;

    PictoryJobListController(JobReader reader, Jobs jobs) {
        this.reader = reader;
        this.jobs = jobs;
    }

    @Operation(summary = "List jobs of every kind, newest first, 100 at a time")
    @GetMapping("/pictoryapis/v1/jobs")
    ResponseEntity<JobPage> list(
            @Parameter(hidden = true) Credential credential,
            @Parameter(description = "nextPageKey of the page before")
                    @RequestParam(name = "nextPageKey", required = false)
                    @Nullable
                    String key) {
        JobPage page = JobPage.of(reader.page(credential.tenant(), null, before(key), PageKey.SIZE + 1), jobs.links());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(page);
    }

    private static @Nullable JobId before(@Nullable String key) {
        return key == null || key.isEmpty()
                ? null
                : PageKey.read(key)
                        .orElseThrow(() -> new ProblemException(Problem.of(
                                HttpStatus.BAD_REQUEST,
                                "invalid parameter",
                                "nextPageKey is none that an earlier page gave. Leave it out for the first page.")));
    }
}
