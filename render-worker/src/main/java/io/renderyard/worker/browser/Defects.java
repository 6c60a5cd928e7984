package io.renderyard.worker.browser;

import io.renderyard.kernel.artifact.Receipt.BlockedRequest;
import io.renderyard.kernel.artifact.Receipt.FailedRequest;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Waiting.Defect;
import io.renderyard.worker.rendering.RenderException;
import java.util.Set;

/** Fails a render that has a picture, for what the submission does not want to see. */
final class Defects {
    private static final int HTTP_ERRORS = 400;

    private Defects() {}

    static void check(Set<Defect> refused, Notes notes) throws RenderException {
        Integer status = notes.httpStatus();
        if (refused.contains(Defect.HTTP_ERROR) && status != null && status >= HTTP_ERRORS) {
            throw new RenderException(
                    FailureCode.HTTP_ERROR, "The page answered with HTTP status " + status + ", which you refuse.");
        }
        if (refused.contains(Defect.CONSOLE_ERROR) && !notes.consoleErrors().isEmpty()) {
            throw new RenderException(
                    FailureCode.CONSOLE_ERROR,
                    "The page's console shows an error, which you refuse: "
                            + notes.consoleErrors().getFirst());
        }
        if (refused.contains(Defect.FAILED_RESOURCE)) {
            checkResources(notes);
        }
    }

    private static void checkResources(Notes notes) throws RenderException {
        for (BlockedRequest one : notes.blockedRequests()) {
            if (one.by().equals(Landing.EGRESS)) {
                throw new RenderException(
                        FailureCode.RESOURCE_FAILED,
                        "Something on the page could not be loaded, which you refuse: " + one.url()
                                + " (an address that this farm does not contact)");
            }
        }
        if (!notes.failedRequests().isEmpty()) {
            FailedRequest first = notes.failedRequests().getFirst();
            throw new RenderException(
                    FailureCode.RESOURCE_FAILED,
                    "Something on the page could not be loaded, which you refuse: " + first.url() + " ("
                            + first.reason() + ")");
        }
    }
}
