package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.Drawing;
import io.renderyard.dialect.pictify.PictureRequest;
import io.renderyard.dialect.pictify.PreviewRequest;
import io.renderyard.dialect.pictify.RenderRequest;
import io.renderyard.dialect.pictify.Size;
import io.renderyard.dialect.pictify.Subject;
import io.renderyard.dialect.pictify.SubscriptionFacts;
import io.renderyard.dialect.pictify.TemplateName;
import io.renderyard.gateway.template.ParsedTemplate;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says in the farm's words what is to be drawn. */
@Component
class Renders {
    /** So long the same markup is the same picture: long enough for a client that repeats its request. */
    private static final Reuse REPEATED = new Reuse(Duration.ofMinutes(1));

    private static final long LONGEST_PAGES = 10_000_000;

    private final Templates templates;

    Renders(Templates templates) {
        this.templates = templates;
    }

    /** @param usual size of what has none of its own */
    Submission of(TenantId tenant, PictureRequest request, Size usual) {
        return switch (request.subject()) {
            case Subject.Markup(String html) ->
                plain(tenant, request.drawing(), new Source.Html(Markup.whole(html)), usual, REPEATED);
            case Subject.Address(URI url) -> plain(tenant, request.drawing(), new Source.Url(url), usual, Reuse.NONE);
            case Subject.Templated(String name, Map<String, @Nullable Object> given) -> {
                TemplateVersion template = templates.find(tenant, name);
                yield of(template, "", template.content().base(), given, request.drawing());
            }
        };
    }

    private static Submission plain(TenantId tenant, Drawing drawing, Source source, Size size, Reuse reuse) {
        RenderSpec spec = drawing.spec(source, size, null, true);
        return submission(
                tenant,
                spec,
                Variables.NONE,
                Map.of(SubscriptionFacts.TYPE, SubscriptionFacts.type(spec.format())),
                reuse);
    }

    /** A template that is not kept, judged as one that is. */
    Submission of(TenantId tenant, PreviewRequest wanted) {
        TemplateContent content = wanted.content();
        ParsedTemplate parsed = Templates.read(content, content.base());
        Map<String, @Nullable Object> values = Templates.values(content, wanted.variables());
        String unused = Templates.fill(parsed, content, values);
        Source source = content.source(Markup.whole(content.base().markup()));
        return submission(
                tenant,
                wanted.drawing().spec(source, Size.of(content.base()), null, content.scripts()),
                new Variables(values),
                Map.of(),
                REPEATED);
    }

    /** One layout of a template, judged: a picture, or a document with a page or more for each set of values. */
    Submission of(TemplateVersion template, Layout layout, RenderRequest wanted) {
        RenderRequest titled = wanted.titled(template.content().head().name());
        return titled.drawing().output().format() instanceof PictureFormat.Pdf pdf
                        && !titled.sets().isEmpty()
                ? pages(template, titled.sets(), titled.drawing(), pdf)
                : of(template, layout.own(), layout.body(), titled.variables(), titled.drawing());
    }

    /**
     * One body of a template with values, judged.
     *
     * @param layout key of the body's layout; empty for the base
     */
    private Submission of(
            TemplateVersion template,
            String layout,
            TemplateBody body,
            Map<String, ? extends @Nullable Object> given,
            Drawing drawing) {
        Map<String, @Nullable Object> values = Templates.values(template.content(), given);
        String unused = templates.fill(template, layout, body, values);
        Source source = template.content().source(Markup.whole(body.markup()));
        RenderSpec spec = spec(template, body, source, drawing);
        return submission(
                template.tenant(), spec, new Variables(values), notes(template, spec.format()), Reuse.UNLIMITED);
    }

    private Submission pages(
            TemplateVersion template,
            List<? extends Map<String, ? extends @Nullable Object>> sets,
            Drawing drawing,
            PictureFormat.Pdf pdf) {
        TemplateBody body = template.content().base();
        List<Source> pages = new ArrayList<>();
        long length = 0;
        for (Map<String, ? extends @Nullable Object> given : sets) {
            Map<String, @Nullable Object> values = Templates.values(template.content(), given);
            String page = Markup.whole(templates.fill(template, "", body, values));
            length += page.length();
            if (length > LONGEST_PAGES) {
                throw Refusal.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "payload too large",
                        "All pages together may have 10 MB of html. Put large pictures behind a URL, or send fewer sets.");
            }
            pages.add(new Source.Html(page));
        }
        PictureFormat.Pdf all = new PictureFormat.Pdf(
                pdf.paper(),
                pdf.margins(),
                pdf.scale(),
                pdf.landscape(),
                pdf.backgrounds(),
                pdf.pageRanges(),
                pdf.header(),
                pdf.footer(),
                pdf.title(),
                pdf.onePage(),
                pages.subList(1, pages.size()));
        RenderSpec spec = spec(template, body, pages.getFirst(), drawing).with(all);
        return submission(template.tenant(), spec, Variables.NONE, notes(template, spec.format()), Reuse.UNLIMITED);
    }

    /** What is drawn in a layout for any values. */
    static RenderSpec spec(TemplateVersion template, Layout layout, RenderRequest wanted) {
        Source source = template.content().source(Markup.whole(layout.body().markup()));
        return spec(template, layout.body(), source, wanted.drawing());
    }

    static RenderSpec spec(TemplateVersion template, TemplateBody body, Source source, Drawing drawing) {
        Size size = Size.of(body);
        Drawing scaled = drawing.scaledTo(size);
        return scaled.spec(source, size, body.style(), template.content().scripts());
    }

    /** For whoever is told of a picture of this template. */
    static Map<String, String> notes(TemplateVersion template, PictureFormat format) {
        return Map.of(
                SubscriptionFacts.TEMPLATE,
                TemplateName.of(template.id().template()),
                SubscriptionFacts.TYPE,
                SubscriptionFacts.type(format));
    }

    private static Submission submission(
            TenantId tenant, RenderSpec spec, Variables variables, Map<String, String> notes, Reuse reuse) {
        return new Submission(tenant, spec, variables, Lane.of(spec, variables), null, notes, reuse);
    }
}
