package io.renderyard.gateway.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.process.web.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Serves pictures, as they are stored or changed on the way: first cropped, then resized, then converted. */
@Component
public class PictureServer {
    private static final long NO_DATE = -1;

    private final ArtifactStore store;
    private final AlteredPictures altered;

    PictureServer(ArtifactStore store, AlteredPictures altered) {
        this.store = store;
        this.altered = altered;
    }

    /**
     * Answers HEAD, Range and what a cache asks, too.
     *
     * @throws ProblemException instead of an answer: 400 for changes that are wrong or do not fit the picture, 404 for a
     *     format that it cannot have, 410 when it is no longer kept, 503 when too many are being changed
     */
    public void serve(Artifact artifact, Wanted wanted, ServletWebRequest request, HttpServletResponse response)
            throws IOException {
        if (artifact.isExpired()) {
            throw Refusals.gone();
        }
        Optional<Alteration> alteration = alteration(artifact, wanted);
        write(wanted, response);
        String etag = '"' + alteration.map(asked -> asked.digest(artifact)).orElse(artifact.sha256()) + '"';
        long date =
                wanted.lastModified() == null ? NO_DATE : wanted.lastModified().toEpochMilli();
        if (request.checkNotModified(etag, date)) {
            boolean unchanged = response.getStatus() == HttpServletResponse.SC_NOT_MODIFIED;
            response.setHeader(HttpHeaders.CACHE_CONTROL, unchanged ? wanted.caching() : "no-store");
            return;
        }
        Content content = alteration
                .map(asked -> changed(artifact, asked, wanted.changes()))
                .orElseGet(() -> stored(artifact));
        new ContentSender(request.getRequest(), response).send(content, etag, wanted.caching());
    }

    private static void write(Wanted wanted, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        wanted.headers().forEach(response::setHeader);
        if (wanted.download() != null) {
            ContentDisposition saved =
                    ContentDisposition.attachment().filename(wanted.download()).build();
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, saved.toString());
        }
    }

    /** Empty when the stored bytes are what is asked for. */
    private static Optional<Alteration> alteration(Artifact artifact, Wanted wanted) {
        String own = StillName.extension(artifact);
        String extension = wanted.extension() == null ? own : wanted.extension();
        Optional<StillName> name = StillName.of(extension);
        boolean sameFormat = extension.equals(own) || (name.isPresent() && name.equals(StillName.of(own)));
        if (sameFormat && !wanted.changes().any()) {
            return Optional.empty();
        }
        if (name.isEmpty() && !sameFormat) {
            throw Refusals.notFound();
        }
        if (StillName.of(own).isEmpty()) {
            throw Refusals.stands(own);
        }
        return Optional.of(Alteration.of(wanted.changes(), name.orElseThrow()));
    }

    private Content stored(Artifact artifact) {
        return new Content(
                artifact.contentType(),
                artifact.size(),
                offset -> store.find(artifact.key(), offset).orElseThrow(Refusals::notFound));
    }

    private Content changed(Artifact artifact, Alteration alteration, Changes changes) {
        byte[] bytes = altered.get(artifact, alteration, changes);
        return new Content(
                alteration.format().contentType(),
                bytes.length,
                offset -> new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset));
    }
}
