package io.renderyard.gateway.face.pictory;

import io.renderyard.kernel.tenant.Credential;
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
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** What the vendor has and we have not, and what nobody has: said in the shape that the face's clients parse. */
@Hidden
@RestController
class PictoryLeftOutController {
    private final KnownMethods known;

    PictoryLeftOutController(KnownMethods known) {
        this.known = known;
    }

    @RequestMapping(
            path = "/pictoryapis/v1/aistudio/videos",
            method = {RequestMethod.GET, RequestMethod.POST})
    void videos(@Needs({}) Credential credential) {
        throw new ProblemException(Problem.of(
                HttpStatus.NOT_IMPLEMENTED,
                "not implemented",
                "Video generation: this server does not have that. It makes images, at /v1/aistudio/images."));
    }

    /** Also asked where a path is known and its method is not: this mapping takes all that no other takes. */
    @RequestMapping({"/pictoryapis", "/pictoryapis/**"})
    void nothing(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        Set<String> methods = known.of(request, PictoryLeftOutController.class);
        if (!methods.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        throw new ProblemException(
                Problem.of(HttpStatus.NOT_FOUND, "not found", "There is nothing at " + request.getRequestURI() + "."));
    }
}
