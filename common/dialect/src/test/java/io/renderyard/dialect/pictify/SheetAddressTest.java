package io.renderyard.dialect.pictify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetAddressTest {
    @Test
    void anUploadIsItsOwnAddress() {
        byte[] csv = "a\nGrüße\n".getBytes(UTF_8);

        Reading<SheetAddress> read = SheetAddress.read("csvUrl", new SheetAddress.Uploaded(csv).url());

        assertThat(((Reading.Understood<SheetAddress>) read).value())
                .isInstanceOfSatisfying(
                        SheetAddress.Uploaded.class,
                        sheet -> assertThat(sheet.csv()).isEqualTo(csv));
    }

    @Test
    void anotherIsOnTheWeb() {
        assertThat(SheetAddress.read("csvUrl", "https://example.com/a.csv"))
                .isEqualTo(new Reading.Understood<>(new SheetAddress.Remote(URI.create("https://example.com/a.csv"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.csv",
                "file:///etc/passwd",
                "ftp://example.com/a",
                "data:text/csv,a",
                "data:text/csv;base64,?"
            })
    void whatIsNeitherIsNamed(String text) {
        Reading<SheetAddress> read = SheetAddress.read("csvUrl", text);

        assertThat(((Reading.Wrong<SheetAddress>) read).problems())
                .extracting(FieldProblem::field)
                .containsExactly("csvUrl");
    }
}
