package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What one parameter demands of another. */
class CrossRulesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'viewport_width':800,viewport_height",
                "'viewport_height':800,viewport_width",
                "`'viewport_width':800,'viewport_height':null`,viewport_height",
                "`'viewport_width':800,'viewport_height':6001`,viewport_height",
                "`'viewport_width':0,'viewport_height':800`,viewport_width",
                "'jumbo_max_height':9000,jumbo_max_width",
                "'jumbo_max_width':9000,jumbo_max_height",
                "`'jumbo_max_width':8000,'jumbo_max_height':8000`,jumbo_max_width",
                "`'jumbo_max_width':80000,'jumbo_max_height':5001`,jumbo_max_width",
                "`'jumbo_max_width':80001,'jumbo_max_height':1`,jumbo_max_width",
                "`'jumbo_max_width':0,'jumbo_max_height':9000`,jumbo_max_width",
                "`'jumbo_max_width':9000,'jumbo_max_height':9000,'pdf_options':{'scale':1}`,pdf_options"
            })
    void aPairComesTogetherAndJumboWithinItsBounds(String members, String wrong) {
        assertThat(Asked.wrongFields(ImageRequests.create(Asked.html(members)))).containsExactly(wrong);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'additional_header_origins':['https://b.example'],additional_header_origins",
                "'include_headers_on_subrequests':true,include_headers_on_subrequests",
                "`'headers':{},'include_headers_on_subrequests':true`,include_headers_on_subrequests",
                "`'headers':{'Host':'a'},'include_headers_on_subrequests':true`,headers.Host"
            })
    void whatSpeaksOfHeadersNeedsThem(String members, String wrong) {
        assertThat(Asked.wrongFields(ImageRequests.create(Asked.url(members)))).containsExactly(wrong);
    }

    @Test
    void headersThatAreNotSentAnywhereElseNeedNone() {
        assertThat(Asked.definition(Asked.url("'include_headers_on_subrequests':false"))
                        .has("include_headers_on_subrequests"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'full_screen':true",
                "'pdf_options':{'scale':9}",
                "'metadata':{'a':7}",
                "'headers':7",
                "'block_consent_banners':7",
                "'identify_as_hcti':7",
                "'include_headers_on_subrequests':true",
                "'additional_header_origins':['https://b.example']"
            })
    void ofATemplateTheyMeanNothing(String members) {
        ObjectNode body = Asked.html(members);

        assertThat(Asked.understood(ImageRequests.template(body)).fields())
                .isEqualTo(Asked.html("'image_type':'template'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'headers':7",
                "'additional_header_origins':['https://b.example']",
                "'include_headers_on_subrequests':true",
                "'identify_as_hcti':7",
                "'block_consent_banners':7",
                "'name':7",
                "'description':7"
            })
    void ofMarkupTheyMeanNothing(String members) {
        assertThat(Asked.definition(Asked.html(members)).fields()).isEqualTo(Asked.html("'image_type':'html_css'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'html':7", "'google_fonts':7", "'name':7"})
    void ofAnAddressTheyMeanNothing(String members) {
        assertThat(Asked.definition(Asked.url(members)).fields()).isEqualTo(Asked.url("'image_type':'url'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'pdf_options':7",
                "'metadata':7",
                "'request_overrides':7",
                "'format':'gif'",
                "'dedupe_duration_s':-1"
            })
    void inASignedAddressTheyMeanNothing(String members) {
        assertThat(Asked.understood(ImageRequests.signed(Asked.url(members))).fields())
                .isEqualTo(Asked.url("'image_type':'url'"));
        assertThat(Asked.understood(ImageRequests.signed(Asked.html(members))).fields())
                .isEqualTo(Asked.html("'image_type':'html_css'"));
    }
}
