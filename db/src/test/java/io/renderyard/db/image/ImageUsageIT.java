package io.renderyard.db.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.image.ImageCount;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageUsage;
import io.renderyard.kernel.usage.Interval;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImageUsageIT {
    private final TestImages test = new TestImages();
    private final ImageUsage usage = test.ledger.part(ImageUsage.class);

    @BeforeEach
    void make() {
        ImageId deleted = made("2024-02-29T23:30:00Z");
        var unused = made("2024-02-29T23:59:59.999Z");
        unused = made("2024-03-01T00:00:00Z");
        unused = made("2024-03-01T05:00:00Z");
        test.images.delete(test.tenant, Set.of(deleted));
    }

    @Test
    void imagesAreCountedByTheIntervalsOfUtc() {
        assertThat(usage.count(test.tenant, Interval.HOUR, Instant.EPOCH))
                .containsExactly(
                        count("2024-02-29T23:00:00Z", 2),
                        count("2024-03-01T00:00:00Z", 1),
                        count("2024-03-01T05:00:00Z", 1));
        assertThat(usage.count(test.tenant, Interval.DAY, Instant.EPOCH))
                .containsExactly(count("2024-02-29T00:00:00Z", 2), count("2024-03-01T00:00:00Z", 2));
        assertThat(usage.count(test.tenant, Interval.MONTH, Instant.EPOCH))
                .containsExactly(count("2024-02-01T00:00:00Z", 2), count("2024-03-01T00:00:00Z", 2));
    }

    @Test
    void thoseBeforeAreNotCounted() {
        assertThat(usage.count(test.tenant, Interval.DAY, Instant.parse("2024-03-01T00:00:00Z")))
                .containsExactly(count("2024-03-01T00:00:00Z", 2));
        assertThat(usage.count(test.tenant, Interval.DAY, Instant.parse("2024-03-02T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void thoseOfOthersAreNotCounted() {
        assertThat(usage.count(test.ledger.tenant(), Interval.MONTH, Instant.EPOCH))
                .isEmpty();
    }

    private ImageId made(String moment) {
        ImageId id = test.recorded();
        test.ledger
                .jdbc()
                .sql("update image set created_at = ? where id = ?")
                .params(OffsetDateTime.parse(moment), id.value())
                .update();
        return id;
    }

    private static ImageCount count(String from, long images) {
        return new ImageCount(Instant.parse(from), images);
    }
}
