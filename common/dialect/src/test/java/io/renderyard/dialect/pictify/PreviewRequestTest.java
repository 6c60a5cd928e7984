package io.renderyard.dialect.pictify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.renderyard.kernel.render.PictureFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aTemplateAndItsValuesAreReadTogether() {
        PreviewRequest wanted = ((Reading.Understood<PreviewRequest>) read("""
                        {"html":"{{a}}","width":30,"height":20,"format":"jpg","quality":0.5,"jsEnabled":true,
                         "strictVariables":true,"variables":{"a":"b"},
                         "variableDefinitions":[{"name":"a","allowRawHtml":true}]}""")).value();

        assertThat(wanted.content().base().width()).isEqualTo(30);
        assertThat(wanted.content().strict() && wanted.content().scripts()).isTrue();
        assertThat(wanted.content().raw()).containsExactly("a");
        assertThat(wanted.variables()).containsEntry("a", "b");
        assertThat(wanted.drawing().output().word()).isEqualTo("jpg");
        assertThat(wanted.drawing().output().format()).isEqualTo(new PictureFormat.Jpeg(50));
        // The size is the template's own: there is nothing to be scaled.
        assertThat(wanted.drawing().width()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|html|required",
                "{\"html\":\"x\",\"width\":0}|width|out_of_range",
                "{\"html\":\"x\",\"variables\":1}|variables|invalid_type",
                "{\"html\":\"x\",\"format\":\"pdf\"}|format|invalid_format",
                "{\"html\":\"x\",\"format\":\"gif\"}|format|invalid_format"
            })
    void whatIsWrongIsNamed(String body, String field, String code) {
        assertThat(((Reading.Wrong<PreviewRequest>) read(body)).problems())
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple(field, code));
    }

    @Test
    void whatIsNoTemplateIsNoPreview() {
        assertThat(read("{\"html\":\"" + "x".repeat(500 * 1_024 + 1) + "\"}")).isInstanceOf(Reading.TooLarge.class);
        assertThat(read("{\"fabricJSData\":{}}")).isInstanceOf(Reading.LeftOut.class);
        assertThat(read("[]")).isInstanceOf(Reading.Wrong.class);
    }

    private static Reading<PreviewRequest> read(String body) {
        return PreviewRequest.read(body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
