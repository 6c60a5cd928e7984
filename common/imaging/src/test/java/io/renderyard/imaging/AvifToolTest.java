package io.renderyard.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.imaging.PictureException.Reason;
import io.renderyard.kernel.render.PictureFormat.Avif;
import io.renderyard.kernel.render.PictureFormat.Png;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvifToolTest {
    private static final Avif FORMAT = new Avif(70, 9);

    @TempDir
    Path folder;

    private AvifTool installed() {
        for (String tool : List.of("avifenc", "avifdec")) {
            boolean found = Arrays.stream(System.getenv("PATH").split(":"))
                    .anyMatch(path -> Files.isExecutable(Path.of(path, tool)));
            assertThat(found).as(tool + " of the package libavif-bin").isTrue();
        }
        return Samples.avif(folder.resolve("work"));
    }

    @Test
    void picturesWithAndWithoutAlphaComeBackAlmostAsTheyWere() throws Exception {
        AvifTool tool = installed();
        for (boolean alpha : new boolean[] {true, false}) {
            BufferedImage image = Samples.gradient(96, 64, alpha);
            byte[] avif = new Encoder(tool, 1).encode(image, FORMAT);
            assertThat(PictureHeader.read(avif)).isEqualTo(new PictureHeader(PictureType.AVIF, 96, 64, 1));
            BufferedImage back = new Decoder(tool).decode(avif, Samples.LIMITS);
            assertThat(back.getColorModel().hasAlpha()).isEqualTo(alpha);
            assertThat(back.getRGB(90, 20) >> 16 & 0xFF).isBetween(70, 90);
            assertThat(back.getRGB(48, 20) >>> 24).isBetween(alpha ? 120 : 255, alpha ? 135 : 255);
        }
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void theSamePictureGivesTheSameBytesAndBetterQualityMore() throws Exception {
        Encoder encoder = new Encoder(installed(), 1);
        BufferedImage image = Samples.noise(96, 64);
        assertThat(encoder.encode(image, FORMAT)).isEqualTo(encoder.encode(image, FORMAT));
        assertThat(encoder.encode(image, new Avif(90, 9)).length)
                .isGreaterThan(encoder.encode(image, new Avif(20, 9)).length);
    }

    @Test
    void aStoredAvifIsTransformed() throws Exception {
        AvifTool tool = installed();
        byte[] avif = new Encoder(tool, 1).encode(Samples.gradient(96, 64, false), FORMAT);
        byte[] png = new Transformer(tool, Samples.LIMITS).apply(avif, new Transform(null, 48, null), new Png());
        assertThat(PictureHeader.read(png)).isEqualTo(new PictureHeader(PictureType.PNG, 48, 32, 1));
    }

    @Test
    void aDamagedPictureIsItsOwnFault() throws Exception {
        AvifTool tool = installed();
        byte[] avif = new Encoder(tool, 1).encode(Samples.gradient(96, 64, false), FORMAT);
        Arrays.fill(avif, avif.length / 2, avif.length, (byte) 7);
        assertThatThrownBy(() -> new Decoder(tool).decode(avif, Samples.LIMITS))
                .isInstanceOfSatisfying(
                        PictureException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.BROKEN));
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void aMissingProgramIsNamedWithItsPackage() {
        AvifTool tool = new AvifTool(folder, Duration.ofSeconds(5), "no-such-avifenc", "no-such-avifdec");
        assertThatThrownBy(() -> new Encoder(tool, 1).encode(Samples.noise(4, 4), FORMAT))
                .isInstanceOf(MissingToolException.class)
                .hasMessageContaining("no-such-avifenc")
                .hasMessageContaining("libavif-bin");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aProgramThatHangsIsEnded() throws Exception {
        AvifTool tool = script("echo $$ > ../pid; exec sleep 600", Duration.ofMillis(300));
        assertThatThrownBy(() -> new Encoder(tool, 1).encode(Samples.noise(4, 4), FORMAT))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("took longer");
        assertThatNothingRuns();
    }

    @Test
    void anInterruptEndsTheProgram() throws Exception {
        AvifTool tool = script("echo $$ > ../pid; exec sleep 600", Duration.ofSeconds(60));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Encoder(tool, 1).encode(Samples.noise(4, 4), FORMAT))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted())
                .as("the interrupt is kept for the caller")
                .isTrue();
        assertThatNothingRuns();
    }

    @Test
    void whatTheProgramSaysIsPassedOn() throws Exception {
        AvifTool tool = script("echo the colours are wrong >&2; exit 3", Duration.ofSeconds(60));
        assertThatThrownBy(() -> new Encoder(tool, 1).encode(Samples.noise(4, 4), FORMAT))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("the colours are wrong");
    }

    private AvifTool script(String body, Duration timeout) throws Exception {
        Path script = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return new AvifTool(folder, timeout, script.toString(), script.toString());
    }

    /** A program that was ended before it could say who it is does not run either. */
    private void assertThatNothingRuns() throws Exception {
        Path pid = folder.resolve("pid");
        if (Files.exists(pid) && Files.size(pid) > 0) {
            long number = Long.parseLong(Files.readString(pid).strip());
            ProcessHandle.of(number)
                    .ifPresent(left ->
                            left.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        }
        try (var files = Files.list(folder)) {
            assertThat(files.filter(Files::isDirectory)).isEmpty();
        }
    }
}
