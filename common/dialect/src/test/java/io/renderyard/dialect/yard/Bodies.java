package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Bodies written with single quotes for reading's sake, and what comes of them. */
final class Bodies {
    static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private Bodies() {}

    /** A body with these members beside a source of markup. */
    static String html(String members) {
        return "{'source':{'html':'x'}," + members + "}";
    }

    /** A body with these members beside a source that is an address. */
    static String url(String members) {
        return "{'source':{'url':'https://a.example/'}," + members + "}";
    }

    static String output(String format, String options) {
        return html("'output':{'format':'" + format + "'," + options + "}");
    }

    static String gif(String options) {
        return output("gif", "'gif':{" + options + "}");
    }

    static String pdf(String options) {
        return output("pdf", "'pdf':{" + options + "}");
    }

    static Reading read(String body) {
        return JobRequests.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), TENANT);
    }

    static RenderSpec spec(String body) {
        if (read(body) instanceof Reading.Understood(Submission submission)) {
            return submission.spec();
        }
        throw new AssertionError(body + " came to " + read(body));
    }

    static List<FieldError> errors(String body) {
        if (read(body) instanceof Reading.Wrong(List<FieldError> errors)) {
            return errors;
        }
        throw new AssertionError(body + " came to " + read(body));
    }
}
