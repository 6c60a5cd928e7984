package io.renderyard.dispatcher.face.pictory;

import io.renderyard.dialect.pictory.PictoryError;
import io.renderyard.process.web.FaceRefusalAdvice;
import io.renderyard.process.web.Problem;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says every refusal of this face's reading side in its shape; contract, section 11. */
@RestControllerAdvice(basePackageClasses = PictoryPollErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PictoryPollErrors extends FaceRefusalAdvice {
    @Override
    protected Object body(Problem problem, String reason) {
        return PictoryError.of(problem.status(), reason, problem.detail(), problem.errors());
    }

    /** Not said: the vendor has one word for it. */
    @Override
    protected String badCredentials() {
        return "Unauthorized";
    }

    @Override
    protected List<String> challenges() {
        return List.of("Bearer realm=\"renderyard\"");
    }
}
