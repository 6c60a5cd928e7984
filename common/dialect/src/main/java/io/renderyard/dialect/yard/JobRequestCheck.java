package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.AddressReader;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns one request into a submission, or into the list of everything that is wrong with it. */
final class JobRequestCheck {
    /** Takes the place of a source that is wrong or missing while the rest is judged. */
    private static final Source BLANK = new Source.Html(" ");

    private final JobRequest request;
    private final SubmissionContext context;
    private final OutputRequest output;
    private final Violations violations;

    JobRequestCheck(JobRequest request, SubmissionContext context) {
        this(request, context, new Violations());
    }

    /** @param violations what is wrong is added to them */
    JobRequestCheck(JobRequest request, SubmissionContext context, Violations violations) {
        this.request = request;
        this.context = context;
        this.output = Objects.requireNonNullElse(request.output(), OutputRequest.NOTHING);
        this.violations = violations;
    }

    Reading check() {
        RenderSpec spec = spec();
        Variables variables = variables(spec.source());
        Reuse reuse = reuse(spec, variables);
        URI webhook = request.webhookUrl() == null
                ? null
                : new AddressReader(violations).read("webhookUrl", request.webhookUrl());
        Webhook told = webhook == null ? null : new Webhook(webhook);
        Map<String, String> metadata = metadata();
        return violations.all().isEmpty()
                ? new Reading.Understood(new Submission(
                        context.tenant(), spec, variables, Lane.of(spec, variables), told, metadata, reuse))
                : new Reading.Wrong(violations.all());
    }

    private Variables variables(Source source) {
        Variables variables = new VariablesReader(violations, new PictureReader(violations, context))
                .read("variables", request.variables());
        if (!(source instanceof Source.Html)) {
            variables
                    .pictures()
                    .keySet()
                    .forEach(name -> violations.add(
                            "variables." + name, "of type image needs source.html, which has a place for a picture"));
        }
        return variables;
    }

    Map<String, String> metadata() {
        return new MetadataReader(violations).read("metadata", request.metadata());
    }

    Reuse reuse(RenderSpec spec, Variables variables) {
        return new ReuseReader(violations).read(request.cache(), Chance.mayDiffer(spec, variables));
    }

    RenderSpec spec() {
        Source source = new SourceReader(violations, context).read("source", request.source());
        return request.source() != null && request.source().isPrompt() ? painted(source) : spec(source);
    }

    private RenderSpec painted(@Nullable Source source) {
        new PageMembers(request, output).refuse(violations);
        return RenderSpec.plain(
                Objects.requireNonNullElse(source, BLANK),
                new ViewportReader(violations).viewport(OutputRequest.NOTHING),
                new FormatReader(violations).still(output));
    }

    /** Of a request whose sources come later: empty markup stands in, and what needs an address is allowed. */
    RenderSpec specWithoutSource() {
        return spec(null);
    }

    private RenderSpec spec(@Nullable Source source) {
        PictureFormat format = new FormatReader(violations).read(output);
        boolean visitsAddress = source == null || Chance.visitsAddress(source, format);
        return new RenderSpec(
                Objects.requireNonNullElse(source, BLANK),
                new AdditionsReader(violations).read(request),
                new ViewportReader(violations).viewport(output),
                new EnvironmentReader(violations, visitsAddress)
                        .read(Objects.requireNonNullElse(request.environment(), EnvironmentRequest.NOTHING)),
                new TrafficReader(violations, visitsAddress)
                        .read(Objects.requireNonNullElse(request.requests(), TrafficRequest.NOTHING)),
                new WaitingReader(violations).read(Objects.requireNonNullElse(request.waiting(), WaitRequest.NOTHING)),
                framing(format),
                format);
    }

    private Framing framing(PictureFormat format) {
        FramingReader framings = new FramingReader(violations);
        CaptureRequest capture = Objects.requireNonNullElse(request.capture(), CaptureRequest.NOTHING);
        if (format instanceof PictureFormat.Pdf) {
            framings.refuseAll(capture);
            return Framing.WINDOW;
        }
        return new Framing(
                framings.area(capture), framings.background(capture), new ViewportReader(violations).limit(output));
    }
}
