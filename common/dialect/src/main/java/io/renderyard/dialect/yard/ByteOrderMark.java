package io.renderyard.dialect.yard;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** What some programs write before UTF-8 text. */
final class ByteOrderMark {
    private ByteOrderMark() {}

    static InputStream skip(InputStream text) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(text, 3);
        byte[] first = bytes.readNBytes(3);
        boolean mark =
                first.length == 3 && first[0] == (byte) 0xEF && first[1] == (byte) 0xBB && first[2] == (byte) 0xBF;
        if (!mark) {
            bytes.unread(first);
        }
        return bytes;
    }
}
