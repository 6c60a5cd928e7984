package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.template.TemplateId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class BatchRequestsTest {
    private static final String A = "t-019a0000-0000-7000-8000-00000000000a";
    private static final String B = "t-019a0000-0000-7000-8000-00000000000b";
    private static final String VALUES = "'template_values':{'title':'x'}";

    @Test
    void aVariationGoesBeforeTheDefaults() {
        List<ImageRequest> requests = Asked.understood(BatchRequests.create(Asked.body("""
                {'default_options':{'css':'p{color:red}','device_scale':1},
                 'variations':[{'html':'<p>1'},{'html':'<p>2','device_scale':2},{'url':'https://a.example/','css':''}]}""")));

        assertThat(requests)
                .extracting(
                        request -> ((ImageRequest.Alone) request).definition().text())
                .containsExactly(
                        kept("{'html':'<p>1','css':'p{color:red}','device_scale':1,'image_type':'html_css'}"),
                        kept("{'html':'<p>2','css':'p{color:red}','image_type':'html_css'}"),
                        kept("{'url':'https://a.example/','image_type':'url'}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`'css':'a'`,`'css':'b'`,`'css':'b'`",
                "`'css':'a'`,`'css':null`,`'css':'a'`",
                "`'css':'a'`,`'css':''`,``",
                "`'device_scale':1`,`'device_scale':''`,``",
                "`'metadata':{'a':'1','b':'2'}`,`'metadata':{'a':'3'}`,`'metadata':{'a':'3'}`",
                "`'metadata':{'a':'1'}`,`'metadata':{}`,``",
                "`'request_overrides':[{'action':'block','url':'*'}]`,`'request_overrides':[]`,``",
                "`'pdf_options':{'scale':2}`,`'pdf_options':{}`,``"
            })
    void membersAreNotMergedAndEmptyOnesClear(String defaults, String variation, String merged) {
        String separator = merged.isEmpty() ? "" : ",";

        assertThat(alone("{'default_options':{'html':'<p>'," + defaults + "},'variations':[{" + variation + "}]}"))
                .isEqualTo(Asked.body("{'html':'<p>'" + separator + merged + ",'image_type':'html_css'}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`'html':'<p>'`,`'url':'https://a.example/'`,url",
                "`'url':'https://a.example/'`,`'html':'<p>'`,url",
                "`'url':'https://a.example/'`,`'html':'<p>','url':''`,html_css"
            })
    void anAddressWinsWhenAllIsMerged(String defaults, String variation, String type) {
        assertThat(alone("{'default_options':{" + defaults + "},'variations':[{" + variation + "}]}")
                        .path("image_type")
                        .asString())
                .isEqualTo(type);
    }

    @Test
    void equalsAreNotLookedFor() {
        ImageRequest request = Asked.understood(BatchRequests.create(
                        Asked.body("{'variations':[{'html':'<p>','dedupe_duration_s':-1,'format':'PDF'}]}")))
                .getFirst();

        assertThat(((ImageRequest.Alone) request).window()).isEqualTo(Duration.ZERO);
        assertThat(request.extension()).isEqualTo("pdf");
    }

    @Test
    void thereAre25AtMost() {
        assertThat(Asked.understood(BatchRequests.create(several(25)))).hasSize(25);
        assertThat(Asked.wrongFields(BatchRequests.create(several(26)))).containsExactly("variations");
        assertThat(Asked.wrongFields(BatchRequests.create(several(0)))).containsExactly("variations");
        assertThat(Asked.wrongFields(BatchRequests.templated(several(26)))).containsExactly("variations");
    }

    private static ObjectNode several(int count) {
        return Asked.body("{'default_options':null,'variations':["
                + String.join(",", Collections.nCopies(count, "{'html':'<p>'}")) + "]}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{},variations",
                "{'variations':{}},variations",
                "{'variations':null},variations",
                "`{'variations':[{'html':'x'}],'default_options':[]}`,default_options",
                "`{'variations':[{'html':'x'},7]}`,variations[1]",
                "`{'variations':[{'html':'x'},{}]}`,variations[1]",
                "`{'variations':[{'html':'x'},{'html':'y','ms_delay':-1}]}`,variations[1].ms_delay",
                "`{'variations':[{'url':'https://a.example/','headers':{'Host':'a'}}]}`,variations[0].headers.Host"
            })
    void whatIsWrongIsNamedByItsVariation(String body, String wrong) {
        assertThat(Asked.wrongFields(BatchRequests.create(Asked.body(body)))).containsExactly(wrong);
    }

    @Test
    void aVariationWithoutASourceIsToldInTheVendorsWords() {
        assertThat(Asked.refused(BatchRequests.create(Asked.body("{'variations':[{}]}")))
                        .message())
                .isEqualTo("variations[0] cannot be drawn: HTML is Required.");
    }

    @Test
    void everythingIsMergedThroughAllItsDepthForTemplates() {
        assertThat(templated(
                                "'template_id':'" + A
                                        + "','template_version':7,'template_values':{'a':{'b':1,'c':[1,2]},'d':5},'format':'png'",
                                "'template_values':{'a':{'c':[3],'e':null},'f':'g'}")
                        .template())
                .isEqualTo(
                        new TemplateReference(id(A), 7L, Asked.body("{'a':{'b':1,'c':[3],'e':null},'d':5,'f':'g'}")));
    }

    @Test
    void theDefaultsAreTheSameForEachVariation() {
        List<ImageRequest> requests =
                Asked.understood(BatchRequests.templated(Asked.body("{'default_options':{'template_id':'" + A
                        + "','template_values':{'a':{}}},'variations':[{'template_values':{'a':{'b':1}}},{}]}")));

        assertThat(requests)
                .extracting(
                        request -> ((ImageRequest.Templated) request).template().values())
                .containsExactly(Asked.body("{'a':{'b':1}}"), Asked.body("{'a':{}}"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            nullValues = "latest",
            value = {
                "``,7",
                "'template_version':8,8",
                "'template_version':null,latest",
                "'template_id':'" + B + "',latest",
                "`'template_id':'" + B + "','template_version':9`,9"
            })
    void anotherTemplateDropsTheVersion(String variation, @Nullable Long version) {
        assertThat(templated("'template_id':'" + A + "','template_version':7," + VALUES, variation)
                        .template()
                        .version())
                .isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'template_values':null", "'template_values':{}", "'template_values':[]", "'format':'gif'"})
    void whatIsWrongWithAFillingIsNamedByItsVariation(String variation) {
        String name = Objects.requireNonNull(variation.split("'")[1]);

        assertThat(Asked.wrongFields(BatchRequests.templated(Asked.body("{'default_options':{'template_id':'" + A
                        + "'},'variations':[{" + VALUES + "," + variation + "}]}"))))
                .containsExactly("variations[0]." + name);
    }

    private static String kept(String fields) {
        return Asked.kept(Asked.body(fields));
    }

    private static ObjectNode alone(String body) {
        ImageRequest request =
                Asked.understood(BatchRequests.create(Asked.body(body))).getFirst();
        return ((ImageRequest.Alone) request).definition().fields();
    }

    private static ImageRequest.Templated templated(String defaults, String variation) {
        return (ImageRequest.Templated) Asked.understood(BatchRequests.templated(
                        Asked.body("{'default_options':{" + defaults + "},'variations':[{" + variation + "}]}")))
                .getFirst();
    }

    private static TemplateId id(String name) {
        return TemplateName.parse(name).orElseThrow();
    }
}
