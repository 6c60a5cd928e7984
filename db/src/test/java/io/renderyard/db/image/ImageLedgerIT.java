package io.renderyard.db.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.image.ContentHash;
import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.NewImage;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImageLedgerIT {
    private static final Duration HOUR = Duration.ofHours(1);

    private final TestImages test = new TestImages();
    private final ImageLedger images = test.images;
    private final TenantId tenant = test.tenant;

    @Test
    void whoeverKnowsAnImageFindsIt() {
        Job job = test.job();

        ImageId id = test.recorded(job);

        assertThat(images.find(id)).hasValueSatisfying(image -> {
            assertThat(image)
                    .usingRecursiveComparison()
                    .ignoringFields("createdAt")
                    .isEqualTo(new Image(id, tenant, Instant.EPOCH, false));
            assertThat(image.createdAt())
                    .isBetween(Instant.now().minus(HOUR), Instant.now().plus(HOUR));
        });
        assertThat(images.findDefinition(id)).contains(TestImages.DEFINITION);
        assertThat(images.drawing(id, Rendition.RASTER)).contains(job.id());
        assertThat(images.drawing(id, Rendition.DOCUMENT)).isEmpty();
        assertThat(images.find(images.next())).isEmpty();
        assertThat(images.findDefinition(images.next())).isEmpty();
    }

    @Test
    void idsRise() {
        ImageId first = images.next();

        assertThat(images.next().toString()).isGreaterThan(first.toString());
    }

    @Test
    void whatItIsDrawnFromIsNotReadableInTheDatabase() {
        var unused = test.recorded();

        byte[] stored = test.ledger.one(byte[].class, "select definition from image");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void theSameContentHasTheSameHashWithinOneTenant() {
        ContentHash hash = test.content();

        assertThat(images.hash(tenant, TestImages.DEFINITION)).isEqualTo(hash);
        assertThat(images.hash(tenant, "{}")).isNotEqualTo(hash);
        assertThat(images.hash(test.ledger.tenant(), TestImages.DEFINITION)).isNotEqualTo(hash);
        assertThat(hash.id().value().version()).isEqualTo(8);
    }

    @Test
    void aTwinIsFoundWithinItsWindow() {
        ImageId twin = recorded(test.content());
        test.age(twin, "30 minutes");

        assertThat(images.findTwin(tenant, test.content(), HOUR)).contains(twin);
        assertThat(images.findTwin(tenant, test.content(), Duration.ofMinutes(29)))
                .isEmpty();
    }

    @Test
    void theYoungestTwinIsFound() {
        ImageId old = recorded(test.content());
        test.age(old, "30 minutes");
        ImageId young = recorded(test.content());

        assertThat(images.findTwin(tenant, test.content(), HOUR)).contains(young);
    }

    @Test
    void whatIsNoTwinIsNotFound() {
        ImageId deleted = recorded(test.content());
        images.delete(tenant, Set.of(deleted));
        recorded(null);
        recorded(images.hash(tenant, "{}"));

        assertThat(images.findTwin(tenant, test.content(), HOUR)).isEmpty();
    }

    @Test
    void theTwinsOfOthersAreTheirs() {
        recorded(test.content());
        TenantId other = test.ledger.tenant();

        assertThat(images.findTwin(other, test.content(), HOUR)).isEmpty();
        assertThat(images.findTwin(other, images.hash(other, TestImages.DEFINITION), HOUR))
                .isEmpty();
    }

    @Test
    void anImageThatIsThereStaysAsItIs() {
        Job job = test.job();
        NewImage image = test.ofContent();
        images.record(image, Rendition.RASTER, job.id());
        Image before = images.find(image.id()).orElseThrow();

        Job late = test.job();
        images.record(new NewImage(image.id(), tenant, "{}", null, null), Rendition.RASTER, late.id());

        assertThat(images.find(image.id())).contains(before);
        assertThat(images.drawing(image.id(), Rendition.RASTER)).contains(job.id());
        var unused = List.of(test.ledger.drawn(job), test.ledger.drawn(late));
        assertThat(test.isKept(job.id())).isTrue();
        assertThat(test.isKept(late.id())).as("nobody asks for its picture").isFalse();
    }

    private ImageId recorded(@Nullable ContentHash content) {
        ImageId id = images.next();
        images.record(
                new NewImage(id, tenant, TestImages.DEFINITION, content, null),
                Rendition.RASTER,
                test.job().id());
        return id;
    }
}
