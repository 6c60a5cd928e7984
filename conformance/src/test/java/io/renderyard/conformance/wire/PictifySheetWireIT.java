package io.renderyard.conformance.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Sheets of values that are uploaded; contract pictify.md, section 7.7. */
@ExtendWith(OneYard.class)
class PictifySheetWireIT {
    private static final String UPLOAD = "/templates/upload-csv";
    private static final String SHEET = "title,price\r\nGrüße,9.90\r\n";

    private final PictifyClient pictify;

    PictifySheetWireIT(PictifyClient pictify) {
        this.pictify = pictify;
    }

    @Test
    void aSheetIsItsOwnAddress() {
        JsonNode made = upload(pictify, "file", SHEET).ok();

        assertThat(made.path("filename").asString()).isEqualTo("prices.csv");
        assertThat(made.path("size").asInt()).isEqualTo(SHEET.getBytes(UTF_8).length);
        assertThat(made.path("url").asString())
                .isEqualTo("data:text/csv;base64," + Base64.getEncoder().encodeToString(SHEET.getBytes(UTF_8)));
    }

    @Test
    void whatIsNoSheetIsRefused() {
        for (Answer refused : new Answer[] {
            upload(pictify, "other", SHEET),
            upload(pictify, "file", "a,a\r\n1,2\r\n"),
            upload(pictify, "file", ""),
            pictify.post(UPLOAD)
        }) {
            JsonNode body = PictifyClient.refusal(refused, 400, "validation-error");
            assertThat(body.path("errors").get(0).path("field").asString()).isEqualTo("file");
        }
        PictifyClient.refusal(upload(pictify, "file", "a\r\n".repeat(3_000_000)), 413, "payload-too-large");
        PictifyClient.refusal(upload(pictify.with(""), "file", SHEET), 401, "missing-authorization");
    }

    static Answer upload(PictifyClient client, String part, String sheet) {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"prices.csv\"\r\nContent-Type: text/csv\r\n\r\n" + sheet + "\r\n--edge--\r\n";
        return client.sendForm(UPLOAD, body, "multipart/form-data; boundary=edge");
    }
}
