package io.renderyard.db.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImagePageIT {
    private final TestImages test = new TestImages();
    private final ImageLedger images = test.images;
    private final TenantId tenant = test.tenant;

    @Test
    void theNewestComesFirst() {
        ImageId second = test.recorded();
        ImageId third = test.recorded();
        ImageId first = test.recorded();
        test.age(first, "1 hour");

        assertThat(page(null, 9)).containsExactly(third, second, first);
        assertThat(page(null, 2)).containsExactly(third, second);
        assertThat(page(second, 9)).containsExactly(first);
        assertThat(page(first, 9)).isEmpty();
    }

    @Test
    void noneIsLostOrTwiceAmongThoseOfTheSameMoment() {
        List<ImageId> all = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            all.add(test.recorded());
        }
        test.ledger.jdbc().sql("update image set created_at = now()").update();

        List<ImageId> seen = new ArrayList<>();
        List<ImageId> page = page(null, 3);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = page(page.getLast(), 3);
        }

        assertThat(seen).isEqualTo(all.reversed());
    }

    @Test
    void deletedOnesAreLeftOutAndStillLeadOn() {
        ImageId first = test.recorded();
        ImageId deleted = test.recorded();
        ImageId last = test.recorded();
        images.delete(tenant, Set.of(deleted));

        assertThat(page(null, 9)).containsExactly(last, first);
        assertThat(page(deleted, 9)).containsExactly(first);
    }

    @Test
    void thoseOfOthersAreNotSeen() {
        ImageId mine = test.recorded();
        TenantId other = test.ledger.tenant();

        assertThat(images.page(other, null, 9)).isEmpty();
        assertThat(images.page(other, mine, 9)).isEmpty();
        assertThat(page(images.next(), 9)).as("one that nobody knows").isEmpty();
    }

    @Test
    void aPageShowsWhatTheyAreDrawnFrom() {
        ImageId id = test.recorded();

        assertThat(images.page(tenant, null, 9)).containsExactly(images.find(id).orElseThrow());
    }

    @Test
    void oneThatIsThereAgainIsTheNewest() {
        images.record(test.ofContent(), Rendition.RASTER, test.job().id());
        ImageId other = test.recorded();
        images.delete(tenant, Set.of(test.content().id()));

        images.record(test.ofContent(), Rendition.RASTER, test.job().id());

        assertThat(page(null, 9)).containsExactly(test.content().id(), other);
    }

    private List<ImageId> page(@Nullable ImageId before, int limit) {
        return images.page(tenant, before, limit).stream().map(Image::id).toList();
    }
}
