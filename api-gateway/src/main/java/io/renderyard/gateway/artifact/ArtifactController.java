package io.renderyard.gateway.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactReader;
import io.renderyard.kernel.job.FieldError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Our own address of a picture. */
@RestController
@Tag(name = "Artifacts")
class ArtifactController {
    private final ArtifactReader artifacts;
    private final PictureServer pictures;

    ArtifactController(ArtifactReader artifacts, PictureServer pictures) {
        this.artifacts = artifacts;
        this.pictures = pictures;
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
        String extension = dot < 0 ? StillName.extension(artifact) : name.substring(dot + 1);
        Query query = Query.parse(request.getRequest().getQueryString());
        Wanted wanted = new Wanted(
                extension,
                Changes.read(query, ArtifactParameters.TABLE),
                isDownload(query) ? artifact.id() + "." + extension : null,
                null,
                Map.of());
        pictures.serve(artifact, wanted, request, response);
    }

    private static boolean isDownload(Query query) {
        List<String> values = query.all("dl");
        if (!values.isEmpty() && !values.equals(List.of("0")) && !values.equals(List.of("1"))) {
            throw Refusals.wrong(List.of(new FieldError("dl", "must be 0 or 1, once")));
        }
        return values.contains("1");
    }
}
