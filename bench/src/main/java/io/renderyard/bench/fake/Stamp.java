package io.renderyard.bench.fake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Which attempt made a picture, written into its bytes: a black pixel as PNG, with the stamp in a text chunk before the
 * end.
 *
 * @param job its id as text
 * @param attempt its number
 */
public record Stamp(String job, int attempt) {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] HEAD = HEX.parseHex("89504e470d0a1a0a" + "0000000d4948445200000001000000010800000000"
            + "3a7e9b55" + "0000000a49444154789c6360000000020001" + "48afa471");
    private static final byte[] END = HEX.parseHex("0000000049454e44ae426082");
    private static final String KEYWORD = "Comment";
    private static final Pattern TEXT = Pattern.compile("^" + KEYWORD + "\0job (\\S+) attempt (\\d+)$");
    private static final int LENGTH_BYTES = 4;
    private static final int TYPE_BYTES = 4;

    byte[] picture() {
        byte[] chunk =
                ("tEXt" + KEYWORD + "\0job " + job + " attempt " + attempt).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        picture.writeBytes(HEAD);
        picture.writeBytes(number(chunk.length - TYPE_BYTES));
        picture.writeBytes(chunk);
        picture.writeBytes(number(checksum(chunk)));
        picture.writeBytes(END);
        return picture.toByteArray();
    }

    /** @throws IllegalArgumentException when these bytes are not a whole picture with a stamp */
    public static Stamp read(byte[] picture) {
        int from = HEAD.length + LENGTH_BYTES + TYPE_BYTES;
        int to = picture.length - END.length - LENGTH_BYTES;
        if (to <= from || !Arrays.equals(Arrays.copyOf(picture, HEAD.length), HEAD)) {
            throw new IllegalArgumentException("These " + picture.length + " bytes are no picture of a fake renderer.");
        }
        String text = new String(picture, from, to - from, StandardCharsets.ISO_8859_1);
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("There is no stamp in: " + text);
        }
        Stamp stamp = new Stamp(matcher.group(1), Integer.parseInt(matcher.group(2)));
        if (!Arrays.equals(picture, stamp.picture())) {
            throw new IllegalArgumentException("The picture of " + stamp + " is not as it was made.");
        }
        return stamp;
    }

    private static int checksum(byte[] chunk) {
        CRC32 sum = new CRC32();
        sum.update(chunk);
        return (int) sum.getValue();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
