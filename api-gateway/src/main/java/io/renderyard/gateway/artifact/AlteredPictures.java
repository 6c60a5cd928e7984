package io.renderyard.gateway.artifact;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renderyard.gateway.GatewaySettings;
import io.renderyard.imaging.AvifTool;
import io.renderyard.imaging.CropRefusedException;
import io.renderyard.imaging.DecodeLimits;
import io.renderyard.imaging.PictureException;
import io.renderyard.imaging.Transformer;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.process.web.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Makes changed pictures and keeps the ones that are asked for again, in memory: they can always be made anew, so nothing
 * has to be deleted or counted when the stored picture goes. Requests for the same one share one making, and only a few
 * are made at once.
 */
@Component
class AlteredPictures {
    private static final Duration TOOL_TIMEOUT = Duration.ofSeconds(20);

    private final ArtifactStore store;
    private final Transformer transformer;
    private final GatewaySettings.Transforms settings;
    private final Executor executor;
    private final Semaphore turns;
    private final AsyncCache<String, byte[]> made;

    @Autowired
    AlteredPictures(ArtifactStore store, GatewaySettings settings) {
        this(
                store,
                settings.transforms(),
                task -> Thread.ofVirtual().name("transform").start(task));
    }

    AlteredPictures(ArtifactStore store, GatewaySettings.Transforms settings, Executor executor) {
        this.store = store;
        this.settings = settings;
        this.executor = executor;
        this.transformer = new Transformer(
                new AvifTool(Path.of(System.getProperty("java.io.tmpdir")), TOOL_TIMEOUT),
                new DecodeLimits(
                        SizeLimit.MAX_SIDE,
                        settings.maxPixels(),
                        settings.maxBytes().toBytes()));
        this.turns = new Semaphore(settings.concurrent(), true);
        this.made = Caffeine.newBuilder()
                .maximumWeight(settings.cache().toBytes())
                .weigher((String digest, byte[] bytes) -> bytes.length + digest.length())
                .buildAsync();
    }

    /**
     * @param changes name what is wrong: others who share the making may have written it in another way
     * @throws ProblemException that says why not; what failed is tried anew when it is asked for again
     */
    byte[] get(Artifact artifact, Alteration alteration, Changes changes) {
        try {
            return made.get(
                            alteration.digest(artifact),
                            (_, _) -> CompletableFuture.supplyAsync(() -> make(artifact, alteration), executor))
                    .join();
        } catch (CompletionException e) {
            throw switch (e.getCause()) {
                case CropRefusedException crop -> Refusals.wrong(List.of(changes.error(crop.refusal())));
                case ProblemException problem -> problem;
                case null, default -> e;
            };
        }
    }

    private byte[] make(Artifact artifact, Alteration alteration) {
        if (!hasTurn()) {
            throw Refusals.busy();
        }
        try {
            return transformer.apply(stored(artifact), alteration.transform(), alteration.format());
        } catch (CropRefusedException e) {
            throw new CompletionException(e);
        } catch (PictureException e) {
            throw Refusals.of(e, artifact);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] stored(Artifact artifact) throws IOException {
        if (artifact.size() > settings.maxBytes().toBytes()) {
            throw Refusals.tooLarge(artifact);
        }
        try (InputStream bytes = store.find(artifact.key(), 0).orElseThrow(Refusals::notFound)) {
            return bytes.readAllBytes();
        }
    }
}
