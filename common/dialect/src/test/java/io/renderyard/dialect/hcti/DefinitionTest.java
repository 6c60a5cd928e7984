package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.hcti.Understanding.Understood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same request always gives the same text. */
class DefinitionTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`'css':'a','selector':'b'`,`'selector':'b','css':'a'`",
                "`'metadata':{'a':'1','b':'2'}`,`'metadata':{'b':'2','a':'1'}`",
                "``,`'ms_delay':0,'device_scale':'2.0','media_type':'screen','disable_twemoji':false`",
                "``,`'render_when_ready':false,'viewport_mobile':'false','full_screen':false,'css':''`",
                "``,`'format':'webp','dedupe_duration_s':7,'request_overrides':[],'unknown':1`",
                "'device_scale':1,'device_scale':'1.00'",
                "'google_fonts':'Open Sans','google_fonts':' Open+Sans|Open Sans'"
            })
    void ofTheSameMarkup(String one, String other) {
        assertThat(Asked.definition(Asked.html(one)).text())
                .isEqualTo(Asked.definition(Asked.html(other)).text());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``,`'device_scale':1,'disable_twemoji':true,'google_fonts':'x','html':'y'`",
                "`'headers':{'a':'1','b':'2'}`,`'headers':['b: 2','a: 1']`",
                "`'headers':{'a':'1'},'additional_header_origins':['https://b.example','https://c.example']`,"
                        + "`'additional_header_origins':['https://c.example/','https://B.example:443','https://c.example'],"
                        + "'headers':{'a':'1'}`"
            })
    void ofTheSameAddress(String one, String other) {
        assertThat(Asked.definition(Asked.url(one)).text())
                .isEqualTo(Asked.definition(Asked.url(other)).text());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'css':'a','css':'b'",
                "``,'transparent_background':false",
                "``,'disable_twemoji':true",
                "``,`'viewport_width':1920,'viewport_height':1080`",
                "``,'max_render_once':true",
                "``,'metadata':{'a':'b'}"
            })
    void anotherPictureHasAnother(String one, String other) {
        assertThat(Asked.definition(Asked.html(one)).text())
                .isNotEqualTo(Asked.definition(Asked.html(other)).text());
    }

    @Test
    void itIsReadAsItWasWritten() {
        Definition written = Asked.definition(Asked.html(
                "'device_scale':0.50,'ms_delay':7,'transparent_background':false,'metadata':{'a':'\\u0000é'}"));

        Definition read = Definition.parse(written.text());

        assertThat(read.text()).isEqualTo(written.text());
        assertThat(Drawing.of(read)).isEqualTo(Drawing.of(written));
    }

    @Test
    void secretsAreInItAndNowhereElse() {
        Understanding<ImageRequest> right = ImageRequests.create(Asked.url("'headers':{'Authorization':'hunter2'}"));
        Understanding<ImageRequest> wrong = ImageRequests.create(
                Asked.url("'headers':{'Authorization':'hunter2\\n','hunter2 ':'x'},'timezone':'hunter2'"));

        assertThat(right).isInstanceOf(Understood.class);
        Definition definition = ((ImageRequest.Alone) Asked.understood(right)).definition();
        assertThat(definition.text()).contains("hunter2");
        assertThat(right.toString()).doesNotContain("hunter2");
        assertThat(Drawing.of(definition).toString()).doesNotContain("hunter2");
        assertThat(Asked.refused(wrong).errors())
                .extracting(error -> error.message())
                .noneMatch(message -> message.contains("hunter2"));
    }

    @Test
    void onlyWhatIsAskedForOnceIsDrawnOnce() {
        assertThat(Asked.definition(Asked.html("")).isOnce()).isFalse();
        assertThat(Asked.definition(Asked.html("'max_render_once':'true'")).isOnce())
                .isTrue();
    }
}
