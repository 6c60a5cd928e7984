package io.renderyard.db.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's one secret: 32 bytes in a file that only its owner reads. Keys for different uses are derived from
 * it, so that a dump of the database alone opens nothing.
 */
public final class MasterKey {
    private static final String FILE = "master.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec hashing;
    private final SecretKeySpec sealing;
    private final SecretKeySpec signing;
    private final SecureRandom random;

    MasterKey(byte[] master, SecureRandom random) {
        this.hashing = new SecretKeySpec(mac(new SecretKeySpec(master, "HmacSHA256"), "credential-hash"), "HmacSHA256");
        this.sealing = new SecretKeySpec(mac(new SecretKeySpec(master, "HmacSHA256"), "sealed-columns"), "AES");
        this.signing = new SecretKeySpec(mac(new SecretKeySpec(master, "HmacSHA256"), "access-tokens"), "HmacSHA256");
        this.random = random;
    }

    /**
     * Reads the key of a folder, and makes one where there is none. Whoever dies half-way leaves no file or a whole
     * one, since it is written under another name first; of two that start together, the second takes the first's.
     *
     * @throws UncheckedIOException with the folder's name when it cannot be read or written
     */
    public static MasterKey in(Path folder, SecureRandom random) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                create(file, random);
            }
            byte[] master = Files.readAllBytes(file);
            if (master.length != KEY_BYTES) {
                throw new IOException(file + " must hold " + KEY_BYTES + " bytes, but holds " + master.length
                        + "; restore it from a backup: without it no credential in the database can be checked");
            }
            return new MasterKey(master, random);
        } catch (IOException e) {
            throw new UncheckedIOException("The master key in " + folder + " (renderyard.ledger.secrets): " + e, e);
        }
    }

    private static void create(Path file, SecureRandom random) throws IOException {
        var ownerOnlyFolder = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder, ownerOnlyFolder);
        byte[] master = new byte[KEY_BYTES];
        random.nextBytes(master);
        Path fresh = Files.createTempFile(folder, FILE, ".new", ownerOnly);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            int unused = channel.write(ByteBuffer.wrap(master));
            channel.force(true);
        }
        try {
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException anotherProcessWasFaster) {
            // Its key counts.
        } finally {
            Files.delete(fresh);
        }
    }

    /** A keyed hash; the same text gives the same 32 bytes only under the same master key. */
    public byte[] hash(String text) {
        return mac(hashing, text);
    }

    /** As {@link #hash}, for what is shown to the outside and comes back: 32 bytes, under a key of their own. */
    public byte[] sign(String text) {
        return mac(signing, text);
    }

    /** Encrypts for storing: nonce, then AES-GCM ciphertext. */
    public byte[] seal(String text) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM belongs to every JDK", e);
        }
    }

    /** @throws IllegalStateException when it was sealed under another master key, or was changed */
    public String open(byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            return new String(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "A stored secret does not open with this master key; was the folder of renderyard.ledger.secrets"
                            + " replaced?",
                    e);
        }
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
        }
    }
}
