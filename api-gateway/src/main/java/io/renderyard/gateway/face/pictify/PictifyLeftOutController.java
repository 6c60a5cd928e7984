package io.renderyard.gateway.face.pictify;

import io.renderyard.kernel.tenant.Credential;
import io.renderyard.process.web.KnownMethods;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the vendor has and this farm has not, or not yet, and what nobody has. */
@Hidden
@RestController
class PictifyLeftOutController {
    private final KnownMethods known;

    PictifyLeftOutController(KnownMethods known) {
        this.known = known;
    }

    @RequestMapping("/pictify/image/canvas")
    void canvas(@Needs({}) Credential credential) {
        throw leftOut("Canvas pictures (fabricJSData)", "Send html to /image.");
    }

    @RequestMapping({"/pictify/image/agent-screenshot", "/pictify/image/agent-screenshot-stream"})
    void agent(@Needs({}) Credential credential) {
        throw leftOut("Screenshots by description", "Send the url itself to /image.");
    }

    @RequestMapping({"/pictify/image/public", "/pictify/gif/public", "/pictify/image/page-content"})
    void tools() {
        throw leftOut("Public tools without a key", "Send the request with a key to /image or /gif.");
    }

    @RequestMapping({"/pictify/bindings", "/pictify/bindings/**", "/pictify/data-sources", "/pictify/data-sources/**"})
    void bindings(@Needs({}) Credential credential) {
        throw leftOut("Bindings", "Render the template again when its data changes.");
    }

    @RequestMapping({"/pictify/experiments", "/pictify/experiments/**"})
    void experiments(@Needs({}) Credential credential) {
        throw leftOut("Experiments", "Render the variants by themselves.");
    }

    /** So that a client which shows them shows none; section 14. */
    @GetMapping("/pictify/video/templates")
    Map<String, List<Object>> videos(@Needs({}) Credential credential) {
        return Map.of("templates", List.of());
    }

    @RequestMapping({"/pictify/video", "/pictify/video/**"})
    void video(@Needs({}) Credential credential) {
        throw leftOut("Video", "A GIF of the same page is at /gif.");
    }

    @RequestMapping({"/pictify/copilot", "/pictify/copilot/**"})
    void copilot(@Needs({}) Credential credential) {
        throw leftOut("The copilot", "Templates are made at /templates.");
    }

    @RequestMapping({"/pictify/b/**", "/pictify/s/**", "/pictify/webhooks/**"})
    void addresses() {
        throw leftOut("Public addresses of bindings and experiments", "Those of templates are at /r.");
    }

    private static Refusal leftOut(String what, String instead) {
        return Refusal.leftOut(what + ": this server does not have that yet. " + instead);
    }

    /** Also asked where a path is known and its method is not: this mapping takes all that no other takes. */
    @RequestMapping({"/pictify", "/pictify/**"})
    void nothing(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        Set<String> methods = known.of(request, PictifyLeftOutController.class);
        if (!methods.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        Object asked = request.getAttribute(FaceFilter.ASKED);
        throw Refusal.of(HttpStatus.NOT_FOUND, "not found", "There is nothing at " + asked + ".");
    }
}
