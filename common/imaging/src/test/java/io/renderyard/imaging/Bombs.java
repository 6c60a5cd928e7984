package io.renderyard.imaging;

import static io.renderyard.imaging.Build.anmf;
import static io.renderyard.imaging.Build.ascii;
import static io.renderyard.imaging.Build.avif;
import static io.renderyard.imaging.Build.be;
import static io.renderyard.imaging.Build.box;
import static io.renderyard.imaging.Build.bytes;
import static io.renderyard.imaging.Build.chunk;
import static io.renderyard.imaging.Build.frame;
import static io.renderyard.imaging.Build.gif;
import static io.renderyard.imaging.Build.ihdr;
import static io.renderyard.imaging.Build.ispe;
import static io.renderyard.imaging.Build.join;
import static io.renderyard.imaging.Build.jpeg;
import static io.renderyard.imaging.Build.png;
import static io.renderyard.imaging.Build.repeat;
import static io.renderyard.imaging.Build.riff;
import static io.renderyard.imaging.Build.segment;
import static io.renderyard.imaging.Build.sof;
import static io.renderyard.imaging.Build.vp8;
import static io.renderyard.imaging.Build.vp8l;
import static io.renderyard.imaging.Build.vp8x;
import static io.renderyard.imaging.Build.webp;
import static io.renderyard.imaging.Build.zeros;

import io.renderyard.kernel.render.PictureFormat.Jpeg;
import io.renderyard.kernel.render.PictureFormat.Webp;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;

/** Small files that would fill the memory of whoever believes them. */
final class Bombs {
    private static final long HUGE = 60_000_000;

    private final Map<String, byte[]> all = new LinkedHashMap<>();

    static Map<String, byte[]> all() throws PictureException {
        Bombs bombs = new Bombs();
        bombs.gifs();
        bombs.pngSizes();
        bombs.pngChunks();
        bombs.jpegs();
        bombs.webps();
        bombs.avifs();
        bombs.others();
        return bombs.all;
    }

    private void gifs() {
        byte[] code = bytes(0x44, 1);
        all.put(
                "gif of 35 bytes, 65535 x 65535",
                join(
                        ascii("GIF89a"),
                        bytes(255, 255, 255, 255, 0, 0, 0),
                        bytes(0x2C, 0, 0, 0, 0, 255, 255, 255, 255, 0),
                        bytes(2, 2, 0x44, 1, 0, 0x3B, 0, 0, 0, 0, 0, 0)));
        all.put("gif, small screen, large frame", gif(1, 1, frame(0, 0, 65_535, 65_535, code)));
        all.put("gif, large screen, small frame", gif(65_535, 65_535, frame(0, 0, 1, 1, code)));
        all.put("gif, frame far off", gif(1, 1, frame(65_535, 65_535, 1, 1, code)));
        all.put("gif, 100,000 frames", gif(100, 100, repeat(frame(0, 0, 100, 100, code), 100_000)));
        all.put(
                "gif, 1,000,000 comments",
                gif(100, 100, repeat(bytes(0x21, 0xFE, 1, 65, 0), 1_000_000), frame(0, 0, 100, 100, code)));
        all.put("gif, large second frame", gif(10, 10, frame(0, 0, 10, 10, code), frame(0, 0, 65_535, 65_535, code)));
        all.put("gif, many codes for few pixels", gif(1, 1, frame(0, 0, 1, 1, repeat(bytes(0x44), 200))));
        all.put("gif, truncated", join(ascii("GIF89a"), bytes(10, 0, 10, 0, 0xF7, 0, 0)));
        all.put(
                "gif, codes of 200 bits",
                gif(9, 9, join(bytes(0x2C, 0, 0, 0, 0, 9, 0, 9, 0, 0, 200), bytes(2, 1, 2, 0))));
        all.put("gif, no frame", gif(10, 10));
    }

    private void pngSizes() {
        byte[] nothing = chunk("IDAT", zeros(100));
        all.put("png, 2^31-1 on both sides", png(ihdr(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 6, 0), nothing));
        all.put("png, 4294967295 wide", png(ihdr(-1, 1, 8, 6, 0), nothing));
        all.put("png, 60000 x 60000", png(ihdr(60_000, 60_000, 8, 2, 0), chunk("IDAT", zeros(HUGE))));
        all.put("png, 100000 x 1", png(ihdr(100_000, 1, 8, 2, 0), nothing));
        all.put("png, 1 x 100000", png(ihdr(1, 100_000, 1, 0, 0), nothing));
        all.put("png, interlaced 60000 x 60000", png(ihdr(60_000, 60_000, 8, 6, 1), nothing));
        all.put("png, interlaced 1 x 1 with much data", png(ihdr(1, 1, 8, 6, 1), chunk("IDAT", zeros(HUGE))));
        all.put("png, 1 x 1 that inflates to 60 MB", png(ihdr(1, 1, 8, 6, 0), chunk("IDAT", zeros(HUGE))));
        all.put("png, 2000 x 2000 without data", png(ihdr(2000, 2000, 8, 6, 0), nothing));
        all.put("png, 16 bits, 9000 x 9000", png(ihdr(9000, 9000, 16, 6, 0), nothing));
        all.put("png, no size", png(ihdr(0, 0, 8, 6, 0), nothing));
        all.put("png, unknown colours", png(ihdr(10, 10, 3, 7, 0), nothing));
        all.put("png, unknown filter", png(ihdr(10, 10, 8, 6, 0), chunk("IDAT", deflated(repeat(bytes(9), 410)))));
        all.put("png, palette missing", png(ihdr(10, 10, 8, 3, 0), nothing));
        all.put(
                "png, colour beyond the palette",
                png(ihdr(1, 1, 8, 3, 0), chunk("PLTE", new byte[3]), chunk("IDAT", deflated(bytes(0, 200)))));
    }

    private void pngChunks() {
        byte[] size = ihdr(1, 1, 8, 6, 0);
        byte[] pixel = chunk("IDAT", zeros(5));
        byte[] text = join(ascii("a\0\0"), zeros(HUGE));
        all.put("png, zTXt of 60 MB", png(size, chunk("zTXt", text), pixel));
        all.put("png, iTXt of 60 MB", png(size, chunk("iTXt", join(ascii("a\0\1\0\0\0"), zeros(HUGE))), pixel));
        all.put("png, profile of 60 MB", png(size, chunk("iCCP", text), pixel));
        all.put("png, profile in a profile", png(size, chunk("iCCP", join(ascii("a\0\0"), deflated(text))), pixel));
        all.put("png, 20,000 profiles", png(size, repeat(chunk("iCCP", ascii("a\0\0x")), 20_000), pixel));
        all.put("png, chunk of 2 GB", png(size, be(Integer.MAX_VALUE), ascii("teXt"), pixel));
        all.put("png, chunk of 4 GB", png(size, be(-1), ascii("teXt"), pixel));
        all.put("png, palette of 2 GB", png(ihdr(1, 1, 8, 3, 0), be(Integer.MAX_VALUE), ascii("PLTE"), pixel));
        all.put("png, alpha of 2 GB", png(ihdr(1, 1, 8, 3, 0), be(Integer.MAX_VALUE), ascii("tRNS"), pixel));
        all.put("png, 2 billion frames", png(size, chunk("acTL", be(Integer.MAX_VALUE, 0)), pixel));
        all.put(
                "png, 20,000 frames",
                png(
                        size,
                        chunk("acTL", be(20_000, 0)),
                        pixel,
                        repeat(chunk("fcTL", join(be(0, 30_000, 30_000, 0, 0), new byte[6])), 20_000)));
        all.put("png, 500,000 empty pieces", png(size, repeat(chunk("IDAT", new byte[0]), 500_000), pixel));
        all.put("png, tag of 10 MB", png(size, chunk("eXIf", new byte[10_000_000]), pixel));
    }

    private void jpegs() throws PictureException {
        byte[] good =
                new Encoder(Samples.avif(Path.of("unused")), 1).encode(Samples.gradient(64, 64, false), new Jpeg(50));
        byte[] body = Arrays.copyOfRange(good, 2, good.length);
        byte[] start = bytes(0xFF, 0xD8);
        byte[] scan = segment(0xDA, bytes(1, 1, 0, 0, 63, 0));
        all.put("jpeg, 64250 x 64250", jpeg(sof(0xC0, 64_250, 64_250, 3), scan));
        all.put("jpeg, progressive 65500 x 65500", jpeg(sof(0xC2, 65_500, 65_500, 4), scan));
        all.put("jpeg, 1 x 65535", jpeg(sof(0xC0, 1, 65_535, 1), scan));
        all.put("jpeg, height to follow", jpeg(sof(0xC0, 100, 0, 3), scan));
        all.put("jpeg, 255 components", jpeg(sof(0xC0, 100, 100, 255), scan));
        all.put("jpeg, no tables", jpeg(sof(0xC0, 1000, 1000, 3), scan));
        all.put("jpeg, size after the pixels", jpeg(scan, sof(0xC0, 10, 10, 3)));
        all.put("jpeg, 10,000 scans", jpeg(sof(0xC2, 100, 100, 1), repeat(scan, 10_000)));
        all.put(
                "jpeg, 150 profiles",
                join(
                        start,
                        repeat(segment(0xE2, join(ascii("ICC_PROFILE\0"), bytes(1, 255), new byte[65_000])), 150),
                        body));
        all.put("jpeg, 1,000,000 comments", join(start, repeat(segment(0xFE, new byte[0]), 1_000_000), body));
        all.put("jpeg, 1,000,000 bytes of padding", join(start, repeat(bytes(0xFF), 1_000_000), body));
        all.put(
                "jpeg, thumbnail that lies",
                join(start, segment(0xE0, join(ascii("JFIF\0"), bytes(1, 1, 0, 0, 1, 0, 1, 255, 255))), body));
        all.put("jpeg, sizes that differ", join(start, sof(0xC0, 8, 8, 3), body));
        all.put("jpeg, segment without end", join(start, bytes(0xFF, 0xE1, 0xFF, 0xFF)));
        all.put("jpeg, segment of no length", join(start, bytes(0xFF, 0xE1, 0, 0), body));
    }

    private void webps() throws PictureException {
        byte[] good = new Encoder(Samples.avif(Path.of("unused")), 10_000)
                .encode(Samples.gradient(64, 64, false), new Webp(50));
        byte[] chunks = Arrays.copyOfRange(good, 12, good.length);
        all.put("webp, canvas of 2^24", webp(vp8x(0, 1 << 24, 1 << 24), chunks));
        all.put("webp, lossy 16383 x 16383", webp(vp8(16_383, 16_383)));
        all.put("webp, lossless 16384 x 16384", webp(vp8l(16_384, 16_384)));
        all.put("webp, small canvas, large pixels", webp(vp8x(0, 1, 1), vp8l(16_384, 16_384)));
        all.put("webp, 50,000 frames", webp(vp8x(2, 64, 64), repeat(anmf(64, 64, chunks), 5_000)));
        all.put("webp, frame of 2^24", webp(vp8x(2, 4, 4), anmf(1 << 24, 1 << 24, chunks)));
        all.put("webp, profile of 10 MB", webp(vp8x(0x20, 64, 64), riff("ICCP", new byte[10_000_000]), chunks));
        all.put("webp, lossless rubbish", webp(vp8l(1_000, 1_000)));
        all.put("webp, lossy rubbish", webp(vp8(1_000, 1_000)));
        all.put("webp, alpha that lies", webp(vp8x(0x10, 64, 64), riff("ALPH", bytes(1, 2, 3)), chunks));
        all.put("webp, chunk of 4 GB", webp(ascii("VP8X"), be(-1), new byte[20]));
        all.put("webp, nothing in it", webp());
    }

    private void avifs() {
        all.put("avif, 2^32-1 on both sides", avif(ispe(-1, -1)));
        all.put("avif, 65536 x 65536", avif(ispe(1, 1), ispe(65_536, 65_536)));
        all.put("avif, 100,000 sizes", avif(repeat(ispe(10, 10), 100_000)));
        all.put("avif, no pixels", avif(ispe(10, 10)));
        all.put("avif, no size", avif());
        all.put("avif, boxes of no length", join(box("ftyp", ascii("avif"), be(0)), repeat(be(0, 0), 1_000)));
        all.put("avif, box of 2^63", join(box("ftyp", ascii("avif"), be(0)), be(1), ascii("meta"), be(-1, -1)));
        all.put("avif, boxes in boxes", avif(nested(1_000)));
        all.put("avif, truncated", Arrays.copyOf(avif(ispe(10, 10)), 60));
    }

    private void others() {
        all.put(
                "svg, a billion laughs",
                ascii("<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;'>]><svg>&b;</svg>"));
        all.put("svg, uses itself", ascii("<svg><g id='a'><use href='#a'/><use href='#a'/></g></svg>"));
        all.put("svg, 10^9 wide", ascii("<svg width='1000000000' height='1000000000'/>"));
        all.put("bmp, 60000 x 60000", join(ascii("BM"), new byte[16], Build.le16(60_000, 0, 60_000, 0), new byte[30]));
        all.put("ico", bytes(0, 0, 1, 0, 255, 255, 0, 0));
        all.put("zip", ascii("PK\3\4"));
        all.put("nothing", new byte[0]);
    }

    private static byte[] nested(int depth) {
        byte[] inner = ispe(10, 10);
        for (int i = 0; i < depth; i++) {
            inner = box("ipco", inner);
        }
        return inner;
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + 1_000];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
