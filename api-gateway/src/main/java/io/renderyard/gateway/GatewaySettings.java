package io.renderyard.gateway;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code renderyard.gateway}.
 *
 * @param maxBody largest body of a submission
 * @param dispatcherUrl where polls are handed on to; unset where an ingress routes them, or one process does both
 * @param transforms pictures that are changed on reading
 * @param images pictures with a lasting address
 * @param templateBatches batches that render a template with many sets of values
 */
@ConfigurationProperties(prefix = "renderyard.gateway", ignoreUnknownFields = false)
public record GatewaySettings(
        @DefaultValue("10MB") DataSize maxBody,
        @Nullable URI dispatcherUrl,
        @DefaultValue Transforms transforms,
        @DefaultValue Images images,
        @DefaultValue TemplateBatches templateBatches) {

    /** @param sets most sets of values in a batch; all of its results are told in one answer */
    public record TemplateBatches(@DefaultValue("1000") int sets) {
        private static final int MOST = 10_000;

        public TemplateBatches {
            if (sets < 1 || sets > MOST) {
                throw new IllegalArgumentException(
                        "renderyard.gateway.template-batches.sets must be between 1 and " + MOST);
            }
        }
    }

    /**
     * Pictures with a lasting address.
     *
     * @param patience how long whoever asks for one waits while it is drawn
     * @param signedAnswer what a signed address answers with
     */
    public record Images(
            @DefaultValue("60s") Duration patience,
            @DefaultValue("redirect") SignedAnswer signedAnswer) {}

    /** What a signed address answers with. */
    public enum SignedAnswer {
        /** Where the picture is; 301. */
        REDIRECT,
        /** The picture itself, for readers that follow no redirects. */
        PICTURE
    }

    /**
     * What changing pictures on reading may cost this process.
     *
     * @param cache memory for changed pictures; what does not fit is made anew when it is asked for again
     * @param concurrent how many are made at once; each takes up to a core and 8 bytes per pixel
     * @param patience how long a request waits for its turn
     * @param maxPixels largest picture that is taken into memory
     * @param maxBytes largest stored picture that is read
     */
    public record Transforms(
            @DefaultValue("64MB") DataSize cache,
            @DefaultValue("2") int concurrent,
            @DefaultValue("20s") Duration patience,
            @DefaultValue("30000000") long maxPixels,
            @DefaultValue("64MB") DataSize maxBytes) {
        public Transforms {
            if (concurrent < 1) {
                throw new IllegalArgumentException("renderyard.gateway.transforms.concurrent must be at least 1");
            }
        }
    }
}
