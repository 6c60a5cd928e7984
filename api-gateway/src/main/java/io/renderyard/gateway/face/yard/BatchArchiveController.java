package io.renderyard.gateway.face.yard;

import io.renderyard.gateway.archive.Archive;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.job.BatchId;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Here and not with the other views of a batch, since it reads the artifact store. */
@RestController
@Tag(name = "Batches")
class BatchArchiveController {
    private final BatchReader reader;
    private final Archive archive;

    BatchArchiveController(BatchReader reader, Archive archive) {
        this.reader = reader;
        this.archive = archive;
    }

    @Operation(
            summary = "Get a batch's results in one ZIP",
            description = "manifest.csv, then what there is by now in the order of the rows, as row-job.extension.")
    @GetMapping("/api/v1/batches/{id}/archive")
    void get(
            @Parameter(hidden = true) TenantId tenant,
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var batch = BatchId.parse(id)
                .flatMap(known -> reader.find(tenant, known))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(HttpStatus.NOT_FOUND, "not found", "There is no batch '" + id + "'.")));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"batch-" + batch.id() + ".zip\"");
        archive.write(batch, response.getOutputStream());
    }
}
