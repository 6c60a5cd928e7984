package io.renderyard.imaging.gif;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GifEncoderTest {
    private static final GifOptions BEST = new GifOptions(256, Dither.ORDERED, 0);

    @Test
    void aClipOfFewColoursComesBackExactly() throws IOException {
        Clip clip = flat(6);
        Played played = clip.played(BEST);
        assertThat(played.frames()).hasSize(6);
        for (int i = 0; i < 6; i++) {
            assertThat(played.pixels(i)).isEqualTo(Played.pixels(clip.frame(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 255, 256})
    void asManyColoursAsThePaletteHasComeBackExactly(int colours) throws IOException {
        BufferedImage first = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        BufferedImage second = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 512; i++) {
            first.setRGB(i % 32, i / 32, i % colours * 0x010307);
            second.setRGB(i % 32, i / 32, (i < 40 ? i : i * 7) % colours * 0x010307);
        }
        Clip clip = Clip.of(100, first, second, first);
        Played played = clip.played(BEST);
        for (int i = 0; i < played.frames().size(); i++) {
            assertThat(played.pixels(i)).isEqualTo(Played.pixels(clip.frame(i)));
        }
    }

    @ParameterizedTest
    @CsvSource({"256, ORDERED, 36", "256, NONE, 37", "64, ORDERED, 30", "64, NONE, 31", "8, ORDERED, 20", "2, NONE, 9"})
    void manyColoursStayNearWhatWasAskedFor(int colours, Dither dither, double decibels) throws IOException {
        Clip clip = Clip.card(8);
        assertThat(clip.played(new GifOptions(colours, dither, 0)).psnr(clip)).isGreaterThan(decibels);
    }

    @ParameterizedTest
    @EnumSource(Dither.class)
    void whatStandsStillIsNotTouched(Dither dither) throws IOException {
        Clip clip = Clip.card(8);
        Played played = clip.played(new GifOptions(64, dither, 0));
        for (int i = 1; i < 8; i++) {
            int[] before = Played.pixels(clip.frame(i - 1));
            int[] now = Played.pixels(clip.frame(i));
            int[] shownBefore = played.pixels(i - 1);
            int[] shown = played.pixels(i);
            assertThat(IntStream.range(0, now.length).filter(at -> now[at] == before[at]))
                    .hasSizeGreaterThan(5000)
                    .allMatch(at -> shown[at] == shownBefore[at]);
        }
    }

    @Test
    void theLargestFlatAreaKeepsItsColourAmongThousands() throws IOException {
        Clip clip = Clip.drawn(1, 200, 200, (graphics, i) -> {
            graphics.drawImage(Clip.noise(200, 100, 1), 0, 0, null);
            graphics.setColor(new Color(0x1E293B));
            graphics.fillRect(0, 100, 200, 100);
        });
        int[] shown = clip.played(BEST).pixels(0);
        assertThat(IntStream.of(shown).skip(100 * 200)).hasSize(100 * 200).allMatch(pixel -> pixel == 0xFF1E293B);
    }

    @Test
    void onlyTheSmallestRectangleThatChangedIsWritten() throws IOException {
        BufferedImage changed = Clip.plain(50, 40, 0xFFFFFFFF);
        changed.setRGB(7, 9, 0xFF000000);
        changed.setRGB(20, 31, 0xFF00FF00);
        Played played = Clip.of(100, Clip.plain(50, 40, 0xFFFFFFFF), changed).played(BEST);
        assertThat(played.area(0)).isEqualTo(new Rectangle(0, 0, 50, 40));
        assertThat(played.area(1)).isEqualTo(new Rectangle(7, 9, 14, 23));
        assertThat(played.frames()).extracting(Played.Shown::disposal).containsOnly("doNotDispose");
    }

    @Test
    void equalFramesInARowBecomeOneThatLastsLonger() throws IOException {
        BufferedImage white = Clip.plain(4, 4, 0xFFFFFFFF);
        BufferedImage black = Clip.plain(4, 4, 0xFF000000);
        assertThat(Clip.of(70, white, white, white, black, white, white)
                        .played(BEST)
                        .delays())
                .containsExactly(21, 7, 14);
    }

    @Test
    void aVeryLongStandstillIsSplitWhereTheDelayEnds() throws IOException {
        BufferedImage white = Clip.plain(3, 3, 0xFFFFFFFF);
        Played played = Clip.of(600_000, white, white).played(BEST);
        assertThat(played.delays()).containsExactly(60_000, 60_000);
        assertThat(played.area(1)).isEqualTo(new Rectangle(0, 0, 1, 1));
        assertThat(played.pixels(1)).isEqualTo(played.pixels(0));
    }

    @Test
    void holesAreTransparentAndCloseAndOpenAgain() throws IOException {
        Clip clip = Clip.drawn(6, 40, 30, (graphics, i) -> {
            graphics.setColor(Color.BLUE);
            graphics.fillRect(2, 2, 10, 10);
            graphics.setColor(Color.RED);
            graphics.fillRect(5 * i, 12 - i, 12, 9);
        });
        Played played = clip.played(BEST);
        for (int i = 0; i < 6; i++) {
            assertThat(played.pixels(i)).isEqualTo(Played.pixels(clip.frame(i)));
        }
        assertThat(played.frames().getFirst().disposal()).isEqualTo("restoreToBackgroundColor");
        assertThat(played.frames().getLast().disposal()).isEqualTo("doNotDispose");
    }

    @Test
    void aPixelIsAHoleBelowHalfItsOpacity() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x7F102030);
        image.setRGB(1, 0, 0x80102030);
        assertThat(Clip.of(100, image).played(BEST).pixels(0)).containsExactly(0, 0xFF102030);
    }

    @Test
    void holesFitBesideMoreColoursThanThePaletteHas() throws IOException {
        BufferedImage noise = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        noise.createGraphics().drawImage(Clip.noise(40, 40, 3), 0, 0, null);
        noise.setRGB(5, 5, 0);
        int[] shown = Clip.of(100, noise).played(BEST).pixels(0);
        assertThat(shown[5 * 40 + 5]).isZero();
        assertThat(IntStream.of(shown).filter(pixel -> pixel == 0)).hasSize(1);
    }

    @Test
    void aClipOfNothingButHolesIsAGif() throws IOException {
        assertThat(Clip.of(100, Clip.plain(3, 2, 0), Clip.plain(3, 2, 0))
                        .played(BEST)
                        .pixels(0))
                .containsOnly(0);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_4BYTE_ABGR_PRE
            })
    void everyKindOfImageIsRead(int type) throws IOException {
        BufferedImage image = new BufferedImage(9, 5, type);
        image.createGraphics().drawImage(flat(1).frame(0).getSubimage(0, 0, 9, 5), 0, 0, null);
        assertThat(Clip.of(100, image).played(BEST).pixels(0)).isEqualTo(Played.pixels(image));
    }

    @Test
    void aPartOfALargerImageIsRead() throws IOException {
        BufferedImage part = flat(1).frame(0).getSubimage(11, 7, 30, 20);
        assertThat(Clip.of(100, part).played(BEST).pixels(0)).isEqualTo(Played.pixels(part));
    }

    @Test
    void onePixelIsEnough() throws IOException {
        assertThat(Clip.of(100, Clip.plain(1, 1, 0xFF123456)).played(BEST).pixels(0))
                .containsExactly(0xFF123456);
    }

    @Test
    void aDictionaryThatIsFullStillDecodes() throws IOException {
        Clip clip = Clip.of(100, Clip.noise(300, 300, 1), Clip.noise(300, 300, 2));
        Played played = clip.played(BEST);
        assertThat(played.psnr(clip)).isGreaterThan(20);
    }

    @Test
    void theSameFramesGiveTheSameBytes() throws IOException {
        assertThat(Clip.card(5).encoded(BEST)).isEqualTo(Clip.card(5).encoded(BEST));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 1", "3, 2", "65536, 65535"})
    void theNumberOfRepetitionsIsWritten(int plays, int repetitions) throws IOException {
        byte[] gif = flat(2).encoded(new GifOptions(256, Dither.NONE, plays));
        int at = indexOf(gif, "NETSCAPE2.0");
        assertThat(at).isPositive();
        assertThat(gif[at + 11]).isEqualTo((byte) 3);
        assertThat((gif[at + 13] & 0xFF) | (gif[at + 14] & 0xFF) << 8).isEqualTo(repetitions);
    }

    @Test
    void playingOnceNeedsNoRepetition() throws IOException {
        assertThat(indexOf(flat(2).encoded(new GifOptions(256, Dither.NONE, 1)), "NETSCAPE2.0"))
                .isNegative();
    }

    @Test
    void progressGrowsUpToAllFrames() throws IOException {
        List<Integer> told = new ArrayList<>();
        new GifEncoder(BEST).encode(flat(4), new ByteArrayOutputStream(), (done, all) -> {
            assertThat(all).isEqualTo(4);
            told.add(done);
        });
        assertThat(told).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aMovingDiscIsAFractionOfItsFramesWrittenWhole() throws IOException {
        Clip clip = Clip.card(12);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (BufferedImage frame : clip.frames()) {
            assertThat(ImageIO.write(frame, "gif", whole)).isTrue();
        }
        assertThat(clip.encoded(BEST).length).isLessThan(whole.size() / 2);
    }

    @Test
    void longClipsNeedNoMoreMemoryThanShortOnes() throws IOException {
        long classesLoaded = allocated(2);
        long more = allocated(24) - allocated(4);
        assertThat(classesLoaded).isPositive();
        assertThat(more).isLessThan(20 * 20_000L);
    }

    /** Bytes allocated for so many frames of 300 x 200, which are 240,000 bytes each. */
    private static long allocated(int count) throws IOException {
        BufferedImage one = Clip.noise(300, 200, 1);
        BufferedImage other = Clip.noise(300, 200, 2);
        Clip clip = new Clip(
                IntStream.range(0, count)
                        .mapToObj(i -> i % 2 == 0 ? one : other)
                        .toList(),
                40);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        new GifEncoder(BEST).encode(clip, OutputStream.nullOutputStream(), GifProgress.SILENT);
        return thread.getCurrentThreadAllocatedBytes() - before;
    }

    private static Clip flat(int count) {
        return Clip.drawn(count, 80, 50, (graphics, i) -> {
            graphics.setColor(new Color(0xF7F7FB));
            graphics.fillRect(0, 0, 80, 50);
            graphics.setColor(new Color(0x3366FF));
            graphics.fillOval(8 * i, 10, 24, 24);
        });
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
