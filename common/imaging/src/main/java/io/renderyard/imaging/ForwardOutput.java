package io.renderyard.imaging;

import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.stream.ImageOutputStreamImpl;

/** Hands bytes on as they are written, for writers that never go back. */
final class ForwardOutput extends ImageOutputStreamImpl {
    private final OutputStream out;

    ForwardOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
        flushBits();
        out.write(b);
        streamPos++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        flushBits();
        out.write(bytes, from, length);
        streamPos += length;
    }

    @Override
    public void seek(long position) throws IOException {
        if (position != streamPos) {
            throw new IOException("the output cannot go back from byte %d to %d".formatted(streamPos, position));
        }
    }

    @Override
    public int read() throws IOException {
        throw new IOException("the output cannot be read");
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        throw new IOException("the output cannot be read");
    }
}
