package io.renderyard.db.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class DrawnByIT {
    private static final int ROUNDS = 10;

    private final TestImages test = new TestImages();
    private final ImageLedger images = test.images;
    private final TenantId tenant = test.tenant;

    @Test
    void theOldJobIsLetGoAndTheNewOneKept() {
        Job old = test.job();
        ImageId id = test.recorded(old);
        Artifact before = test.ledger.drawn(old);
        Job job = test.job();
        Artifact after = test.ledger.drawn(job);

        images.drawnBy(id, Rendition.RASTER, job.id());

        assertThat(images.drawing(id, Rendition.RASTER)).contains(job.id());
        assertThat(test.isKept(job.id())).isTrue();
        assertThat(test.isKept(after)).isTrue();
        assertThat(test.isKept(old.id())).isFalse();
        assertThat(test.isKept(before)).as("it ages as any other").isFalse();
        test.monthsPass();
        assertThat(test.retained()).isEqualTo(2);
        assertThat(test.found(before).isExpired()).isTrue();
        assertThat(test.found(after).isExpired()).isFalse();
    }

    @Test
    void theSameJobAgainChangesNothing() {
        Job job = test.job();
        ImageId id = test.recorded(job);
        Artifact artifact = test.ledger.drawn(job);

        images.drawnBy(id, Rendition.RASTER, job.id());

        assertThat(images.drawing(id, Rendition.RASTER)).contains(job.id());
        assertThat(test.isKept(job.id())).isTrue();
        assertThat(test.isKept(artifact)).isTrue();
    }

    @Test
    void eachRenditionHasItsJob() {
        Job raster = test.job();
        ImageId id = test.recorded(raster);
        Job document = test.job();

        images.drawnBy(id, Rendition.DOCUMENT, document.id());

        assertThat(images.drawing(id, Rendition.RASTER)).contains(raster.id());
        assertThat(images.drawing(id, Rendition.DOCUMENT)).contains(document.id());
        var pixels = test.ledger.drawn(raster);
        var pages = test.ledger.drawn(document);
        assertThat(test.isKept(pixels)).isTrue();
        assertThat(test.isKept(pages)).isTrue();
        assertThat(test.isKept(raster.id())).isTrue();
        assertThat(test.isKept(document.id())).isTrue();
    }

    @Test
    void aDeletedImageIsNotDrawnAnew() {
        ImageId id = test.recorded();
        images.delete(tenant, Set.of(id));
        Job job = test.job();

        images.drawnBy(id, Rendition.RASTER, job.id());
        images.drawnBy(images.next(), Rendition.RASTER, job.id());

        assertThat(images.drawing(id, Rendition.RASTER)).isEmpty();
        assertThat(test.isKept(job.id())).isFalse();
        assertThat(test.ledger.count("image_drawing")).isZero();
    }

    @Test
    void ofSeveralAtOnceOneIsKept() throws Exception {
        try (Race race = new Race()) {
            for (int round = 0; round < ROUNDS; round++) {
                ImageId id = test.recorded(test.drawnJob());
                race.run(List.of(drawn(id), drawn(id), drawn(id)));

                assertThat(test.ledger.count("job where kept")).isEqualTo(round * 2 + 2);
                assertThat(images.drawing(id, Rendition.DOCUMENT))
                        .hasValueSatisfying(job -> assertThat(test.isKept(job)).isTrue());
            }
        }
    }

    @Test
    void whoIsDeletedAtTheSameMomentKeepsNothing() throws Exception {
        try (Race race = new Race()) {
            for (int round = 0; round < ROUNDS; round++) {
                ImageId id = test.recorded(test.drawnJob());
                race.run(List.of(drawn(id), drawn(id), () -> images.delete(tenant, Set.of(id))));

                assertThat(test.ledger.count("job where kept")).isZero();
                assertThat(test.ledger.count("image_drawing")).isZero();
            }
        }
    }

    private Callable<Object> drawn(ImageId id) {
        Job job = test.drawnJob();
        return () -> {
            images.drawnBy(id, Rendition.DOCUMENT, job.id());
            return job;
        };
    }
}
