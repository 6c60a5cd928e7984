package io.renderyard.gateway.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactReader;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Serves bytes. An artifact never changes, so whoever has it need not ask again. */
@RestController
@Tag(name = "Artifacts")
class ArtifactController {
    private static final int CHUNK = 64 * 1024;

    private final ArtifactReader artifacts;
    private final ArtifactStore store;

    ArtifactController(ArtifactReader artifacts, ArtifactStore store) {
        this.artifacts = artifacts;
        this.store = store;
    }

    @Operation(summary = "Get a picture", description = "Who knows the address may see it. HEAD, ETag and Range work.")
    @GetMapping("/artifacts/{name}")
    void get(
            @PathVariable String name,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.IF_RANGE, required = false) @Nullable
                    String ifRange,
            @Parameter(hidden = true) ServletWebRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Artifact artifact = find(name);
        String etag = '"' + artifact.sha256() + '"';
        response.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.checkNotModified(etag)) {
            return;
        }
        boolean partStillFits = ifRange == null || ifRange.equals(etag);
        switch (ByteRange.of(partStillFits ? range : null, artifact.size())) {
            case ByteRange.Wanted.Whole ignored -> send(artifact, new ByteRange(0, artifact.size()), request, response);
            case ByteRange.Wanted.Part part -> {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader(HttpHeaders.CONTENT_RANGE, part.range().contentRange(artifact.size()));
                send(artifact, part.range(), request, response);
            }
            case ByteRange.Wanted.Unsatisfiable ignored -> {
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + artifact.size());
            }
        }
    }

    private Artifact find(String name) {
        int dot = name.indexOf('.');
        String id = dot < 0 ? name : name.substring(0, dot);
        return ArtifactId.parse(id)
                .flatMap(artifacts::find)
                .filter(artifact -> dot < 0 || artifact.key().path().endsWith(name.substring(dot)))
                .orElseThrow(ArtifactController::notFound);
    }

    private void send(Artifact artifact, ByteRange range, ServletWebRequest request, HttpServletResponse response)
            throws IOException {
        // Opened before the status is sent: a missing file is an honest 404, never a 200 with too few bytes.
        try (InputStream bytes = store.find(artifact.key(), range.first()).orElseThrow(ArtifactController::notFound)) {
            response.setContentType(artifact.contentType());
            response.setContentLengthLong(range.length());
            if (!"HEAD".equals(request.getRequest().getMethod())) {
                copy(bytes, response.getOutputStream(), range.length());
            }
        }
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long left = length;
        while (left > 0) {
            int read = from.read(chunk, 0, (int) Math.min(CHUNK, left));
            if (read < 0) {
                throw new IOException("an artifact's file is shorter than the ledger says");
            }
            to.write(chunk, 0, read);
            left -= read;
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(
                Problem.of(HttpStatus.NOT_FOUND, "not found", "There is no picture at this address."));
    }
}
