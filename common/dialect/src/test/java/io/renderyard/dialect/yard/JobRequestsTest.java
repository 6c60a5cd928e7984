package io.renderyard.dialect.yard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobRequestsTest {

    @Test
    void whatIsLeftOutHasItsDefault() {
        assertThat(understood("{'source':{'html':'<p>x'}}"))
                .isEqualTo(new Submission(
                        Bodies.TENANT,
                        RenderSpec.plain(new Source.Html("<p>x"), new Viewport(1200, 630, 1), new PictureFormat.Png()),
                        Variables.NONE,
                        Lane.INTERACTIVE,
                        null,
                        Map.of(),
                        Reuse.UNLIMITED));
    }

    @Test
    void everythingThatCanBeSaidIsUnderstood() {
        assertThat(understood("""
                        {'source':{'url':' https://example.com/a?b=%20#c '},'css':'p{}',
                         'output':{'format':'jpeg','width':8000,'height':2000,'deviceScale':2.5,'quality':1},
                         'capture':{'selector':'#a > b','fullPage':false},
                         'webhookUrl':'http://receiver.example/hook','metadata':{'order':'7','':''}}"""))
                .isEqualTo(new Submission(
                        Bodies.TENANT,
                        RenderSpec.plain(
                                        new Source.Url(URI.create("https://example.com/a?b=%20#c")),
                                        new Viewport(8000, 2000, 2.5),
                                        new PictureFormat.Jpeg(1))
                                .with(Additions.css("p{}"))
                                .with(Framing.of(new Area.Element("#a > b"))),
                        Variables.NONE,
                        Lane.HEAVY,
                        new Webhook(URI.create("http://receiver.example/hook")),
                        Map.of("order", "7", "", ""),
                        Reuse.NONE));
    }

    @Test
    void aNullIsTheSameAsLeftOut() {
        assertThat(understood("{'source':{'html':'x','url':null},'css':null,'output':null,'capture':null,"
                        + "'webhookUrl':null,'metadata':null}"))
                .isEqualTo(understood("{'source':{'html':'x'}}"));
    }

    @Test
    void qualityDefaultsForThoseThatHaveOne() {
        assertThat(understood("{'source':{'html':'x'},'output':{'format':'webp'}}")
                        .spec()
                        .format())
                .isEqualTo(new PictureFormat.Webp(80));
        assertThat(understood("{'source':{'html':'x'},'capture':{'fullPage':true}}")
                        .spec()
                        .framing()
                        .area())
                .isEqualTo(new Area.FullPage());
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrongIsNamed(String field, String says, String body) {
        assertThat(read(body))
                .as(body)
                .isInstanceOfSatisfying(
                        Reading.Wrong.class,
                        wrong -> assertThat(wrong.errors()).singleElement().satisfies(error -> {
                            assertThat(error.field()).isEqualTo(field);
                            assertThat(error.message()).contains(says);
                        }));
    }

    static Stream<Arguments> whatIsWrongIsNamed() {
        return Stream.of(
                arguments("", "must be a JSON object", "null"),
                arguments("", "must be a JSON object", ""),
                arguments("", "must be a JSON object", "[]"),
                arguments("", "must be a JSON object", "'x'"),
                arguments("source", "is required", "{}"),
                arguments("source", "is required", "{'source':{}}"),
                arguments("source", "is required", "{'source':null}"),
                arguments("source", "must be a JSON object", "{'source':'x'}"),
                arguments("source", "must be a JSON object", "{'source':''}"),
                arguments("source", "must be a JSON object", "{'source':[{'html':'x'}]}"),
                arguments("source", "not both", "{'source':{'html':'x','url':'http://a.example'}}"),
                arguments("source.html", "must not be empty", "{'source':{'html':' \\n'}}"),
                arguments("source.html", "must be a string", "{'source':{'html':1}}"),
                arguments("source.html", "must be a string", "{'source':{'html':1.5}}"),
                arguments("source.html", "must be a string", "{'source':{'html':true}}"),
                arguments("source.html", "must be a string", "{'source':{'html':{}}}"),
                arguments("source.html", "must be a string", "{'source':{'html':['x']}}"),
                arguments(
                        "source.htm",
                        "known are aspectRatio, html, model, negativePrompt, prompt, referenceImageUrl, seed, style, url",
                        "{'source':{'htm':'x'}}"),
                arguments(
                        "sauce",
                        "known are cache, capture, css, emoji, environment, fonts, metadata, output, requests, script, source, variables, wait, webhookUrl",
                        "{'sauce':1}"),
                arguments("source.url", "http:// or https://", url("ftp://a.example")),
                arguments("source.url", "http:// or https://", url("javascript:alert(1)")),
                arguments("source.url", "http:// or https://", url("file:///etc/passwd")),
                arguments("source.url", "http:// or https://", url("/relative")),
                arguments("source.url", "http:// or https://", url("")),
                arguments("source.url", "must name a host", url("http:a.example")),
                arguments("source.url", "must name a host", url("http:///path")),
                arguments("source.url", "must name a host", url("http://:80/")),
                arguments("source.url", "user name or password", url("http://me:secret@a.example/")),
                arguments("source.url", "user name or password", url("http://me:secret@a_b.example/")),
                arguments("source.url", "user name or password", url("http://@a.example/")),
                arguments("source.url", "percent-encode", url("http://a.example/a b")),
                arguments("source.url", "longer than 2048", url("http://a.example/" + "a".repeat(2_048))),
                arguments("css", "must be a string", with("'css':7")),
                arguments("output", "must be a JSON object", with("'output':7")),
                arguments("output.format", "png, jpeg, webp, avif, gif or pdf", with("'output':{'format':'PNG'}")),
                arguments("output.format", "must be a string", with("'output':{'format':3}")),
                arguments("output.width", "between 1 and 8000", with("'output':{'width':0}")),
                arguments("output.width", "between 1 and 8000", with("'output':{'width':8001}")),
                arguments("output.width", "must be a whole number", with("'output':{'width':1.5}")),
                arguments("output.width", "must be a whole number", with("'output':{'width':'12'}")),
                arguments("output.width", "must be a whole number", with("'output':{'width':''}")),
                arguments("output.width", "must be a whole number", with("'output':{'width':true}")),
                arguments("output.width", "beyond all bounds", with("'output':{'width':99999999999}")),
                arguments("output.height", "between 1 and 8000", with("'output':{'height':-1}")),
                arguments("output.deviceScale", "between 0.1 and 4", with("'output':{'deviceScale':0.09}")),
                arguments("output.deviceScale", "between 0.1 and 4", with("'output':{'deviceScale':4.01}")),
                arguments("output.deviceScale", "must be a number", with("'output':{'deviceScale':'2'}")),
                arguments(
                        "output", "100 million pixels", with("'output':{'width':8000,'height':8000,'deviceScale':2}")),
                arguments("output.quality", "between 1 and 100", with("'output':{'format':'jpeg','quality':0}")),
                arguments("output.quality", "between 1 and 100", with("'output':{'format':'webp','quality':101}")),
                arguments(
                        "output.quality",
                        "jpeg, webp and avif only; a png is always exact",
                        with("'output':{'quality':80}")),
                arguments("output.depth", "known are", with("'output':{'depth':8}")),
                arguments("capture", "not both", with("'capture':{'selector':'a','fullPage':true}")),
                arguments("capture.selector", "must not be empty", with("'capture':{'selector':' '}")),
                arguments("capture.fullPage", "must be true or false", with("'capture':{'fullPage':'true'}")),
                arguments("capture.fullPage", "must be true or false", with("'capture':{'fullPage':1}")),
                arguments("webhookUrl", "http:// or https://", with("'webhookUrl':'mailto:a@b.example'")),
                arguments("webhookUrl", "user name or password", with("'webhookUrl':'https://a:b@c.example/'")),
                arguments("webhookUrl", "must be a string", with("'webhookUrl':{}")),
                arguments("metadata", "must be a JSON object", with("'metadata':'x'")),
                arguments("metadata", "more than 50", with("'metadata':" + entries(51))),
                arguments("metadata.a", "must be a string", with("'metadata':{'a':1}")),
                arguments("metadata.a", "must be a string", with("'metadata':{'a':null}")),
                arguments("metadata.a", "must be a string", with("'metadata':{'a':{'b':'c'}}")),
                arguments("metadata.a", "longer than 500", with("'metadata':{'a':'" + "x".repeat(501) + "'}")),
                arguments("metadata.ab", "U+0000", with("'metadata':{'a\\u0000b':'x'}")),
                arguments("metadata.a", "U+0000", with("'metadata':{'a':'\\u0000'}")));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        assertThat(read("{'output':{'width':0,'height':0,'format':'bmp'},'webhookUrl':'x','capture':{'selector':''}}"))
                .isInstanceOfSatisfying(
                        Reading.Wrong.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder(
                                        "source",
                                        "output.width",
                                        "output.height",
                                        "output.format",
                                        "webhookUrl",
                                        "capture.selector"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{'source':{'html':'x'}", "hello", "{'a':1,}", "<p>", "{\"a\":\"\n\"}"})
    void whatIsNoJsonIsCalledSo(String body) {
        assertThat(read(body)).as(body).isInstanceOf(Reading.NotJson.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'source':{'html':'x'}} {}",
                "{'source':{'html':'x'},'source':{'html':'y'}}",
                "{'source':{'html':'x','html':'y'}}",
                "{'source':{'html':'x'},'metadata':{'a':'1','a':'2'}}"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String body) {
        assertThat(read(body)).as(body).isNotInstanceOf(Reading.Understood.class);
    }

    @Test
    void bytesThatAreNoUtf8AreNoJson() {
        byte[] body = "{\"source\":{\"html\":\"?\"}}".getBytes(StandardCharsets.US_ASCII);
        body[19] = (byte) 0xC3;

        assertThat(JobRequests.read(body, Bodies.CONTEXT)).isInstanceOf(Reading.NotJson.class);
    }

    @Test
    void depthsThatNobodyNeedsAreRefusedAndNotFallenInto() {
        assertThat(read("{'source':" + "[".repeat(100_000))).isNotInstanceOf(Reading.Understood.class);
        assertThat(read("[".repeat(100_000))).isNotInstanceOf(Reading.Understood.class);
    }

    private static String url(String url) {
        return "{'source':{'url':'" + url + "'}}";
    }

    private static String with(String member) {
        return "{'source':{'html':'x'}," + member + "}";
    }

    private static String entries(int count) {
        return IntStream.range(0, count).mapToObj(i -> "'k" + i + "':'v'").collect(Collectors.joining(",", "{", "}"));
    }

    private static Submission understood(String body) {
        return read(body) instanceof Reading.Understood(Submission submission) ? submission : fail(body);
    }

    private static Submission fail(String body) {
        throw new AssertionError(read(body));
    }

    /** Written with single quotes for reading's sake. */
    private static Reading read(String body) {
        return JobRequests.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Bodies.CONTEXT);
    }
}
