package io.renderyard.egress;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;

/** Where a message's body ends, and how to carry it over. */
sealed interface BodyFraming {
    int BUFFER = 16 * 1024;

    /** No body at all. */
    record None() implements BodyFraming {}

    /** So many bytes. */
    record Sized(long length) implements BodyFraming {}

    /** Chunks, until the empty one. */
    record Chunked() implements BodyFraming {}

    /** Until the peer closes; only answers may end so. */
    record UntilClose() implements BodyFraming {}

    /** Refuses every request whose end two servers could see at two places. */
    static BodyFraming ofRequest(MessageHead head) throws BadMessage {
        List<String> codings = head.values("Transfer-Encoding");
        List<String> lengths = head.values("Content-Length");
        if (!codings.isEmpty()) {
            if (!lengths.isEmpty() || codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
                throw new BadMessage("an ambiguous body: Transfer-Encoding " + codings + ", Content-Length " + lengths);
            }
            return new Chunked();
        }
        if (lengths.isEmpty()) {
            return new None();
        }
        if (lengths.size() > 1) {
            throw new BadMessage("more than one Content-Length");
        }
        return sized(lengths.getFirst());
    }

    /** How the answer to a request with this method ends. */
    static BodyFraming ofResponse(MessageHead head, int status, String method) throws BadMessage {
        if (method.equals("HEAD") || status < 200 || status == 204 || status == 304) {
            return new None();
        }
        List<String> codings = head.values("Transfer-Encoding");
        if (!codings.isEmpty()) {
            boolean chunked = codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked");
            if (!chunked) {
                throw new BadMessage("a transfer coding nobody asked for: " + codings);
            }
            return new Chunked();
        }
        var lengths = new HashSet<>(head.values("Content-Length"));
        if (lengths.isEmpty()) {
            return new UntilClose();
        }
        if (lengths.size() > 1) {
            throw new BadMessage("contradicting lengths");
        }
        return sized(lengths.iterator().next());
    }

    private static BodyFraming sized(String digits) throws BadMessage {
        if (!digits.matches("[0-9]{1,18}")) {
            throw new BadMessage("a Content-Length that is no number");
        }
        return new Sized(Long.parseLong(digits));
    }

    /** Carries exactly this body over, byte for byte as it comes; chunks are written anew, without extensions. */
    default void copy(InputStream in, OutputStream out) throws IOException {
        switch (this) {
            case None() -> {}
            case Sized(long length) -> copyExactly(in, out, length);
            case Chunked() -> copyChunks(in, out);
            case UntilClose() -> copyAll(in, out);
        }
    }

    private static void copyExactly(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (count < 0) {
                throw new EOFException("the body breaks off");
            }
            out.write(buffer, 0, count);
            out.flush();
            left -= count;
        }
    }

    /** Until the end of the stream. */
    static void copyAll(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int count;
        while ((count = in.read(buffer)) >= 0) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    private static void copyChunks(InputStream in, OutputStream out) throws IOException {
        while (true) {
            String head = chunkLine(in);
            int semicolon = head.indexOf(';');
            String digits = (semicolon < 0 ? head : head.substring(0, semicolon)).stripTrailing();
            if (!digits.matches("[0-9a-fA-F]{1,15}")) {
                throw new BadMessage("a malformed chunk size");
            }
            long size = Long.parseLong(digits, 16);
            if (size == 0) {
                skipTrailers(in);
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return;
            }
            out.write((Long.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            copyExactly(in, out, size);
            if (!chunkLine(in).isEmpty()) {
                throw new BadMessage("a chunk is longer than it said");
            }
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }

    private static void skipTrailers(InputStream in) throws IOException {
        int budget = MessageHead.LIMIT;
        while (budget > 0) {
            String trailer = chunkLine(in);
            if (trailer.isEmpty()) {
                return;
            }
            budget -= trailer.length() + 2;
        }
        throw new BadMessage("too many trailers");
    }

    private static String chunkLine(InputStream in) throws IOException {
        String line = MessageHead.line(in, 4 * 1024, true);
        if (line == null) {
            throw new EOFException("the body breaks off");
        }
        return line;
    }
}
