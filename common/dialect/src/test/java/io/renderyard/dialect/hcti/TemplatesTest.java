package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.hcti.Understanding.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template is made from; what its placeholders are is judged elsewhere. */
class TemplatesTest {
    @Test
    void whatIsStoredIsKeptAlsoWhereItIsWhatIsTheCaseAnyway() {
        String stored = "'name':'Card','description':'d','css':'p{}','selector':'#a','device_scale':2,'ms_delay':0,"
                + "'media_type':'screen','disable_twemoji':false,'max_render_once':true";

        assertThat(Asked.understood(ImageRequests.template(Asked.html(stored))).text())
                .isEqualTo(Asked.kept(Asked.html(stored + ",'image_type':'template'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'html':' '}", "{'url':'https://a.example/'}"})
    void withoutMarkupTheVendorsWordsAreTheAnswer(String body) {
        assertThat(ImageRequests.template(Asked.body(body))).isEqualTo(new Refused<>("HTML is Required", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{'html':7},html",
                "`{'html':'{{a}}','css':'p{color:{{c}}}'}`,css",
                "`{'html':'{{a}}','viewport_width':7}`,viewport_height",
                "`{'html':'{{a}}','name':7}`,name"
            })
    void whatIsWrongIsNamed(String body, String wrong) {
        assertThat(Asked.wrongFields(ImageRequests.template(Asked.body(body)))).containsExactly(wrong);
    }

    @Test
    void aNameHas64CharactersAndADescription1024() {
        Asked.understood(ImageRequests.template(Asked.html(named(64, 1_024))));

        assertThat(Asked.wrongFields(ImageRequests.template(Asked.html(named(65, 1_025)))))
                .containsExactly("name", "description");
    }

    private static String named(int name, int description) {
        return "'name':'" + "n".repeat(name) + "','description':'" + "d".repeat(description) + "'";
    }
}
