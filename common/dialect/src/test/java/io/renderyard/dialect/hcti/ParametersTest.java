package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Each parameter at the edges of what it may be, in the form in which it is kept. */
class ParametersTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "css,'p{}','p{}'",
                "selector,'#a > b','#a > b'",
                "ms_delay,1,1",
                "ms_delay,20000,20000",
                "ms_delay,'20000',20000",
                "ms_delay,' 7 ',7",
                "ms_delay,2e3,2000",
                "ms_delay,5.0,5",
                "max_wait_ms,500,500",
                "max_wait_ms,10000,10000",
                "render_when_ready,true,true",
                "render_when_ready,'true',true",
                "render_when_ready,'TRUE',true",
                "device_scale,0.1,0.1",
                "device_scale,3,3",
                "device_scale,'1.50',1.5",
                "viewport_mobile,true,true",
                "viewport_landscape,'True',true",
                "viewport_touch,true,true",
                "full_screen,true,true",
                "transparent_background,true,true",
                "transparent_background,'false',false",
                "color_scheme,'dark','dark'",
                "color_scheme,'Light','light'",
                "media_type,'PRINT','print'",
                "timezone,'Europe/Berlin','Europe/Berlin'",
                "timezone,'UTC','UTC'",
                "max_render_once,true,true",
                "disable_twemoji,true,true",
                "google_fonts,`' Open+Sans|Roboto:300,700| |Open Sans'`,`'Open Sans|Roboto:300,700'`",
                "metadata,{'order':'7'},{'order':'7'}",
                "metadata,`'{\\'order\\':\\'7\\'}'`,{'order':'7'}",
                "request_overrides,`[{'action':'block','url':'*'}]`,`[{'action':'block','url':'*'}]`",
                "request_overrides,`[{'action':'block','resource_types':['script','font','script'],'url':null}]`,"
                        + "`[{'action':'block','resource_types':['font','script']}]`",
                "pdf_options,`{'page_width':'8in','scale':'0.5'}`,`{'page_width':'8in','scale':0.5}`"
            })
    void aValueForMarkupIsKept(String name, String given, String kept) {
        assertKept(Asked.html("'" + name + "':" + given), name, kept);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "css,'p{}','p{}'",
                "device_scale,2,2",
                "disable_twemoji,false,false",
                "block_consent_banners,true,true",
                "identify_as_hcti,'true',true",
                "headers,{'X-A':'b'},{'X-A':'b'}",
                "headers,['X-A:b:c'],{'X-A':'b:c'}",
                "headers,`['X-A: b','X-D: e ']`,`{'X-A':'b','X-D':'e'}`",
                "headers,'X-A:b',{'X-A':'b'}",
                "headers,`'{\\'X-A\\':\\'b\\'}'`,{'X-A':'b'}"
            })
    void aValueForAnAddressIsKept(String name, String given, String kept) {
        assertKept(Asked.url("'" + name + "':" + given), name, kept);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'https://b.example'",
                "['https://b.example']",
                "`['HTTPS://B.example:443/','https://b.example']`",
                "`'[\\'https://b.example\\']'`"
            })
    void originsAreKeptInOneForm(String given) {
        assertKept(
                Asked.url("'headers':{'a':'b'},'additional_header_origins':" + given),
                "additional_header_origins",
                "['https://b.example']");
    }

    @Test
    void pairsAreKept() {
        assertThat(Asked.definition(Asked.html("'viewport_width':1,'viewport_height':'6000'"))
                        .fields())
                .isEqualTo(Asked.html("'viewport_width':1,'viewport_height':6000,'image_type':'html_css'"));
        assertThat(Asked.definition(Asked.html("'jumbo_max_width':80000,'jumbo_max_height':5000"))
                        .fields())
                .isEqualTo(Asked.html("'jumbo_max_width':80000,'jumbo_max_height':5000,'image_type':'html_css'"));
        assertThat(Asked.definition(Asked.html("'jumbo_max_width':8001,'jumbo_max_height':1"))
                        .fields())
                .isEqualTo(Asked.html("'jumbo_max_width':8001,'jumbo_max_height':1,'image_type':'html_css'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''"})
    void nothingAndEmptyTextSayNothing(String nothing) {
        for (Parameter parameter : Parameters.ALL) {
            if (!parameter.name().equals("html")) {
                assertSaysNothing(Asked.html("'" + parameter.name() + "':" + nothing));
            }
            if (!parameter.name().equals("url")) {
                assertSaysNothing(Asked.url("'" + parameter.name() + "':" + nothing));
            }
        }
        assertSaysNothing(Asked.html("'template_id':" + nothing));
        assertSaysNothing(Asked.html("'format':" + nothing));
        assertSaysNothing(Asked.html("'dedupe_duration_s':" + nothing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'request_overrides':[]",
                "'metadata':{}",
                "'pdf_options':{}",
                "'pdf_options':{'page_width':null,'margins':null,'print_background':false}",
                "'google_fonts':' | '",
                "'__type':'templated'",
                "'content_version':7",
                "'includeId':true"
            })
    void emptyAndUnknownOnesSayNothing(String members) {
        assertSaysNothing(Asked.html(members));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'headers':{}", "'headers':[]", "'additional_header_origins':[]"})
    void emptyListsSayNothing(String members) {
        assertSaysNothing(Asked.url(members));
    }

    private static void assertSaysNothing(ObjectNode body) {
        assertThat(Asked.definition(body).fields().propertyNames())
                .as(body.toString())
                .hasSize(2)
                .contains("image_type");
    }

    private static void assertKept(ObjectNode body, String name, String kept) {
        assertThat(Asked.definition(body).at(name))
                .hasToString(Asked.body("{'kept':" + kept + "}").path("kept").toString());
    }
}
