package io.renderyard.worker.developing;

import io.renderyard.imaging.AvifTool;
import io.renderyard.imaging.DecodeLimits;
import io.renderyard.imaging.Encoder;
import io.renderyard.imaging.Transformer;
import io.renderyard.kernel.render.SizeLimit;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The limits are those of our own captures: nothing else comes in here. */
@Configuration(proxyBeanMethods = false)
public class DevelopingConfiguration {
    private static final Duration LONGEST_ENCODING = Duration.ofMinutes(2);

    /** WebP is held whole while it is written, with 8 bytes a pixel. */
    private static final long MOST_PIXELS_HELD = 100_000_000;

    @Bean
    Darkroom darkroom() {
        return darkroom(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param temporary where programs that encode keep their files meanwhile */
    public static Darkroom darkroom(Path temporary) {
        AvifTool avif = new AvifTool(temporary, LONGEST_ENCODING);
        DecodeLimits limits = new DecodeLimits(SizeLimit.MAX_SIDE, SizeLimit.MAX_PIXELS, Integer.MAX_VALUE);
        return new Darkroom(new Enlarger(new Transformer(avif, limits), new Encoder(avif, MOST_PIXELS_HELD)));
    }
}
