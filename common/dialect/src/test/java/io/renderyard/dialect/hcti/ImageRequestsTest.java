package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.hcti.Understanding.Refused;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateVersionId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a picture is made from, and what is done with it. */
class ImageRequestsTest {
    private static final TemplateId TEMPLATE = new TemplateId(UUID.fromString("019a0000-0000-7000-8000-00000000000a"));
    private static final String ID = "'template_id':'t-019a0000-0000-7000-8000-00000000000a'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'html':''}",
                "{'html':' '}",
                "{'html':null,'url':''}",
                "{'css':'p{}'}",
                "{'template_id':''}"
            })
    void withoutASourceTheVendorsWordsAreTheAnswer(String body) {
        assertThat(ImageRequests.create(Asked.body(body))).isEqualTo(new Refused<>("HTML is Required", List.of()));
        assertThat(ImageRequests.signed(Asked.body(body))).isEqualTo(new Refused<>("HTML is Required", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{'html':'<p>'},html_css",
                "`{'html':'<p>','url':''}`,html_css",
                "`{'html':'<p>','url':null}`,html_css",
                "{'url':'https://a.example/'},url",
                "`{'url':' https://a.example/ ','html':'<p>'}`,url"
            })
    void anAddressGoesBeforeMarkup(String body, String type) {
        assertThat(Asked.definition(Asked.body(body))
                        .fields()
                        .path("image_type")
                        .asString())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"'WEBP',webp", "'jpeg',jpeg", "'pdf',pdf", "'',", "null,"})
    void aFormatIsTheExtensionAndNoPartOfThePicture(String format, String extension) {
        ImageRequest.Alone request = Asked.alone(Asked.html("'format':" + (format.isEmpty() ? "''" : quoted(format))));

        assertThat(request.extension()).isEqualTo(extension);
        assertThat(request.definition().has("format")).isFalse();
    }

    private static String quoted(String format) {
        return format.equals("null") ? format : "'" + format + "'";
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "'31536000',31536000", "null,2592000"})
    void equalsOfMarkupAreLookedForWithinAMonth(String given, long seconds) {
        ImageRequest.Alone request = Asked.alone(Asked.html("'dedupe_duration_s':" + given));

        assertThat(request.window()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(request.definition().has("dedupe_duration_s")).isFalse();
    }

    @Test
    void equalsOfAnAddressAreLookedForWhereThatIsAsked() {
        assertThat(Asked.alone(Asked.url("")).window()).isZero();
        assertThat(Asked.alone(Asked.url("'dedupe_duration_s':60")).window()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``,",
                "`,'template_version':null`,",
                "`,'template_version':1594409399761`,1594409399761",
                "`,'template_version':'1594409399761'`,1594409399761",
                "`,'template_version':9223372036854775807,'__type':'templated'`,9223372036854775807"
            })
    void aTemplateIsNamedInTheBody(String members, Long version) {
        ImageRequest request = Asked.understood(
                ImageRequests.create(Asked.body("{" + ID + members + ",'template_values':{'title':'Hi'}}")));

        assertThat(request)
                .isEqualTo(new ImageRequest.Templated(
                        new TemplateReference(TEMPLATE, version, Asked.body("{'title':'Hi'}")), null));
    }

    @Test
    void aTemplateIsNamedInTheAddress() {
        ImageRequest request = Asked.understood(ImageRequests.templated(
                Asked.body("{'template_values':'{\\'title\\':\\'Hi\\'}','format':'JPG','dedupe_duration_s':-1}"),
                TEMPLATE,
                7L));

        assertThat(request)
                .isEqualTo(new ImageRequest.Templated(
                        new TemplateReference(TEMPLATE, 7L, Asked.body("{'title':'Hi'}")), "jpg"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`'template_id':'7','template_values':{'a':1}`,template_id",
                "`'template_id':7,'template_values':{'a':1}`,template_id",
                "`'template_id':{},'template_values':{'a':1}`,template_id",
                "`'template_id':'t-019a0000','template_values':{'a':1}`,template_id",
                ID + ",template_values",
                "`" + ID + ",'template_values':{}`,template_values",
                "`" + ID + ",'template_values':[1]`,template_values",
                "`" + ID + ",'template_values':'{}'`,template_values",
                "`" + ID + ",'template_values':{'a':1},'template_version':0`,template_version",
                "`" + ID + ",'template_values':{'a':1},'template_version':1.5`,template_version",
                "`" + ID + ",'template_values':{'a':1},'template_version':1e30`,template_version",
                "`" + ID + ",'template_values':{'a':1},'template_version':'latest'`,template_version",
                "`" + ID + ",'template_values':{'a':1},'format':'gif'`,format"
            })
    void whatIsWrongWithAFillingIsNamed(String members, String wrong) {
        assertThat(Asked.wrongFields(ImageRequests.create(Asked.body("{" + members + "}"))))
                .containsExactly(wrong);
    }

    @Test
    void aReferenceIsPinnedToOneVersion() {
        Definition pinned = new TemplateReference(TEMPLATE, null, Asked.body("{'b':1.50,'a':null}"))
                .at(new TemplateVersionId(TEMPLATE, 7));

        assertThat(pinned.text())
                .isEqualTo("{\"image_type\":\"templated\",\"template_id\":\"t-" + TEMPLATE
                        + "\",\"template_values\":{\"a\":null,\"b\":1.50},\"template_version\":7}");
        Filling filling = Definition.parse(pinned.text()).filling().orElseThrow();
        assertThat(filling.template()).isEqualTo(new TemplateVersionId(TEMPLATE, 7));
        assertThat(filling.definition()).isEqualTo(pinned);
    }
}
