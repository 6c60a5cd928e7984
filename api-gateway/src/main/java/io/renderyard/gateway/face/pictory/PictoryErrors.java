package io.renderyard.gateway.face.pictory;

import io.renderyard.dialect.pictory.PictoryError;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.process.web.FaceRefusalAdvice;
import io.renderyard.process.web.Problem;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says every refusal of this face in the shape that its clients parse; contract, section 11. */
@RestControllerAdvice(basePackageClasses = PictoryErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PictoryErrors extends FaceRefusalAdvice {
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

    /** @param fields what is wrong with a body; none when it cannot be read at all */
    static ResponseEntity<Object> body(List<FieldError> fields) {
        return ResponseEntity.badRequest()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(PictoryError.ofBody(fields));
    }
}
