package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.template.TemplateId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Ids, addresses and tokens on the wire. */
class NamesTest {
    private static final UUID UUID_A = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final ImageId IMAGE = new ImageId(UUID_A);

    @Test
    void aTemplateHasItsMark() {
        assertThat(TemplateName.of(new TemplateId(UUID_A)))
                .isEqualTo("t-" + UUID_A)
                .hasSizeLessThanOrEqualTo(40);
        assertThat(TemplateName.parse("t-" + UUID_A)).contains(new TemplateId(UUID_A));
        assertThat(TemplateName.parse("T-" + UUID_A.toString().toUpperCase(Locale.ROOT)))
                .contains(new TemplateId(UUID_A));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t-",
                "019a0000-0000-7000-8000-00000000000a",
                "t-019a0000-0000-7000-8000-00000000000",
                "t-019a0000-0000-7000-8000-00000000000g",
                "t-019a0000000070008000000000000000000a",
                "t-019a0000-0000-7000-8000-00000000000a ",
                "x-019a0000-0000-7000-8000-00000000000a"
            })
    void whatIsNoTemplatesNameIsNone(String text) {
        assertThat(TemplateName.parse(text)).isEmpty();
    }

    @Test
    void aTokenLeadsBackToItsImage() {
        String token = PageToken.of(IMAGE);

        assertThat(PageToken.parse(token)).contains(IMAGE);
        assertThat(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
                .isEqualTo("{\"last_id\":\"" + IMAGE + "\"}");
    }

    @Test
    void aTokenMayBePadded() {
        String json = "{\"last_id\": \"" + IMAGE + "\"}";

        assertThat(PageToken.parse(Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))))
                .contains(IMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "é",
                "%%%",
                "e30",
                "W10",
                "MQ",
                "bnVsbA",
                "eyJsYXN0X2lkIjo3fQ",
                "eyJsYXN0X2lk",
                "eyJsYXN0X2lkIjp7fX0"
            })
    void whatIsNoTokenIsNone(String token) {
        assertThat(PageToken.parse(token)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://farm.example,,https://farm.example/v1/image/019a0000-0000-7000-8000-00000000000a",
        "https://farm.example/,webp,https://farm.example/v1/image/019a0000-0000-7000-8000-00000000000a.webp"
    })
    void anImageHasAnAbsoluteAddress(URI base, String extension, String address) {
        assertThat(new ImageLinks(base).image(IMAGE, extension)).isEqualTo(address);
    }

    @Test
    void idsToBeDeletedAreReadOnceAndUnreadableOnesPassedOver() {
        assertThat(Asked.understood(
                        DeletionRequest.read(Asked.body("{'ids':['" + IMAGE + "','nobody','" + IMAGE + "','']}"))))
                .containsExactly(IMAGE);
        assertThat(Asked.understood(DeletionRequest.read(ids(25)))).containsExactly(IMAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{'ids':[]}", "{'ids':'a'}", "{'ids':null}", "{'ids':[7]}", "{'ids':[null]}", "{'ids':{}}"
            })
    void whatIsNoListOfIdsIsRefused(String body) {
        assertThat(Asked.wrongFields(DeletionRequest.read(Asked.body(body)))).containsExactly("ids");
    }

    @Test
    void thereAre25IdsAtMost() {
        assertThat(Asked.wrongFields(DeletionRequest.read(ids(26)))).containsExactly("ids");
    }

    private static ObjectNode ids(int count) {
        return Asked.body("{'ids':['" + String.join("','", Collections.nCopies(count, IMAGE.toString())) + "']}");
    }
}
