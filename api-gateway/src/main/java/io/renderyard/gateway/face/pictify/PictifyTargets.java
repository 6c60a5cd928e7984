package io.renderyard.gateway.face.pictify;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.Verdict;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Tells early of endpoints that may not be contacted; contract {@code pictify.md}, section 12.7. The dispatcher judges
 * again, each time that it dials.
 */
@Component
class PictifyTargets {
    private static final Logger log = LoggerFactory.getLogger(PictifyTargets.class);

    private final EgressPolicy egress;

    PictifyTargets(EgressPolicy egress) {
        this.egress = egress;
    }

    /**
     * @param field that names it
     * @throws ProblemException 422; a name that has no address now may have one by then, so it passes
     */
    void require(String field, URI target) {
        if (egress.judge(target) instanceof Verdict.Refused refused) {
            log.info("refused a {}: {}", field, refused.detail());
            String reason = refused.reason().sentence();
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT, "blocked url", reason, List.of(new FieldError(field, reason))));
        }
    }
}
