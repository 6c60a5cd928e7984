package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.prompt.ModelOffer;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.tenant.TenantId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Bodies written with single quotes for reading's sake, and what comes of them. */
final class Bodies {
    static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private static final List<String> RATIOS = List.of("1:1", "16:9", "9:16");
    private static final ModelCatalogue MODELS = new ModelCatalogue(
            List.of(
                    new ModelOffer("brush", RATIOS, BigDecimal.TWO, true),
                    new ModelOffer("flash", List.of("4:3", "1:1"), new BigDecimal("0.6"), false)),
            List.of("vintage", "cartoon"));

    static final SubmissionContext CONTEXT = new SubmissionContext(TENANT, false, MODELS);
    static final SubmissionContext TRIAL = new SubmissionContext(TENANT, true, MODELS);

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

    /** A body with these members in a source that is a prompt. */
    static String prompt(String members) {
        return "{'source':{'prompt':'a boat'," + members + "}}";
    }

    static Reading read(String body) {
        return read(body, CONTEXT);
    }

    static Reading read(String body, SubmissionContext context) {
        return JobRequests.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), context);
    }

    static Submission submission(String body) {
        if (read(body) instanceof Reading.Understood(Submission submission)) {
            return submission;
        }
        throw new AssertionError(body + " came to " + read(body));
    }

    static RenderSpec spec(String body) {
        return submission(body).spec();
    }

    static List<FieldError> errors(String body) {
        if (read(body) instanceof Reading.Wrong(List<FieldError> errors)) {
            return errors;
        }
        throw new AssertionError(body + " came to " + read(body));
    }
}
