package io.renderyard.gateway.face.pictify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Extent;
import io.renderyard.storage.FilesystemArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataUrlsTest {
    private final FilesystemArtifactStore store;
    private final DataUrls urls;

    DataUrlsTest(@TempDir Path folder) {
        this.store = new FilesystemArtifactStore(folder);
        this.urls = new DataUrls(store);
    }

    @Test
    void aPictureIsItsTypeAndItsBytes() throws IOException {
        store.store(picture(3).key(), new Content.InMemory(new byte[] {1, 2, 3}));

        assertThat(urls.of(picture(3))).isEqualTo("data:image/webp;base64,AQID");
    }

    @Test
    void whatIsTooLargeOrGoneIsTold() {
        assertThatThrownBy(() -> urls.of(picture(DataUrls.MOST + 1)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("more than 10 MB");
        assertThatThrownBy(() -> urls.of(picture(3)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no longer kept");
    }

    private static Artifact picture(long size) {
        return new Artifact(
                new ArtifactId("a".repeat(26)),
                new ArtifactKey("4f/a-1.webp"),
                "image/webp",
                size,
                new Extent.Still(1, 1),
                "ab");
    }
}
