package io.renderyard.gateway.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.renderyard.gateway.GatewaySettings;
import io.renderyard.imaging.Transform;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.process.web.ProblemException;
import io.renderyard.storage.FilesystemArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class AlteredPicturesTest {
    private static final Alteration SMALL = new Alteration(new Transform(null, 6, null), new PictureFormat.Png());

    private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    private final FilesystemArtifactStore store;
    private final Artifact artifact;

    AlteredPicturesTest(@TempDir Path folder) throws IOException {
        store = new FilesystemArtifactStore(folder);
        artifact = StoredPicture.store(store);
    }

    @Test
    void whatWasMadeOnceIsServedFromMemory() throws IOException {
        AlteredPictures pictures = pictures(1_000_000, 1_000, Runnable::run);
        byte[] first = pictures.get(artifact, SMALL, Changes.NONE);
        store.delete(artifact.key());

        assertThat(pictures.get(artifact, SMALL, Changes.NONE)).isSameAs(first);
        assertThat(StoredPicture.decode(first).getWidth()).isEqualTo(6);
        assertThat(StoredPicture.decode(first).getHeight()).isEqualTo(4);
    }

    @Test
    void whatDoesNotFitIntoMemoryIsMadeAnew() throws IOException {
        AlteredPictures pictures = pictures(1_000_000, 0, Runnable::run);
        byte[] first = pictures.get(artifact, SMALL, Changes.NONE);

        // Forgetting happens beside the requests.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(pictures.get(artifact, SMALL, Changes.NONE)).isNotSameAs(first));
        assertThat(pictures.get(artifact, SMALL, Changes.NONE)).isEqualTo(first);
    }

    @Test
    void whoAsksForTheSameAtOnceSharesOneMaking() throws Exception {
        AlteredPictures pictures = pictures(1_000_000, 1_000_000, tasks::add);
        CompletableFuture<byte[]> one = new CompletableFuture<>();
        CompletableFuture<byte[]> other = new CompletableFuture<>();
        Thread first = Thread.ofPlatform().start(() -> one.complete(pictures.get(artifact, SMALL, Changes.NONE)));
        Thread second = Thread.ofPlatform().start(() -> other.complete(pictures.get(artifact, SMALL, Changes.NONE)));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> first.getState() == Thread.State.WAITING && second.getState() == Thread.State.WAITING);

        assertThat(tasks).hasSize(1);
        drain();

        assertThat(one.get(10, TimeUnit.SECONDS)).isSameAs(other.get(10, TimeUnit.SECONDS));
    }

    private void drain() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    @Test
    void aPictureBeyondTheLimitsIsRefusedByItsHead() throws IOException {
        assertThatThrownBy(() -> pictures(100, 0, Runnable::run)
                        .get(artifact, new Alteration(Transform.NONE, new PictureFormat.Webp(80)), Changes.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("60 x 40");
    }

    @Test
    void whatFailedIsTriedAnew() throws IOException {
        AlteredPictures pictures = pictures(1_000_000, 1_000_000, Runnable::run);
        byte[] stored = store.find(artifact.key(), 0).orElseThrow().readAllBytes();
        store.delete(artifact.key());
        assertThatThrownBy(() -> pictures.get(artifact, SMALL, Changes.NONE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no picture");
        store.store(artifact.key(), new Content.InMemory(stored));

        assertThat(pictures.get(artifact, SMALL, Changes.NONE)).isNotEmpty();
    }

    private AlteredPictures pictures(long maxPixels, long cache, Executor executor) throws IOException {
        return new AlteredPictures(
                store,
                new GatewaySettings.Transforms(
                        DataSize.ofBytes(cache), 1, Duration.ofSeconds(5), maxPixels, DataSize.ofMegabytes(1)),
                executor);
    }
}
