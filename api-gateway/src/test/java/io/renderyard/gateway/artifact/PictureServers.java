package io.renderyard.gateway.artifact;

import io.renderyard.gateway.GatewaySettings;
import io.renderyard.kernel.artifact.ArtifactStore;
import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Makes servers of pictures as the gateway does, for tests of the faces. */
public final class PictureServers {
    private PictureServers() {}

    /** One that changes pictures of up to a million pixels, in the thread of who asks. */
    public static PictureServer over(ArtifactStore store) {
        GatewaySettings.Transforms settings = new GatewaySettings.Transforms(
                DataSize.ofMegabytes(1), 1, Duration.ofSeconds(5), 1_000_000, DataSize.ofMegabytes(1));
        return new PictureServer(store, new AlteredPictures(store, settings, Runnable::run));
    }
}
