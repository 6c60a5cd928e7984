package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.RenderRequest;
import io.renderyard.dialect.pictify.RenderRequests;
import io.renderyard.dialect.pictify.RenderView;
import io.renderyard.dialect.pictify.SizeRequests;
import io.renderyard.dialect.pictify.SizesView;
import io.renderyard.gateway.artifact.Changes;
import io.renderyard.gateway.artifact.PictureServer;
import io.renderyard.gateway.artifact.Wanted;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.NamedBody;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Renders templates; sections 1.2 and 7.5. */
@RestController
@Tag(name = "Pictify face")
class PictifyRenderController {
    /** The template may change at the same address. */
    private static final String FOR_A_WHILE = "public, max-age=300";

    private final BoundedBody bodies;
    private final Templates templates;
    private final LayoutRenders renders;
    private final SizeRenders sizes;
    private final PublicTemplates addresses;
    private final PictureServer server;

    PictifyRenderController(
            BoundedBody bodies,
            Templates templates,
            LayoutRenders renders,
            SizeRenders sizes,
            PublicTemplates addresses,
            PictureServer server) {
        this.bodies = bodies;
        this.templates = templates;
        this.renders = renders;
        this.sizes = sizes;
        this.addresses = addresses;
        this.server = server;
    }

    @Operation(summary = "Render a template", description = "In one layout or several; the answer has all of them.")
    @PostMapping("/pictify/templates/{uid}/render")
    RenderView render(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @PathVariable String uid,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        TemplateVersion template = templates.find(credential.tenant(), uid);
        RenderRequest wanted = Refusal.orElse(RenderRequests.render(body.bytes()));
        return renders.draw(template, wanted, body.key(), response);
    }

    @Operation(
            summary = "Render a template in several sizes",
            description = "1 to 20, each by width and height or by the name of a preset; the answer has all of them.")
    @PostMapping("/pictify/templates/{uid}/multi-size-render")
    SizesView renderSizes(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @PathVariable String uid,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        NamedBody body = bodies.named(request);
        TemplateVersion template = templates.find(credential.tenant(), uid);
        List<SizeRequests.Sized> wanted = Refusal.orElse(SizeRequests.sizes(body.bytes()));
        return sizes.draw(template, wanted, body.key(), response);
    }

    @Operation(
            summary = "Render a template by its address",
            description = "The query has the variables, and the answer is the picture. Templates with hasDynamicLink"
                    + " serve everybody; the others need a key, as Bearer or as token.")
    @GetMapping("/pictify/templates/{uid}/render")
    void show(
            @PathVariable String uid,
            @RequestParam Map<String, String> query,
            @Parameter(hidden = true) ServletWebRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        serve(uid, query.get("format"), query, request, response);
    }

    @Operation(summary = "Render a template by its short address", description = "As the longer one.")
    @GetMapping("/pictify/r/{name}")
    void link(
            @PathVariable String name,
            @RequestParam Map<String, String> query,
            @Parameter(hidden = true) ServletWebRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        int dot = name.lastIndexOf('.');
        serve(
                dot < 0 ? name : name.substring(0, dot),
                dot < 0 ? null : name.substring(dot + 1),
                query,
                request,
                response);
    }

    private void serve(
            String uid,
            @Nullable String format,
            Map<String, String> query,
            ServletWebRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        TemplateVersion template = addresses.find(uid, query.get("token"), request);
        RenderRequest wanted = Refusal.orElse(RenderRequests.address(format, query));
        Artifact artifact = renders.first(template, wanted, response);
        server.serve(
                artifact,
                new Wanted(
                        null,
                        Changes.NONE,
                        null,
                        null,
                        Map.of(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
                        FOR_A_WHILE),
                request,
                response);
    }
}
