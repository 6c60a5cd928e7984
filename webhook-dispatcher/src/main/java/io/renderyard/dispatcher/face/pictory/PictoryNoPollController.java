package io.renderyard.dispatcher.face.pictory;

import io.renderyard.process.web.KnownMethods;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What nobody has, said in this face's shape. */
@Hidden
@RestController
class PictoryNoPollController {
    private final KnownMethods known;

    PictoryNoPollController(KnownMethods known) {
        this.known = known;
    }

    /** Also asked where a path is known and its method is not: this mapping takes all that no other takes. */
    @RequestMapping("/pictoryapis/v1/jobs/**")
    void nothing(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        Set<String> methods = known.of(request, PictoryNoPollController.class);
        if (!methods.isEmpty()) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), methods);
        }
        throw new ProblemException(
                Problem.of(HttpStatus.NOT_FOUND, "not found", "There is nothing at " + request.getRequestURI() + "."));
    }
}
