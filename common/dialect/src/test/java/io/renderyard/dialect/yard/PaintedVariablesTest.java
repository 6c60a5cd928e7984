package io.renderyard.dialect.yard;

import static io.renderyard.dialect.yard.Bodies.html;
import static io.renderyard.dialect.yard.Bodies.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Prompt;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaintedVariablesTest {
    private static final Prompt BOAT = new Prompt("a boat", "brush", "1:1", null, null, null, null, false);

    @Test
    void aVariableOfTypeImageIsPainted() {
        var submission = submission(painted("'name':'Ada','bg':{'type':'image','prompt':'a boat'}"));

        assertThat(submission.variables()).isEqualTo(new Variables(Map.of("name", "Ada"), Map.of("bg", BOAT)));
        assertThat(submission.lane()).isEqualTo(Lane.PROMPT);
    }

    @Test
    void everythingThatCanBeSaidIsUnderstood() {
        assertThat(submission(painted("'bg':{'prompt':'a boat','type':'image','model':'flash','aspectRatio':'1:1',"
                                + "'style':'vintage','referenceImageUrl':'https://a.example/','negativePrompt':'no',"
                                + "'seed':0}"))
                        .variables()
                        .pictures())
                .containsExactly(Map.entry(
                        "bg",
                        new Prompt(
                                "a boat",
                                "flash",
                                "1:1",
                                "vintage",
                                URI.create("https://a.example/"),
                                "no",
                                0L,
                                false)));
    }

    @Test
    void onlyWhatSaysSoIsPainted() {
        assertThat(submission(painted("'a':{'type':'text','prompt':'a boat'},'b':{'c':{'type':'image'}},'d':'image',"
                                + "'e':[{'type':'image'}]"))
                        .variables()
                        .pictures())
                .isEmpty();
    }

    @Test
    void eightArePaintedAndNoMore() {
        assertThat(submission(painted(boats(8))).variables().pictures()).hasSize(8);
        assertThat(Bodies.errors(painted(boats(9)))).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("variables");
            assertThat(error.message()).contains("more than 8 of type image");
        });
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrongIsNamed(String field, String says, String body) {
        assertThat(Bodies.errors(body)).as(body).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(says);
        });
    }

    static Stream<Arguments> whatIsWrongIsNamed() {
        return Stream.of(
                arguments("variables.bg.prompt", "is required", painted("'bg':{'type':'image'}")),
                arguments("variables.bg.prompt", "5 to 5000", painted("'bg':{'type':'image','prompt':''}")),
                arguments("variables.bg.prompt", "must be a string", painted("'bg':{'type':'image','prompt':7}")),
                arguments("variables.bg.promt", "known are", painted("'bg':{'type':'image','promt':'a boat'}")),
                arguments("variables.bg.html", "known are", boat("'html':'x'")),
                arguments("variables.bg.model", "must be brush or flash", boat("'model':'x'")),
                arguments("variables.bg.aspectRatio", "must be 1:1", boat("'aspectRatio':'x'")),
                arguments("variables.bg.style", "must be vintage or cartoon", boat("'style':'x'")),
                arguments("variables.bg.referenceImageUrl", "https://", boat("'referenceImageUrl':'x'")),
                arguments("variables.bg.negativePrompt", "must be a string", boat("'negativePrompt':[]")),
                arguments("variables.bg.seed", "between 0 and 2147483647", boat("'seed':-1")),
                arguments("variables.bg.seed", "beyond all bounds", boat("'seed':99999999999999999999")),
                arguments(
                        "variables.bg",
                        "needs source.html",
                        Bodies.url("'variables':{'bg':{'type':'image','prompt':'a boat'}}")),
                arguments(
                        "variables.bg",
                        "needs source.html",
                        "{'source':{'prompt':'a {{bg}}'},'variables':{'bg':{'type':'image','prompt':'a boat'}}}"));
    }

    @Test
    void aPictureThatIsNotUsedIsWarnedOf() {
        String reference = "'referenceImageUrl':'https://a.example/'";

        assertThat(Warnings.of(submission(boat("'model':'flash'," + reference)), Bodies.CONTEXT.models()))
                .isEqualTo(List.of("variables.bg.referenceImageUrl ignored by flash"));
    }

    private static String boats(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "'b" + i + "':{'type':'image','prompt':'a boat'}")
                .collect(Collectors.joining(","));
    }

    private static String boat(String members) {
        return painted("'bg':{'type':'image','prompt':'a boat'," + members + "}");
    }

    private static String painted(String variables) {
        return html("'variables':{" + variables + "}");
    }
}
