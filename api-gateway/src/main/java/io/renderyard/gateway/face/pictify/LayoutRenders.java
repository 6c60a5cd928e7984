package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.ImageView;
import io.renderyard.dialect.pictify.RenderRequest;
import io.renderyard.dialect.pictify.RenderView;
import io.renderyard.dialect.pictify.TemplateName;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateLayout;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.process.web.WebSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders a template in one layout or several, side by side; sections 7.5 and 7.6. */
@Component
class LayoutRenders {
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final String FALLBACK = "X-Layout-Fallback";

    private final Renders renders;
    private final DrawnPictures pictures;
    private final InstantSource clock;
    private final ApiLinks links;

    LayoutRenders(Renders renders, DrawnPictures pictures, InstantSource clock, WebSettings web) {
        this.renders = renders;
        this.pictures = pictures;
        this.clock = clock;
        this.links = new ApiLinks(web.baseUrl());
    }

    /** @param name for people */
    private record Layout(String key, String name, TemplateBody body) {
        /** Empty for the base. */
        String own() {
            return key.equals(RenderRequest.BASE) ? "" : key;
        }
    }

    /**
     * @param key the client's name for the request; each layout has one made of it
     * @param response is told when the base stands for an unknown layout
     */
    RenderView draw(
            TemplateVersion template, RenderRequest wanted, @Nullable IdempotencyKey key, HttpServletResponse response)
            throws InterruptedException {
        Instant end = clock.instant().plus(PATIENCE);
        Map<String, RenderView.Error> errors = new LinkedHashMap<>();
        Map<Layout, Job> jobs = new LinkedHashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (String name : wanted.layouts()) {
            try {
                Layout layout = layout(template, name, wanted.forgiving(), response);
                Submission submission = submission(template, layout, wanted);
                pictures.judge(submission);
                jobs.put(layout, pictures.accept(submission, of(key, layout)));
            } catch (Refusal e) {
                errors.put(name, error(name, e));
                refusals.add(e);
            }
        }
        List<RenderView.Result> results = new ArrayList<>();
        ImageView first = null;
        for (Map.Entry<Layout, Job> one : jobs.entrySet()) {
            Layout layout = one.getKey();
            try {
                ImageView image = view(one.getValue(), wanted, end);
                first = first == null ? image : first;
                results.add(RenderView.Result.of(layout.key(), layout.name(), image));
            } catch (Refusal e) {
                errors.put(layout.key(), error(layout.key(), e));
                refusals.add(e);
            }
        }
        if (results.isEmpty()) {
            throw refusals.getFirst();
        }
        return RenderView.of(TemplateName.of(template.id().template()), results, List.copyOf(errors.values()), first);
    }

    /** The first layout's picture, as it is stored. */
    Artifact first(TemplateVersion template, RenderRequest wanted, HttpServletResponse response)
            throws InterruptedException {
        Layout layout = layout(template, wanted.layouts().getFirst(), wanted.forgiving(), response);
        return pictures.draw(submission(template, layout, wanted), null).artifact();
    }

    private ImageView view(Job job, RenderRequest wanted, Instant end) throws InterruptedException {
        Duration left = Duration.between(clock.instant(), end);
        ArtifactCatalogue.Entry entry = pictures.await(job, left.isNegative() ? Duration.ZERO : left);
        return ImageView.of(entry, wanted.drawing().output().word(), links);
    }

    private Submission submission(TemplateVersion template, Layout layout, RenderRequest wanted) {
        RenderRequest titled = wanted.titled(template.content().head().name());
        return titled.drawing().output().format() instanceof PictureFormat.Pdf pdf
                        && !titled.sets().isEmpty()
                ? renders.pages(template, titled.sets(), titled.drawing(), pdf)
                : renders.of(template, layout.own(), layout.body(), titled.variables(), titled.drawing());
    }

    private static Layout layout(
            TemplateVersion template, String name, boolean forgiving, HttpServletResponse response) {
        Layout base =
                new Layout(RenderRequest.BASE, "Default", template.content().base());
        if (name.equals(RenderRequest.BASE)) {
            return base;
        }
        TemplateLayout layout = template.content().layouts().get(name);
        if (layout != null) {
            return new Layout(name, layout.name(), layout.body());
        }
        if (forgiving) {
            response.setHeader(FALLBACK, "true");
            return base;
        }
        throw Refusal.unknown("layout", name);
    }

    private static RenderView.Error error(String layout, Refusal refusal) {
        return new RenderView.Error(layout, refusal.detail(), refusal.code());
    }

    /** No client can send a key with spaces in it. */
    private static @Nullable IdempotencyKey of(@Nullable IdempotencyKey key, Layout layout) {
        return key == null || layout.key().equals(RenderRequest.BASE)
                ? key
                : new IdempotencyKey(key.value() + " layout " + layout.key(), key.fingerprint());
    }
}
