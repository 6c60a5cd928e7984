package io.renderyard.gateway.face.hcti;

import io.renderyard.gateway.artifact.Query;
import io.renderyard.kernel.image.ImageId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Shows images to whoever knows their address; section 5. */
@RestController
@Tag(name = "HTML/CSS to Image face")
class ImageController {
    private final Pictures pictures;

    ImageController(Pictures pictures) {
        this.pictures = pictures;
    }

    @Operation(
            summary = "Get an image",
            description =
                    "With .png, .jpg, .jpeg, .webp or .pdf; cropped by x_1, x_2, crop_width, x_origin (y likewise)"
                            + " and aspect_ratio, then resized by width and height. The first request waits until it is drawn.")
    @GetMapping("/v1/image/{name}")
    void get(
            @PathVariable String name,
            @Parameter(hidden = true) ServletWebRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        int dot = name.indexOf('.');
        ImageId id = ImageId.parse(dot < 0 ? name : name.substring(0, dot)).orElseThrow(Pictures::unknown);
        ImageOptions options = ImageOptions.read(
                        dot < 0 ? null : name.substring(dot + 1),
                        Query.parse(request.getRequest().getQueryString()))
                .orElseThrow(Pictures::unknown);
        pictures.show(id, options, request, response);
    }
}
