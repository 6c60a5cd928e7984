package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deleting pictures; contract, section 8.2. */
@ExtendWith(OneYard.class)
class HctiDeleteWireIT {
    private static final String BATCH = "/v1/image/batch";

    private final HctiClient hcti;

    HctiDeleteWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    private String fresh(String text) {
        return hcti.create(
                "html", "<p style='width:30px;height:20px;margin:0'>" + text + "</p>", "dedupe_duration_s", 0);
    }

    private static void assertAccepted(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(answer.bytes()).isEmpty();
    }

    @Test
    void aDeletedPictureIsGoneInEveryFormAndSize() {
        String id = fresh("gone");
        List<String> addresses = Stream.of("", ".png", ".jpg", ".webp", ".pdf", "?width=9", ".jpg?x_1=3", "?dl=1")
                .map(rest -> "/v1/image/" + id + rest)
                .toList();
        assertThat(addresses)
                .allSatisfy(address -> assertThat(hcti.read(address).status()).isEqualTo(200));

        assertAccepted(hcti.send("DELETE", "/v1/image/" + id, "application/json", null));

        assertThat(addresses).allSatisfy(address -> hcti.read(address).assertRefused(410));
        hcti.get("/v1/images/" + id).assertRefused(404);
        assertThat(hcti.newest()).isNotEqualTo(id);
    }

    @Test
    void aCacheThatAsksLearnsThatItIsGone() {
        String id = fresh("cached");
        String tag = hcti.read("/v1/image/" + id).header("ETag");

        assertAccepted(hcti.delete("/v1/image/" + id));

        hcti.read("/v1/image/" + id, "If-None-Match", tag).assertRefused(410);
    }

    @Test
    void deletingTwiceIsTheSameAsOnce() {
        String id = fresh("twice");
        assertAccepted(hcti.delete("/v1/image/" + id));

        assertAccepted(hcti.delete("/v1/image/" + id));
    }

    @Test
    void aPictureThatWasNeverDrawnIsDeletedToo() {
        String id = hcti.create("html", "<p>never drawn</p>", "ms_delay", 5_000, "dedupe_duration_s", 0);

        assertAccepted(hcti.delete("/v1/image/" + id));

        hcti.read("/v1/image/" + id).assertRefused(410);
    }

    @Test
    void severalAreDeletedAndUnknownOnesPassedOver() {
        List<String> made = Stream.of("a", "b").map(this::fresh).toList();
        List<String> ids = new ArrayList<>(made);
        ids.add("0193f0aa-0000-7000-8000-000000000000");
        ids.add("no id");
        ids.add(made.getFirst());

        assertAccepted(hcti.send("DELETE", BATCH, "application/json", Json.of("ids", ids)));

        assertThat(made).allSatisfy(id -> hcti.read("/v1/image/" + id).assertRefused(410));
        assertAccepted(hcti.send("DELETE", BATCH, "application/json", Json.of("ids", made)));
    }

    @Test
    void moreThanTwentyFiveAreRefused() {
        List<String> many = Collections.nCopies(26, "0193f0aa-0000-7000-8000-000000000000");

        hcti.send("DELETE", BATCH, "application/json", Json.of("ids", many)).assertRefused(400, "ids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ids\":[]}", "{\"ids\":\"x\"}", "{\"ids\":[1]}", "[]", ""})
    void aBatchOfNothingIsRefused(String body) {
        hcti.send("DELETE", BATCH, "application/json", body).assertRefused(400);
    }

    @Test
    void aDeletedPictureIsNobodysTwin() {
        String id = hcti.create("html", "<p>twin that is deleted</p>");
        assertAccepted(hcti.delete("/v1/image/" + id));

        String again = hcti.create("html", "<p>twin that is deleted</p>");

        assertThat(again).isNotEqualTo(id);
        assertThat(hcti.read("/v1/image/" + again).status()).isEqualTo(200);
    }
}
