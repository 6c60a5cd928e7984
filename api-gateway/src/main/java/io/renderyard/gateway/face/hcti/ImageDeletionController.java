package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.DeletionRequest;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Deletes images; section 8.2. Answers without a body, as clients expect it. */
@RestController
@Tag(name = "HTML/CSS to Image face")
class ImageDeletionController {
    private final SentParameters bodies;
    private final ImageLedger ledger;

    ImageDeletionController(SentParameters bodies, ImageLedger ledger) {
        this.bodies = bodies;
        this.ledger = ledger;
    }

    @Operation(summary = "Delete an image")
    @DeleteMapping("/v1/image/{id}")
    ResponseEntity<Void> delete(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_DELETE) TenantId tenant, @PathVariable String id) {
        Set<ImageId> there = ImageId.parse(id)
                .map(image -> ledger.delete(tenant, Set.of(image)))
                .orElse(Set.of());
        if (there.isEmpty()) {
            throw Refusal.of(HttpStatus.NOT_FOUND, "There is no image with the id " + id + ".");
        }
        return accepted();
    }

    @Operation(summary = "Delete up to 25 images")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = {@ExampleObject(name = "ids", value = ImageExamples.IDS)}))
    @DeleteMapping("/v1/image/batch")
    ResponseEntity<Void> deleteAll(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_DELETE) TenantId tenant,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Set<ImageId> ids = Refusal.orElse(DeletionRequest.read(bodies.read(request)));
        Set<ImageId> unused = ledger.delete(tenant, ids);
        return accepted();
    }

    private static ResponseEntity<Void> accepted() {
        return ResponseEntity.accepted().contentLength(0).build();
    }
}
