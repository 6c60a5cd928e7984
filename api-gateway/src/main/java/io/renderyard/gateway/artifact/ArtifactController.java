package io.renderyard.gateway.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactReader;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.job.FieldError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Serves pictures, as they are stored or changed on the way: first cropped, then resized, then converted. */
@RestController
@Tag(name = "Artifacts")
class ArtifactController {
    private final ArtifactReader artifacts;
    private final ArtifactStore store;
    private final AlteredPictures altered;

    ArtifactController(ArtifactReader artifacts, ArtifactStore store, AlteredPictures altered) {
        this.artifacts = artifacts;
        this.store = store;
        this.altered = altered;
    }

    @Operation(
            summary = "Get a picture",
            description =
                    "Who knows the address may see it. HEAD, ETag and Range work. Another extension (png, jpeg or jpg,"
                            + " webp, avif) converts a picture that stands still; the parameters crop it first, then resize it."
                            + " Lengths are pixels of the stored picture (120 or 120px) or percent of it (50%); what reaches beyond"
                            + " the edge is cut off. A gif and a pdf are served as they are: changing them is refused."
                            + " 410 when it is no longer kept.")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "width",
            description = "Resize, 1 to 5000; with one side the ratio is kept")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "height",
            description = "As width; both give exactly that size, stretched")
    @Parameter(in = ParameterIn.QUERY, name = "x", description = "Crop: where it begins; negative from the far edge")
    @Parameter(in = ParameterIn.QUERY, name = "x2", description = "Crop: where it ends; needs x, instead of w")
    @Parameter(in = ParameterIn.QUERY, name = "w", description = "Crop: how wide it is")
    @Parameter(in = ParameterIn.QUERY, name = "xOrigin", description = "start, center or end: where w lies without x")
    @Parameter(in = ParameterIn.QUERY, name = "y", description = "As x")
    @Parameter(in = ParameterIn.QUERY, name = "y2", description = "As x2")
    @Parameter(in = ParameterIn.QUERY, name = "h", description = "As w")
    @Parameter(in = ParameterIn.QUERY, name = "yOrigin", description = "As xOrigin")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "ratio",
            description = "Crop: width:height, such as 16:9; derives the axis of which nothing is said from the other")
    @Parameter(in = ParameterIn.QUERY, name = "dpi", description = "30 to 600, written into a png or jpeg")
    @Parameter(in = ParameterIn.QUERY, name = "dl", description = "1: to be saved instead of shown")
    @GetMapping("/artifacts/{name}")
    void get(
            @PathVariable String name,
            @Parameter(hidden = true) ServletWebRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        int dot = name.indexOf('.');
        Artifact artifact = ArtifactId.parse(dot < 0 ? name : name.substring(0, dot))
                .flatMap(artifacts::find)
                .orElseThrow(Refusals::notFound);
        if (artifact.isExpired()) {
            throw Refusals.gone();
        }
        String extension = dot < 0 ? StillName.extension(artifact) : name.substring(dot + 1);
        Query query = Query.parse(request.getRequest().getQueryString());
        Optional<Alteration> alteration = alteration(artifact, extension, query);
        if (isDownload(query)) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + artifact.id() + "." + extension + '"');
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        String etag = '"' + alteration.map(asked -> asked.digest(artifact)).orElse(artifact.sha256()) + '"';
        if (request.checkNotModified(etag)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, ContentSender.FOR_EVER);
            return;
        }
        Content content = alteration.map(asked -> changed(artifact, asked)).orElseGet(() -> stored(artifact));
        new ContentSender(request.getRequest(), response).send(content, etag);
    }

    /** Empty when the stored bytes are what is asked for. */
    private static Optional<Alteration> alteration(Artifact artifact, String extension, Query query) {
        AlterationReader reader = new AlterationReader(query);
        Optional<StillName> wanted = StillName.of(extension);
        String own = StillName.extension(artifact);
        boolean sameFormat = extension.equals(own) || (wanted.isPresent() && wanted.equals(StillName.of(own)));
        if (sameFormat && !reader.changes()) {
            return Optional.empty();
        }
        if (wanted.isEmpty() && !sameFormat) {
            throw Refusals.notFound();
        }
        if (StillName.of(own).isEmpty()) {
            throw Refusals.stands(own);
        }
        Alteration alteration = reader.read(wanted.orElseThrow());
        if (!reader.errors().isEmpty()) {
            throw Refusals.wrong(reader.errors());
        }
        return Optional.of(alteration);
    }

    private static boolean isDownload(Query query) {
        List<String> values = query.all("dl");
        if (!values.isEmpty() && !values.equals(List.of("0")) && !values.equals(List.of("1"))) {
            throw Refusals.wrong(List.of(new FieldError("dl", "must be 0 or 1, once")));
        }
        return values.contains("1");
    }

    private Content stored(Artifact artifact) {
        return new Content(
                artifact.contentType(),
                artifact.size(),
                offset -> store.find(artifact.key(), offset).orElseThrow(Refusals::notFound));
    }

    private Content changed(Artifact artifact, Alteration alteration) {
        byte[] bytes = altered.get(artifact, alteration);
        return new Content(
                alteration.format().contentType(),
                bytes.length,
                offset -> new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset));
    }
}
