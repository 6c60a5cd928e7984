package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.Thumbnail;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.gateway.template.TemplateValues;
import io.renderyard.kernel.artifact.ArtifactCatalogue;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.process.web.WebSettings;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Small pictures of templates, drawn in the background with the values that their authors gave. */
@Component
class Thumbnails {
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final DrawnPictures pictures;
    private final TemplateLedger ledger;
    private final JobReader jobs;
    private final ApiLinks links;

    Thumbnails(DrawnPictures pictures, TemplateLedger ledger, JobReader jobs, WebSettings web) {
        this.pictures = pictures;
        this.ledger = ledger;
        this.jobs = jobs;
        this.links = new ApiLinks(web.baseUrl());
    }

    /** Where it is; null until it is drawn, and when it cannot be. */
    @Nullable
    String address(TemplateVersion version) {
        if (version.thumbnail() == null) {
            return null;
        }
        return jobs.find(version.tenant(), version.thumbnail())
                .map(Job::outcome)
                .map(outcome -> outcome instanceof Job.Succeeded(var artifact) && !artifact.isExpired()
                        ? links.artifact(artifact)
                        : null)
                .orElse(null);
    }

    /** Has it drawn behind all others who wait; whoever dies before leaves the template with the picture it had. */
    Job renew(TemplateVersion version) {
        return begin(version, Reuse.UNLIMITED, Lane.BATCH);
    }

    /** How a template's small picture is. */
    enum State {
        /** It shows the template as it is now, or will in a moment. */
        CURRENT,
        /** There is none, it is no longer kept, or it shows an earlier version. */
        STALE,
        /** There is none because it could not be drawn. */
        FAILED
    }

    State state(TemplateVersion version) {
        if (version.thumbnail() == null) {
            return State.STALE;
        }
        return jobs.find(version.tenant(), version.thumbnail())
                .filter(job -> !job.createdAt().isBefore(version.createdAt()))
                .map(job -> switch (job.outcome()) {
                    case Job.Succeeded(var artifact) -> artifact.isExpired() ? State.STALE : State.CURRENT;
                    case Job.Queued _, Job.Running _ -> State.CURRENT;
                    case Job.Failed _ -> State.FAILED;
                    case Job.Cancelled _, Job.Cleaned _ -> State.STALE;
                })
                .orElse(State.STALE);
    }

    /** Has it drawn now, and waits. */
    String redraw(TemplateVersion version) throws InterruptedException {
        Job job = begin(version, Reuse.NONE, Lane.INTERACTIVE);
        ArtifactCatalogue.Entry entry = pictures.await(job, PATIENCE);
        return links.artifact(entry.artifact());
    }

    private Job begin(TemplateVersion version, Reuse reuse, Lane lane) {
        TemplateContent content = version.content();
        Map<String, @Nullable Object> values =
                TemplateValues.of(content.variables(), Map.of()).all();
        RenderSpec spec = Renders.spec(
                version,
                content.base(),
                content.forgiving().source(Markup.whole(content.base().markup())),
                Thumbnail.drawing(content.base()));
        Job job = pictures.accept(
                new Submission(version.tenant(), spec, new Variables(values), lane, null, Map.of(), reuse), null);
        ledger.drawnBy(version.id().template(), job.id());
        return job;
    }
}
