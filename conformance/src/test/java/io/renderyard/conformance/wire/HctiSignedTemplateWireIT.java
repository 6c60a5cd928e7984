package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signed addresses of templates; contract, sections 6.1, 6.2 and 6.4. */
@ExtendWith(OneYard.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HctiSignedTemplateWireIT {
    private static final String PLAIN = "<div style='width:40px;height:30px;background:{{colour}}'>{{title}}</div>";

    private final HctiClient hcti;
    private final HctiTemplates templates;
    private String plain = "";

    HctiSignedTemplateWireIT(HctiClient hcti) {
        this.hcti = hcti;
        this.templates = new HctiTemplates(hcti);
    }

    @BeforeAll
    void make() {
        plain = templates.make("html", PLAIN, "device_scale", 1).id();
    }

    private String path(String template, String query) {
        Answer answer = hcti.read(Signing.address(hcti, template, query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(301);
        return answer.header("Location").replace(hcti.base(), "");
    }

    @Test
    void withoutAQueryTheEmptyTextIsSigned() {
        String address = Signing.address(hcti, plain, "");

        assertThat(hcti.read(path(plain, "")).size()).isEqualTo("40x30");
        assertThat(hcti.read(address + "?").status()).isEqualTo(301);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        title=Hello,        title=%22Hello%22
        title=a+b,          title=a%20b
        title=a+b&colour=x, title=%22a+b%22&colour=%22x%22
        title=%C3%A9,       title=%22%5Cu00e9%22
        """)
    void aValueIsJsonOrElseTheText(String one, String other) {
        assertThat(path(plain, one)).isEqualTo(path(plain, other));
    }

    @Test
    void valuesAreDrawn() {
        assertThat(hcti.read(path(plain, "colour=%230a0")).picture().getRGB(39, 29))
                .isEqualTo(0xFF00AA00);
        assertThat(hcti.read(path(plain, "colour=%22%23a00%22&title="))
                        .picture()
                        .getRGB(39, 29))
                .isEqualTo(0xFFAA0000);
    }

    @Test
    void objectsAndListsAreJson() {
        String template = templates
                .make(
                        "html",
                        "<div style='width:{{#each sizes}}{{this}}{{/each}}px;height:{{box.height}}px'></div>",
                        "device_scale",
                        1)
                .id();

        assertThat(hcti.read(path(template, "sizes=%5B3%2C4%5D&box=%7B%22height%22%3A12%7D"))
                        .size())
                .isEqualTo("34x12");
    }

    @Test
    void theVersionIsTheLatestUnlessItIsNamed() {
        HctiTemplates.Made first = templates.make("html", PLAIN, "device_scale", 1);
        hcti.post("/v1/template/" + first.id(), Json.of("html", PLAIN.replace("40px", "50px"), "device_scale", 1))
                .ok();

        assertThat(hcti.read(path(first.id(), "title=x")).size()).isEqualTo("50x30");
        assertThat(hcti.read(path(first.id(), "template_version=" + first.version() + "&title=x"))
                        .size())
                .isEqualTo("40x30");
        hcti.read(Signing.address(hcti, first.id(), "template_version=1")).assertRefused(400, "template_version");
    }

    @ParameterizedTest
    @CsvSource({
        "width=20, 20x15",
        "__ro_width=20, 20x15",
        "crop_width=50%25&x_origin=end, 20x30",
        "crop_w=10&__ro_crop_h=10, 10x10",
        "title=x&x_1=10&x_2=30, 20x30"
    })
    void whatTheTemplateDoesNotUseChangesThePicture(String query, String size) {
        assertThat(hcti.read(path(plain, query)).size()).isEqualTo(size);
    }

    @Test
    void whatTheTemplateUsesIsItsOwn() {
        String template = templates
                .make("html", "<div style='width:{{width}}px;height:{{crop_width}}px'></div>", "device_scale", 1)
                .id();

        assertThat(hcti.read(path(template, "width=80&crop_width=40")).size()).isEqualTo("80x40");
        assertThat(hcti.read(path(template, "width=80&crop_width=40&__ro_width=20"))
                        .size())
                .isEqualTo("20x10");
        assertThat(hcti.read(path(template, "width=80&crop_width=40&__ro_crop_width=50%25"))
                        .size())
                .isEqualTo("40x40");
    }

    @Test
    void theFormatIsPartOfThePath() {
        String address = Signing.address(hcti, plain, "title=x").replace("?", "/webp?");

        assertThat(hcti.read(address).header("Location")).endsWith(".webp");
    }

    @Test
    void everyKeyThatMayCreateSigns() {
        HctiKeys keys = new HctiKeys(hcti);
        HctiKeys.Made made = keys.make("images:create");
        String address = Signing.address(made.client(), plain, "title=key");
        await().atMost(HctiKeys.SOON).until(() -> hcti.read(address).status() == 301);

        keys.disable(made);

        await().atMost(HctiKeys.SOON).untilAsserted(() -> assertInvalid(hcti.read(address)));
    }

    @Test
    void aKeyThatMayNotCreateSignsNothing() {
        HctiClient reader = new HctiKeys(hcti).make("images:read").client();

        assertInvalid(hcti.read(Signing.address(reader, plain, "title=key")));
    }

    @Test
    void aWrongTokenIsRefused() {
        assertInvalid(hcti.read("/v1/image/" + plain + "/0123?title=x"));
        assertInvalid(hcti.read(Signing.address(hcti, plain, "title=x") + "y"));
        assertInvalid(hcti.read(Signing.address(hcti, "t-0193f0aa-0000-7000-8000-000000000000", "title=x")));
    }

    private static void assertInvalid(Answer answer) {
        answer.assertRefused(401);
        assertThat(answer.json().path("message").asString()).isEqualTo("Invalid token");
    }

    @Test
    void badOptionsAreRefused() {
        hcti.read(Signing.address(hcti, plain, "title=x&width=0")).assertRefused(400, "width");
        hcti.read(Signing.address(hcti, plain, "title=x&template_version=x")).assertRefused(400, "template_version");
        hcti.read(Signing.address(hcti, plain, "title=x").replace("?", "/gif?")).assertRefused(404);
    }

    @Test
    void aPostAndAnAddressWithTheSameValuesAreTheSamePicture() {
        String posted = templates.fill(plain, Map.of("title", "both"));

        assertThat(path(plain, "title=both")).contains(posted);
    }
}
