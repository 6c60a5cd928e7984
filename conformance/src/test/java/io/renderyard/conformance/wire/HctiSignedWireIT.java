package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed addresses of markup and pages; contract, sections 6.1 to 6.3. */
@ExtendWith(OneYard.class)
class HctiSignedWireIT {
    private static final String BOX = "html=%3Cdiv+style%3D%22width%3A40px%3Bheight%3A30px%22%3E{}%3C%2Fdiv%3E";

    private final HctiClient hcti;

    HctiSignedWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    private static String box(String text) {
        return BOX.replace("{}", text);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        your-api-key-here, html=%3Cdiv%3EHello%3C%2Fdiv%3E, ac5553c5a9031e09f4580101080045e7e4cbd1734aa1b53a94f1006c3496ca21
        test, title=Flexbox+for+life%21, 699fe5119b7b2bae4c863f86049d3756133afc1a203d460fed63311045510b2e
        test-secret, headline=Hello+world&template_version=42, 8033706d06983bca46abc5edc6f7dd041c58f2e9c80bc0c5d4a3d2f2bd5b4040
        test, '', ad71148c79f21ab9eec51ea5c7dd2b668792f7c0d3534ae66b22f71c61523fb3
        """)
    void theTestSignsAsThePublishedExamplesDo(String key, String message, String token) {
        assertThat(Signing.token(key, message)).isEqualTo(token);
    }

    @Test
    void aSignedAddressLeadsToThePicture() {
        Answer answer = hcti.read(Signing.address(hcti, box("leads")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(301);
        assertThat(answer.header("Location")).matches(".*/v1/image/[0-9a-f-]{36}\\.png");
        assertThat(hcti.read(path(answer)).size()).isEqualTo("80x60");
    }

    /** An address may be absolute or not. */
    private String path(Answer redirect) {
        return redirect.header("Location").replace(hcti.base(), "");
    }

    @Test
    void theSameAddressIsTheSamePicture() {
        String address = Signing.address(hcti, box("same"));

        assertThat(path(hcti.read(address))).isEqualTo(path(hcti.read(address)));
        assertThat(path(hcti.read(Signing.address(hcti, box("other"))))).isNotEqualTo(path(hcti.read(address)));
    }

    @ParameterizedTest
    @CsvSource({"png, png, image/png", "jpg, jpg, image/jpeg", "WebP, webp, image/webp", "pdf, pdf, application/pdf"})
    void theFormatIsPartOfThePathAndNotSigned(String format, String extension, String type) {
        String address = Signing.address(hcti, box("format")).replace("?", "/" + format + "?");

        Answer answer = hcti.read(address);

        assertThat(path(answer)).endsWith("." + extension);
        assertThat(hcti.read(path(answer)).header("Content-Type")).isEqualTo(type);
    }

    @Test
    void anUnknownFormatIsNotFound() {
        hcti.read(Signing.address(hcti, box("format")).replace("?", "/gif?")).assertRefused(404);
    }

    @ParameterizedTest
    @CsvSource({
        "width=20, 20x15",
        "crop_width=50%25&x_origin=center, 40x60",
        "x_1=10&x_2=30&height=30, 10x30",
        "__ro_width=20, 20x15"
    })
    void whatChangesThePictureIsSignedWithTheRest(String options, String size) {
        Answer answer = hcti.read(Signing.address(hcti, box("options") + "&" + options));

        assertThat(hcti.read(path(answer)).size()).isEqualTo(size);
    }

    @Test
    void theSizeDoesNotMakeItAnotherPicture() {
        String plain = path(hcti.read(Signing.address(hcti, box("sizes"))));
        String small = path(hcti.read(Signing.address(hcti, box("sizes") + "&width=20")));

        assertThat(small).startsWith(plain + "?").contains("width=20");
    }

    @Test
    void spacesAreSignedAsTheyAreWritten() {
        String plus = box("a+b");
        String percent = plus.replace("+", "%20");

        assertThat(hcti.read(Signing.address(hcti, plus)).status()).isEqualTo(301);
        assertThat(hcti.read(Signing.address(hcti, percent)).status()).isEqualTo(301);
        assertThat(path(hcti.read(Signing.address(hcti, plus))))
                .isEqualTo(path(hcti.read(Signing.address(hcti, percent))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"device_scale=1&html=%3cp%3elower%3c%2fp%3e", "html=~tilde%7E*%2A!%21&device_scale=1.0"})
    void everySpellingIsSignedAsItIs(String query) {
        assertThat(hcti.read(Signing.address(hcti, query)).status()).isEqualTo(301);
    }

    @ParameterizedTest
    @ValueSource(strings = {"html=100%&device_scale=1", "html=%zz%3Cp%3E", "html=a|b{c}[d]\"e\"<p>^`\\", "html=%C3%28"})
    void aQueryThatIsWrittenBadlyIsSignedAsItIs(String query) {
        assertThat(RawGet.of(hcti, Signing.address(hcti, query)).status()).isEqualTo(301);
    }

    @Test
    void anOldClientSignedTheDecodedQuery() {
        String query = box("old%21+client");
        String token = Signing.token(hcti.key(), URLDecoder.decode(query, StandardCharsets.UTF_8));

        Answer answer = hcti.read("/v1/image/create-and-render/" + hcti.id() + "/" + token + "?" + query);

        assertThat(answer.status()).isEqualTo(301);
        assertThat(hcti.read(path(answer)).size()).isEqualTo("80x60");
    }

    @Test
    void aPageIsDrawnWithItsHeaders() {
        try (Site site = new Site("<h1>page</h1>")) {
            String query = "url=" + site.url("/signed") + "&headers=X-A%3Ab%3Ac&headers=X-D%3Ae&viewport_width=50"
                    + "&viewport_height=40&full_screen=false&transparent_background=false";

            Answer answer = hcti.read(Signing.address(hcti, query));

            assertThat(hcti.read(path(answer)).size()).isEqualTo("50x40");
            assertThat(site.header("/signed", "X-A")).isEqualTo("b:c");
            assertThat(site.header("/signed", "X-D")).isEqualTo("e");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "not-hex", "ad71148c79f21ab9eec51ea5c7dd2b668792f7c0d3534ae66b22f71c61523fb3"})
    void aWrongTokenIsRefused(String token) {
        assertInvalid(hcti.read("/v1/image/create-and-render/" + hcti.id() + "/" + token + "?" + box("wrong")));
    }

    @Test
    void aTokenOfAnotherQueryIsRefused() {
        String address = Signing.address(hcti, box("signed"));

        assertInvalid(hcti.read(address + "&device_scale=1"));
        assertInvalid(hcti.read(address.replace("signed", "forged")));
        assertInvalid(hcti.read(address.substring(0, address.indexOf('?'))));
        assertInvalid(hcti.read(address.replace("+", "%20")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "0193f0aa-0000-7000-8000-000000000000"})
    void anUnknownKeyIsRefused(String id) {
        assertInvalid(hcti.read(Signing.address(hcti.with(id, hcti.key()), box("unknown"))));
    }

    private static void assertInvalid(Answer answer) {
        answer.assertRefused(401);
        assertThat(answer.json().path("message").asString()).isEqualTo("Invalid token");
        assertThat(answer.json().path("error").asString()).isEqualTo("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "css=p%7B%7D",
                "html=x&device_scale=9",
                "html=x&viewport_width=9",
                "html=x&width=0",
                "html=x&x_2=9",
                "url=nowhere",
                "html=x&jumbo_max_width=9000"
            })
    void aBadQueryIsRefusedThoughItIsSigned(String query) {
        String newest = hcti.newest();

        hcti.read(Signing.address(hcti, query)).assertRefused(400);

        assertThat(hcti.newest()).isEqualTo(newest);
    }

    @Test
    void aDisabledKeySignsNothing() {
        HctiKeys keys = new HctiKeys(hcti);
        HctiKeys.Made made = keys.make("images:create");
        String query = box("disabled");
        assertThat(hcti.read(Signing.address(made.client(), query)).status()).isEqualTo(301);

        keys.disable(made);

        await().atMost(HctiKeys.SOON)
                .untilAsserted(() -> assertInvalid(hcti.read(Signing.address(made.client(), query))));
    }

    @Test
    void aKeyThatMayNotCreateSignsNothing() {
        HctiKeys.Made made = new HctiKeys(hcti).make("images:read");

        assertInvalid(hcti.read(Signing.address(made.client(), box("reader"))));
    }
}
