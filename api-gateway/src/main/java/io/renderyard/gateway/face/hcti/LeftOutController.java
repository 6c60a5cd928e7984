package io.renderyard.gateway.face.hcti;

import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.KnownMethods;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the vendor has and we have not, and what nobody has: said in the shape that the face's clients parse. */
@Hidden
@RestController
class LeftOutController {
    private final KnownMethods known;

    LeftOutController(KnownMethods known) {
        this.known = known;
    }

    @RequestMapping({"/v1/store", "/v1/store/**"})
    void store(@Needs(Scope.IMAGES_STORE) TenantId tenant) {
        throw leftOut("Storing pictures in buckets of your own");
    }

    @RequestMapping({"/v1/storage-destinations", "/v1/storage-destinations/**"})
    void storageDestinations(@Needs({}) TenantId tenant) {
        throw leftOut("Storage destinations");
    }

    @RequestMapping({"/v1/og-configs", "/v1/og-configs/**"})
    void openGraphConfigs(@Needs({}) TenantId tenant) {
        throw leftOut("Open Graph configurations");
    }

    @RequestMapping({"/v1/og", "/v1/og/**"})
    void openGraph() {
        throw leftOut("Open Graph pictures by page");
    }

    @RequestMapping({"/v1/proxies", "/v1/proxies/**"})
    void proxies(@Needs({}) TenantId tenant) {
        throw leftOut("Proxies");
    }

    @RequestMapping("/v1/feedback")
    void feedback() {
        throw leftOut("Feedback");
    }

    /** Also asked where a path is known and its method is not: this mapping takes all that no other takes. */
    @RequestMapping({"/v1", "/v1/**"})
    void nothing(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        Set<String> methods = known.of(request, LeftOutController.class);
        if (!methods.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        throw new ProblemException(
                Problem.of(HttpStatus.NOT_FOUND, "not found", "There is nothing at " + request.getRequestURI() + "."));
    }

    private static ProblemException leftOut(String what) {
        return new ProblemException(
                Problem.of(HttpStatus.NOT_IMPLEMENTED, "not implemented", what + ": this server does not have that."));
    }
}
