package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.HctiError;
import io.renderyard.process.web.FaceRefusalAdvice;
import io.renderyard.process.web.Problem;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says every refusal of this face in the shape that its clients parse; contract, section 2.2. */
@RestControllerAdvice(basePackageClasses = HctiErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class HctiErrors extends FaceRefusalAdvice {
    @Override
    protected Object body(Problem problem, String reason) {
        String error = problem.isOf(Problem.QUOTA_EXCEEDED) ? "Plan limit exceeded" : reason;
        return HctiError.of(problem.status(), error, problem.detail(), problem.errors());
    }

    /** To the letter: people search for it. */
    @Override
    protected String badCredentials() {
        return "Bad username or password";
    }

    @Override
    protected List<String> challenges() {
        return List.of("Basic realm=\"renderyard\"");
    }
}
