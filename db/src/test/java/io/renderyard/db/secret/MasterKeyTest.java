package io.renderyard.db.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.db.Race;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path temporary = Path.of("");

    @Test
    void aNewKeyIsItsOwnersAloneAndStays() throws IOException {
        Path folder = temporary.resolve("a/b");

        MasterKey key = MasterKey.in(folder, RANDOM);

        assertThat(Files.size(folder.resolve("master.key"))).isEqualTo(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("master.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        assertThat(MasterKey.in(folder, RANDOM).open(key.seal("ünreadable"))).isEqualTo("ünreadable");
        assertThat(MasterKey.in(folder, RANDOM).hash("text")).isEqualTo(key.hash("text"));
        assertThat(MasterKey.in(folder, RANDOM).sign("text"))
                .isEqualTo(key.sign("text"))
                .isNotEqualTo(key.hash("text"));
    }

    @Test
    void thoseWhoStartTogetherGetTheSameKey() throws Exception {
        Path folder = temporary.resolve("together");
        try (var race = new Race()) {
            List<MasterKey> keys = race.run(8, () -> MasterKey.in(folder, RANDOM));

            assertThat(keys.stream().map(key -> key.hash("text")))
                    .allMatch(hash -> Arrays.equals(hash, keys.getFirst().hash("text")));
        }
    }

    @Test
    void anotherKeyOpensNothingAndSaysWhy() {
        byte[] sealed = MasterKey.in(temporary.resolve("one"), RANDOM).seal("secret");
        MasterKey another = MasterKey.in(temporary.resolve("two"), RANDOM);

        assertThatThrownBy(() -> another.open(sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("renderyard.ledger.secrets")
                .hasMessageNotContaining("secret\"");
        assertThat(another.hash("text"))
                .isNotEqualTo(MasterKey.in(temporary.resolve("one"), RANDOM).hash("text"));
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        MasterKey key = MasterKey.in(temporary, RANDOM);
        byte[] sealed = key.seal("secret");
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> key.open(sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> key.open(new byte[0])).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theSameTextIsNeverSealedTheSameWay() {
        MasterKey key = MasterKey.in(temporary, RANDOM);

        assertThat(key.seal("secret")).isNotEqualTo(key.seal("secret"));
    }

    @Test
    void aCutKeyIsRefusedWithItsPlaceAndARemedy() throws IOException {
        Files.write(temporary.resolve("master.key"), new byte[31]);

        assertThatThrownBy(() -> MasterKey.in(temporary, RANDOM))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(temporary.toString())
                .hasMessageContaining("must hold 32 bytes, but holds 31")
                .hasMessageContaining("restore it from a backup");
    }
}
