package io.renderyard.dispatcher.face.pictify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Checks a signature as the vendor's sample does, splitting at commas and then at equals signs. HMAC is built here from
 * its definition (RFC 2104), so that nothing is shared with the code that signs.
 */
final class VendorSample {
    private static final int BLOCK = 64;
    private static final Duration TOLERANCE = Duration.ofSeconds(300);

    private VendorSample() {}

    static boolean accepts(String secret, String header, byte[] rawBody, Instant now) {
        String[] parts = header.split(",");
        if (parts.length != 2 || !parts[0].split("=")[0].equals("t") || !parts[1].split("=")[0].equals("v1")) {
            return false;
        }
        if (age(header, now).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        String time = parts[0].split("=")[1];
        byte[] prefix = (time + ".").getBytes(StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(prefix, prefix.length + rawBody.length);
        System.arraycopy(rawBody, 0, message, prefix.length, rawBody.length);
        String expected = HexFormat.of().formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), message));
        return expected.equals(parts[1].split("=")[1]);
    }

    static Duration age(String header, Instant now) {
        long signed = Long.parseLong(header.split(",")[0].split("=")[1]);
        return Duration.between(Instant.ofEpochSecond(signed), now);
    }

    private static byte[] hmac(byte[] secret, byte[] message) {
        byte[] key = Arrays.copyOf(secret.length > BLOCK ? sha256(secret) : secret, BLOCK);
        byte[] inner = new byte[BLOCK];
        byte[] outer = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            inner[i] = (byte) (key[i] ^ 0x36);
            outer[i] = (byte) (key[i] ^ 0x5c);
        }
        return sha256(outer, sha256(inner, message));
    }

    private static byte[] sha256(byte[]... pieces) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] piece : pieces) {
                digest.update(piece);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
