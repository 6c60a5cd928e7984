package io.renderyard.worker.developing;

import io.renderyard.imaging.gif.Dither;
import io.renderyard.imaging.gif.FrameSource;
import io.renderyard.imaging.gif.GifEncoder;
import io.renderyard.imaging.gif.GifOptions;
import io.renderyard.imaging.gif.GifProgress;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.worker.rendering.Exposure;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;

/** Makes a moving picture of frames, reading one at a time. */
final class Animator {
    private Animator() {}

    static Picture animate(Exposure.Film film, PictureFormat.Gif format) throws IOException {
        Path file = film.spool().next();
        Frames frames = new Frames(film);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new GifEncoder(new GifOptions(format.colours(), Dither.ORDERED, format.loops()))
                    .encode(frames, out, GifProgress.SILENT);
        }
        return new Picture(new Content.OnDisk(file), format, extent(film, frames.frame(0)));
    }

    private static Extent extent(Exposure.Film film, BufferedImage first) {
        Duration length = film.delays().stream().reduce(Duration.ZERO, Duration::plus);
        return new Extent.Moving(
                first.getWidth(), first.getHeight(), film.frames().size(), length);
    }

    private record Frames(Exposure.Film film) implements FrameSource {
        @Override
        public int size() {
            return film.frames().size();
        }

        @Override
        public BufferedImage frame(int index) throws IOException {
            return ImageIO.read(film.frames().get(index).toFile());
        }

        @Override
        public int durationMillis(int index) {
            // Rounded at the frame's two ends, so that the sum does not drift.
            return (int) (end(index + 1) - end(index));
        }

        private long end(int index) {
            Duration time = Duration.ZERO;
            for (Duration delay : film.delays().subList(0, index)) {
                time = time.plus(delay);
            }
            return Math.round(time.toNanos() / 1e6);
        }
    }
}
