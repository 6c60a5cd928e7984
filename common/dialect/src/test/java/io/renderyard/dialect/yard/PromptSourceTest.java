package io.renderyard.dialect.yard;

import static io.renderyard.dialect.yard.Bodies.prompt;
import static io.renderyard.dialect.yard.Bodies.read;
import static io.renderyard.dialect.yard.Bodies.submission;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.Source;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptSourceTest {
    private static final String EVERYTHING =
            "'model':'flash','aspectRatio':'1:1','style':'cartoon','referenceImageUrl':'https://a.example/b.png',"
                    + "'negativePrompt':'people','seed':2147483647";

    @Test
    void whatIsLeftOutHasItsDefault() {
        var submission = submission("{'source':{'prompt':'a boat'}}");

        assertThat(submission.spec().source())
                .isEqualTo(new Source.Painted(new Prompt("a boat", "brush", "1:1", null, null, null, null, false)));
        assertThat(submission.spec().format()).isEqualTo(new PictureFormat.Png());
        assertThat(submission.spec().additions()).isEqualTo(Additions.NONE);
        assertThat(submission.lane()).isEqualTo(Lane.PROMPT);
    }

    @Test
    void everythingThatCanBeSaidIsUnderstood() {
        assertThat(submission(prompt(EVERYTHING)).spec().source())
                .isEqualTo(new Source.Painted(new Prompt(
                        "a boat",
                        "flash",
                        "1:1",
                        "cartoon",
                        URI.create("https://a.example/b.png"),
                        "people",
                        2_147_483_647L,
                        false)));
    }

    @Test
    void theFirstRatioIsTheModelsOwn() {
        assertThat(submission(prompt("'model':'flash'")).spec().source())
                .isInstanceOfSatisfying(
                        Source.Painted.class,
                        painted -> assertThat(painted.prompt().ratio()).isEqualTo("4:3"));
    }

    @Test
    void aKeyForTryingOutGetsPreviews() {
        assertThat(read("{'source':{'prompt':'a boat'}}", Bodies.TRIAL))
                .isInstanceOfSatisfying(
                        Reading.Understood.class,
                        understood -> assertThat(understood.submission().spec().source())
                                .isInstanceOfSatisfying(
                                        Source.Painted.class,
                                        painted -> assertThat(painted.prompt().preview())
                                                .isTrue()));
    }

    @Test
    void placesInThePromptStayForTheWorker() {
        var submission = submission("{'source':{'prompt':'{{a}}'},'variables':{'a':'a boat'}}");

        assertThat(submission.variables()).isEqualTo(new Variables(Map.of("a", "a boat")));
        assertThat(submission.spec().source())
                .isInstanceOfSatisfying(
                        Source.Painted.class,
                        painted -> assertThat(painted.prompt().words()).isEqualTo("{{a}}"));
    }

    @Test
    void charactersAreCountedAsPeopleDo() {
        String boat = "\uD83D\uDEA3";

        for (String words : new String[] {boat.repeat(5), boat.repeat(5_000), "a".repeat(5_000)}) {
            assertThat(read("{'source':{'prompt':'" + words + "'}}")).isInstanceOf(Reading.Understood.class);
        }
        assertThat(read(prompt("'negativePrompt':'" + boat.repeat(2_000) + "'")))
                .isInstanceOf(Reading.Understood.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'format':'png','compression':'compact','dpi':72",
                "'format':'jpeg','quality':70,'background':'#ffffff'",
                "'format':'jpg'",
                "'format':'webp','lossless':true",
                "'format':'avif','speed':7"
            })
    void stillPicturesComeInEveryFormat(String output) {
        assertThat(read("{'source':{'prompt':'a boat'},'output':{" + output + "}}"))
                .isInstanceOf(Reading.Understood.class);
    }

    @ParameterizedTest
    @MethodSource({"prompts", "sources", "members"})
    void whatIsWrongIsNamed(String field, String says, String body) {
        assertThat(Bodies.errors(body)).as(body).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(says);
        });
    }

    static Stream<Arguments> prompts() {
        return Stream.of(
                arguments("source.prompt", "is required", "{'source':{'model':'brush'}}"),
                arguments("source.prompt", "must be a string", "{'source':{'prompt':7}}"),
                arguments("source.prompt", "5 to 5000 characters", "{'source':{'prompt':''}}"),
                arguments("source.prompt", "5 to 5000 characters", "{'source':{'prompt':'boat'}}"),
                arguments("source.prompt", "5 to 5000 characters", "{'source':{'prompt':'" + "a".repeat(5_001) + "'}}"),
                arguments("source.prompt", "must not be empty", "{'source':{'prompt':'      '}}"),
                arguments("source.model", "must be brush or flash", prompt("'model':'Brush'")),
                arguments("source.model", "must be brush or flash", prompt("'model':'','aspectRatio':'7:1'")),
                arguments("source.aspectRatio", "must be 1:1, 16:9 or 9:16 for brush", prompt("'aspectRatio':'4:3'")),
                arguments(
                        "source.aspectRatio",
                        "must be 4:3 or 1:1 for flash",
                        prompt("'model':'flash','aspectRatio':'16:9'")),
                arguments("source.style", "must be vintage or cartoon", prompt("'style':'none'")),
                arguments(
                        "source.referenceImageUrl",
                        "http:// or https://",
                        prompt("'referenceImageUrl':'data:image/png;base64,AA=='")),
                arguments("source.referenceImageUrl", "http:// or https://", prompt("'referenceImageUrl':''")),
                arguments(
                        "source.negativePrompt",
                        "longer than 2000",
                        prompt("'negativePrompt':'" + "a".repeat(2_001) + "'")),
                arguments("source.seed", "between 0 and 2147483647", prompt("'seed':-1")),
                arguments("source.seed", "beyond all bounds", prompt("'seed':2147483648")),
                arguments("source.seed", "must be a whole number", prompt("'seed':1.5")));
    }

    static Stream<Arguments> sources() {
        return Stream.of(
                arguments("source", "only one of html, url and prompt", prompt("'html':'x'")),
                arguments("source", "only one of html, url and prompt", prompt("'url':'https://a.example/'")),
                arguments("source.model", "is for a prompt", "{'source':{'html':'x','model':'brush'}}"),
                arguments("source.seed", "is for a prompt", "{'source':{'url':'https://a.example/','seed':1}}"),
                arguments(
                        "output.pdf.more[0].prompt",
                        "known are html, url",
                        Bodies.pdf("'more':[{'prompt':'a boat'}]")));
    }

    static Stream<Arguments> members() {
        return Stream.of(
                arguments("output.format", "must be png, jpeg, webp or avif", output("'format':'gif','gif':{'fps':1}")),
                arguments("output.format", "must be png, jpeg, webp or avif", output("'format':'pdf','pdf':{}")),
                arguments("output.format", "png, jpeg, webp, avif, gif or pdf", output("'format':'tiff'")),
                arguments("output.quality", "jpeg, webp and avif only", output("'quality':7")),
                arguments("output.width", "a prompt has source.aspectRatio", output("'width':7")),
                arguments("output.height", "is for pages", output("'height':7")),
                arguments("output.deviceScale", "is for pages", output("'deviceScale':1")),
                arguments("output.mobile", "is for pages", output("'mobile':false")),
                arguments("output.touch", "is for pages", output("'touch':false")),
                arguments("output.landscape", "is for pages", output("'landscape':true")),
                arguments("output.maxWidth", "is for pages", output("'maxWidth':7")),
                arguments("output.maxHeight", "is for pages", output("'maxHeight':7")),
                arguments("css", "is for pages", beside("'css':''")),
                arguments("script", "is for pages", beside("'script':'1'")),
                arguments("fonts", "is for pages", beside("'fonts':[]")),
                arguments("emoji", "is for pages", beside("'emoji':'native'")),
                arguments("capture", "is for pages", beside("'capture':{}")),
                arguments("environment", "is for pages", beside("'environment':{}")),
                arguments("requests", "is for pages", beside("'requests':{}")),
                arguments("wait", "is for pages", beside("'wait':{}")));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThat(Bodies.errors("{'source':{'prompt':'','model':'x','style':'x','seed':-1},'output':{'width':1,"
                        + "'format':'gif'},'css':'','webhookUrl':'x'}"))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "source.prompt",
                        "source.model",
                        "source.style",
                        "source.seed",
                        "output.width",
                        "output.format",
                        "css",
                        "webhookUrl");
    }

    @Test
    void aPictureThatIsNotUsedIsWarnedOf() {
        String reference = "'referenceImageUrl':'https://a.example/'";

        assertThat(Warnings.of(submission(prompt("'model':'flash'," + reference)), Bodies.CONTEXT.models()))
                .containsExactly("referenceImageUrl ignored by flash");
        assertThat(Warnings.of(submission(prompt(reference)), Bodies.CONTEXT.models()))
                .isEmpty();
        assertThat(Warnings.of(submission(prompt("'model':'flash'")), Bodies.CONTEXT.models()))
                .isEmpty();
    }

    private static String output(String options) {
        return beside("'output':{" + options + "}");
    }

    private static String beside(String member) {
        return "{'source':{'prompt':'a boat'}," + member + "}";
    }
}
