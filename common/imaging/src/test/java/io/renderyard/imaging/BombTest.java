package io.renderyard.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.renderyard.imaging.PictureException.Reason;
import io.renderyard.kernel.render.PictureFormat.Png;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BombTest {
    private static final long BUDGET = 32L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static Map<String, byte[]> bombs = Map.of();

    @TempDir
    Path folder;

    @BeforeAll
    static void build() throws Exception {
        bombs = Bombs.all();
    }

    private interface Use {
        Object of(byte[] picture) throws PictureException;
    }

    @Test
    void noPictureTakesMoreMemoryThanItsBudget() throws Exception {
        Decoder decoder = new Decoder(Samples.avif(folder));
        decoder.decode(new Encoder(Samples.avif(folder), 1).encode(Samples.noise(9, 9), new Png()), Samples.LIMITS);
        assertThat(bombs).hasSizeGreaterThan(60);
        check(bomb -> decoder.decode(bomb, Samples.LIMITS));
    }

    @Test
    void neitherDoesOneThatIsCroppedAndResized() throws Exception {
        Transformer transformer = new Transformer(Samples.avif(folder), Samples.LIMITS);
        check(bomb -> transformer.apply(bomb, new Transform(null, 20, 10), new Png()));
    }

    @Test
    void whatDeclaresTooMuchIsRefusedForThisReason() throws Exception {
        Decoder decoder = new Decoder(Samples.avif(folder));
        for (String name : List.of(
                "gif of 35 bytes, 65535 x 65535",
                "gif, small screen, large frame",
                "png, 60000 x 60000",
                "png, interlaced 60000 x 60000",
                "jpeg, 64250 x 64250",
                "jpeg, 10,000 scans",
                "webp, canvas of 2^24",
                "webp, small canvas, large pixels",
                "avif, 65536 x 65536")) {
            assertThat(refusal(() -> decoder.decode(bomb(name), Samples.LIMITS)))
                    .as(name)
                    .isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void whatOnlyCarriesTooMuchIsReadWithoutIt() throws Exception {
        Decoder decoder = new Decoder(Samples.avif(folder));
        for (String name : List.of(
                "png, zTXt of 60 MB",
                "png, profile of 60 MB",
                "png, 20,000 frames",
                "png, 1 x 1 that inflates to 60 MB",
                "png, 500,000 empty pieces",
                "jpeg, 150 profiles",
                "jpeg, 1,000,000 comments",
                "jpeg, thumbnail that lies",
                "gif, 100,000 frames",
                "gif, 1,000,000 comments",
                "webp, 50,000 frames",
                "webp, profile of 10 MB")) {
            BufferedImage image = decoder.decode(bomb(name), Samples.LIMITS);
            assertThat(image.getWidth()).as(name).isBetween(1, 100);
        }
    }

    private static void check(Use use) {
        List<String> outcomes = new ArrayList<>();
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (Map.Entry<String, byte[]> bomb : bombs.entrySet()) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            Reason reason = refusal(() -> use.of(bomb.getValue()));
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            assertThat(allocated).as(bomb.getKey()).isLessThanOrEqualTo(BUDGET);
            if (reason != null) {
                reasons.add(reason);
                outcomes.add(bomb.getKey());
            }
        }
        assertThat(outcomes).hasSizeGreaterThan(40);
        assertThat(reasons).contains(Reason.TOO_LARGE, Reason.BROKEN, Reason.UNKNOWN_FORMAT, Reason.UNSUPPORTED);
    }

    private static byte[] bomb(String name) {
        return Objects.requireNonNull(bombs.get(name), name);
    }

    private interface Attempt {
        Object make() throws PictureException;
    }

    private static @Nullable Reason refusal(Attempt attempt) {
        try {
            assertThat(attempt.make()).isNotNull();
            return null;
        } catch (PictureException refused) {
            assertThat(refused).message().endsWith(".");
            return refused.reason();
        }
    }
}
