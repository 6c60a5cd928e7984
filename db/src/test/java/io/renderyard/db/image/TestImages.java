package io.renderyard.db.image;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactReader;
import io.renderyard.kernel.image.ContentHash;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.NewImage;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.retention.Retention;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;

/** One tenant's images, and what became of their jobs. */
final class TestImages {
    static final String DEFINITION = "{\"html\":\"<p>a secret\"}";

    final TestLedger ledger = TestLedger.shared();
    final ImageLedger images = ledger.part(ImageLedger.class);
    final TenantId tenant = ledger.tenant();

    Job job() {
        return ledger.accepted(TestLedger.submission(tenant));
    }

    /** That has ended with a picture. */
    Job drawnJob() {
        Job job = job();
        var unused = ledger.drawn(job);
        return job;
    }

    /** One of its own, drawn by the job. */
    ImageId recorded(Job job) {
        ImageId id = images.next();
        images.record(image(id), Rendition.RASTER, job.id());
        return id;
    }

    ImageId recorded() {
        return recorded(job());
    }

    NewImage image(ImageId id) {
        return new NewImage(id, tenant, DEFINITION, null, null);
    }

    ContentHash content() {
        return images.hash(tenant, DEFINITION);
    }

    /** One whose address is made from its content. */
    NewImage ofContent() {
        return new NewImage(content().id(), tenant, DEFINITION, null, null);
    }

    /** As if it had been made that long ago. */
    void age(ImageId id, String time) {
        ledger.jdbc()
                .sql("update image set created_at = created_at - cast(? as interval) where id = ?")
                .params(time, id.value())
                .update();
    }

    boolean isKept(JobId job) {
        return ledger.one(Boolean.class, "select kept from job where id = ?", job.value());
    }

    boolean isKept(Artifact artifact) {
        return ledger.one(
                Boolean.class,
                "select kept_since = 'infinity' from artifact where id = ?",
                artifact.id().value());
    }

    Artifact found(Artifact artifact) {
        return ledger.part(ArtifactReader.class).find(artifact.id()).orElseThrow();
    }

    /** As if nobody had to be told of anything any more, and a month had passed. */
    void monthsPass() {
        ledger.jdbc().sql("delete from event").update();
        ledger.jdbc()
                .sql("update job set finished_at = finished_at - interval '31 days'")
                .update();
        ledger.jdbc()
                .sql("update artifact set kept_since = kept_since - interval '31 days',"
                        + " expired_at = expired_at - interval '31 days'")
                .update();
    }

    /** What there is to be done for what is older than a day: pictures that expired and jobs that went. */
    int retained() {
        Retention retention = ledger.part(Retention.class);
        return retention.expireArtifacts(Duration.ofDays(1)) + retention.deleteJobs(Duration.ofDays(1));
    }
}
