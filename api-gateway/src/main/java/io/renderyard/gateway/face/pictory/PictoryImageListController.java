package io.renderyard.gateway.face.pictory;

import io.renderyard.dialect.pictory.ImagePage;
import io.renderyard.dialect.pictory.PageKey;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.painting.PaintedPictures;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.WebSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists painted images; contract, section 5. */
@RestController
@Tag(name = "Pictory face")
class PictoryImageListController {
    private final PaintedPictures pictures;
    private final ApiLinks links;

    PictoryImageListController(PaintedPictures pictures, WebSettings web) {
        this.pictures = pictures;
        this.links = new ApiLinks(web.baseUrl());
    }

    @Operation(summary = "List images of prompts, newest first, 100 at a time")
    @GetMapping("/pictoryapis/v1/aistudio/images")
    ResponseEntity<ImagePage> list(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_READ) Credential credential,
            @Parameter(description = "nextPageKey of the page before")
                    @RequestParam(name = "nextPageKey", required = false)
                    @Nullable
                    String key) {
        ImagePage page = ImagePage.of(pictures.page(credential.tenant(), before(key), PageKey.SIZE + 1), links);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore().cachePrivate())
                .contentType(MediaType.APPLICATION_JSON)
                .body(page);
    }

    private static @Nullable JobId before(@Nullable String key) {
        return key == null || key.isEmpty()
                ? null
                : PageKey.read(key)
                        .orElseThrow(() -> WrongParameter.of(
                                "nextPageKey is none that an earlier page gave. Leave it out for the first page."));
    }
}
