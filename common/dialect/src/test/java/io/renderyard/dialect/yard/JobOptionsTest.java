package io.renderyard.dialect.yard;

import static io.renderyard.dialect.yard.Bodies.gif;
import static io.renderyard.dialect.yard.Bodies.html;
import static io.renderyard.dialect.yard.Bodies.output;
import static io.renderyard.dialect.yard.Bodies.pdf;
import static io.renderyard.dialect.yard.Bodies.spec;
import static io.renderyard.dialect.yard.Bodies.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Additions.Emoji;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.Environment.ColorScheme;
import io.renderyard.kernel.render.Environment.Geolocation;
import io.renderyard.kernel.render.Environment.MediaType;
import io.renderyard.kernel.render.FontRequest;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.Framing.Background;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.PictureFormat.Margins;
import io.renderyard.kernel.render.PictureFormat.Motion;
import io.renderyard.kernel.render.PictureFormat.Packing;
import io.renderyard.kernel.render.PictureFormat.Paper;
import io.renderyard.kernel.render.ResourceType;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.kernel.render.Waiting.Arrival;
import io.renderyard.kernel.render.Waiting.Defect;
import io.renderyard.kernel.render.Waiting.OnTimeout;
import io.renderyard.kernel.tenant.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each option comes to what the engine understands. */
class JobOptionsTest {
    @ParameterizedTest
    @MethodSource
    void aFormatHasItsOptions(PictureFormat format, String body) {
        assertThat(spec(body).format()).isEqualTo(format);
    }

    static Stream<Arguments> aFormatHasItsOptions() {
        return Stream.of(
                arguments(new PictureFormat.Png(), output("png", "'dpi':null")),
                arguments(
                        new PictureFormat.Png(new Packing.Fast(), 30), output("png", "'compression':'fast','dpi':30")),
                arguments(
                        new PictureFormat.Png(new Packing.Compact(), 600),
                        output("png", "'compression':'compact','dpi':600")),
                arguments(new PictureFormat.Png(new Packing.Palette(2), null), output("png", "'colors':2")),
                arguments(new PictureFormat.Png(new Packing.Palette(256), null), output("png", "'colors':256")),
                arguments(new PictureFormat.Jpeg(80), output("jpg", "'quality':null")),
                arguments(
                        new PictureFormat.Jpeg(100, new Colour(0x0aF0ff), 96),
                        output("jpeg", "'quality':100,'background':'#0AF0ff','dpi':96")),
                arguments(new PictureFormat.Webp(1, true), output("webp", "'quality':1,'lossless':true")),
                arguments(new PictureFormat.Webp(80, false), output("webp", "'lossless':false")),
                arguments(new PictureFormat.Avif(60, 6), output("avif", "'speed':null")),
                arguments(new PictureFormat.Avif(1, 0), output("avif", "'quality':1,'speed':0")),
                arguments(new PictureFormat.Avif(100, 10), output("avif", "'quality':100,'speed':10")),
                arguments(
                        new PictureFormat.Gif(15, null, Duration.ofSeconds(10), Motion.AUTO, 256, 0),
                        output("gif", "'gif':{}")),
                arguments(
                        new PictureFormat.Gif(
                                50, Duration.ofMillis(100), Duration.ofSeconds(10), Motion.TIMELINE, 2, 65535),
                        gif("'fps':50,'duration':100,'motion':'timeline','colors':2,'loops':65535")),
                arguments(
                        new PictureFormat.Gif(1, null, Duration.ofSeconds(30), Motion.RECORDING, 256, 1),
                        gif("'fps':1,'maxDuration':30000,'motion':'recording','loops':1")),
                arguments(document(Paper.A4, Margins.NONE), output("pdf", "'pdf':null")),
                arguments(document(Paper.LETTER, Margins.NONE), pdf("'paper':'Letter'")),
                arguments(document(new Paper(612, 1008), Margins.NONE), pdf("'paper':'Legal'")),
                arguments(document(new Paper(842, 1191), Margins.NONE), pdf("'paper':'A3'")),
                arguments(document(new Paper(420, 595), Margins.NONE), pdf("'paper':'A5'")),
                arguments(document(new Paper(792, 1224), Margins.NONE), pdf("'paper':'Tabloid'")),
                arguments(document(new Paper(612, 450), Margins.NONE), pdf("'width':'8.5in','height':'600px'")),
                arguments(document(new Paper(14400, 595), Margins.NONE), pdf("'width':'200in','height':'595pt'")),
                arguments(document(Paper.A4, new Margins(72, 72, 72, 72)), pdf("'margins':'1in'")),
                arguments(
                        document(Paper.A4, new Margins(0, 7.5, 0, 3)), pdf("'margins':{'right':'10px','left':'3pt'}")),
                arguments(document(Paper.A4, Margins.NONE), pdf("'margins':{}")),
                arguments(document(Paper.A4, Margins.NONE), pdf("'margins':{'top':'0mm'}")));
    }

    private static PictureFormat.Pdf document(Paper paper, Margins margins) {
        return new PictureFormat.Pdf(paper, margins, 1, false, true, null, null, null, null, false, List.of());
    }

    @Test
    void aDocumentMayHaveEverything() {
        assertThat(spec(pdf("'scale':0.1,'landscape':true,'backgrounds':false,'pages':' 1-3, 5 ','header':'<b>h</b>',"
                                + "'footer':'f','title':'T','more':[{'html':'two'},{'url':'http://b.example/'}]"))
                        .format())
                .isEqualTo(new PictureFormat.Pdf(
                        Paper.A4,
                        Margins.NONE,
                        0.1,
                        true,
                        false,
                        "1-3,5",
                        "<b>h</b>",
                        "f",
                        "T",
                        false,
                        List.of(new Source.Html("two"), new Source.Url(URI.create("http://b.example/")))));
        assertThat(spec(pdf("'onePage':true,'margins':'600pt','width':'2000pt','height':'10cm'"))
                        .format())
                .isInstanceOfSatisfying(
                        PictureFormat.Pdf.class,
                        pdf -> assertThat(pdf.onePage()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"210mm, 595.28", "21cm, 595.28", "8.5in, 612", "816px, 612", "612pt, 612", "10.0 mm, 28.35"})
    void aLengthIsSoManyPoints(String length, double points) {
        assertThat(spec(pdf("'width':'" + length + "','height':'100mm'")).format())
                .isInstanceOfSatisfying(
                        PictureFormat.Pdf.class,
                        pdf -> assertThat(pdf.paper().width()).isCloseTo(points, within(0.01)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void aDocumentMayHaveAHundredMorePages(int count) {
        String more = String.join(",", Collections.nCopies(count, "{'html':'y'}"));

        assertThat(spec(pdf("'more':[" + more + "]")).format())
                .isInstanceOfSatisfying(
                        PictureFormat.Pdf.class, pdf -> assertThat(pdf.more()).hasSize(count));
    }

    @ParameterizedTest
    @MethodSource
    void aViewportIsTheWindow(Viewport viewport, String members) {
        assertThat(spec(html("'output':{" + members + "}")).viewport()).isEqualTo(viewport);
    }

    static Stream<Arguments> aViewportIsTheWindow() {
        return Stream.of(
                arguments(new Viewport(1, 1, 0.1), "'width':1,'height':1,'deviceScale':0.1"),
                arguments(new Viewport(8000, 781, 4), "'width':8000,'height':781,'deviceScale':4"),
                arguments(
                        new Viewport(390, 844, 3, true, true, true),
                        "'width':390,'height':844,'deviceScale':3,'mobile':true,'touch':true,'landscape':true"),
                arguments(new Viewport(1200, 630, 1), "'mobile':false,'touch':false,'landscape':false"));
    }

    @ParameterizedTest
    @MethodSource
    void aPictureIsFramed(Framing framing, String members) {
        assertThat(spec(html(members)).framing()).isEqualTo(framing);
    }

    static Stream<Arguments> aPictureIsFramed() {
        Area window = new Area.Window();
        return Stream.of(
                arguments(Framing.WINDOW, "'capture':{}"),
                arguments(Framing.WINDOW, "'capture':{'fullPage':false,'content':false,'background':'page'}"),
                arguments(Framing.of(new Area.Content()), "'capture':{'content':true}"),
                arguments(Framing.of(new Area.Content()), "'capture':{'content':true,'fullPage':false}"),
                arguments(Framing.of(new Area.Clip(0, 0, 1, 80000)), "'capture':{'clip':{'width':1,'height':80000}}"),
                arguments(
                        Framing.of(new Area.Clip(0.5, 1000000, 10.25, 20)),
                        "'capture':{'clip':{'x':0.5,'y':1000000,'width':10.25,'height':20}}"),
                arguments(
                        new Framing(window, Background.TRANSPARENT, SizeLimit.STANDARD),
                        "'capture':{'background':'transparent'}"),
                arguments(
                        new Framing(window, Background.OPAQUE, SizeLimit.STANDARD),
                        "'capture':{'background':'opaque'}"),
                arguments(
                        new Framing(window, Background.PAGE, new SizeLimit(80000, 5000)),
                        "'output':{'maxWidth':80000,'maxHeight':5000}"),
                arguments(
                        new Framing(window, Background.PAGE, new SizeLimit(1, 1)),
                        "'output':{'maxWidth':1,'maxHeight':1,'format':'gif'}"));
    }

    @Test
    void thePageIsAddedTo() {
        assertThat(spec(html("'css':'','script':'go()','fonts':['Roboto:300,400,700i,400',' Open Sans '],"
                                + "'emoji':'twemoji'"))
                        .additions())
                .isEqualTo(new Additions(
                        "",
                        "go()",
                        List.of(
                                new FontRequest("Roboto", List.of("300", "400", "700i")),
                                new FontRequest("Open Sans", List.of())),
                        Emoji.TWEMOJI));
        assertThat(spec(html("'fonts':[],'emoji':'native'")).additions()).isEqualTo(Additions.NONE);
    }

    @Test
    void theWorldIsAsThePageIsTold() {
        assertThat(spec(url("'environment':{'colorScheme':'dark','reducedMotion':true,'mediaType':'print',"
                                + "'timezone':'America/Argentina/Buenos_Aires','locale':'zh-Hant-TW',"
                                + "'geolocation':{'latitude':-90,'longitude':180,'accuracy':0},'userAgent':'Me/1',"
                                + "'javaScript':false}"))
                        .environment())
                .isEqualTo(new Environment(
                        ColorScheme.DARK,
                        true,
                        MediaType.PRINT,
                        "America/Argentina/Buenos_Aires",
                        "zh-Hant-TW",
                        new Geolocation(-90, 180, 0),
                        "Me/1",
                        false));
        assertThat(spec(html("'environment':{}")).environment()).isEqualTo(Environment.PLAIN);
        assertThat(spec(html("'environment':{'colorScheme':'light','javaScript':true,'mediaType':'screen'}"))
                        .environment()
                        .colorScheme())
                .isEqualTo(ColorScheme.LIGHT);
        assertThat(spec(url("'environment':{'geolocation':{'latitude':52.5,'longitude':13.4}}"))
                        .environment()
                        .geolocation())
                .isEqualTo(new Geolocation(52.5, 13.4, 10));
    }

    @Test
    void theTrafficIsAsAsked() {
        Traffic traffic = spec(url("'requests':{'headers':{'X-Key':'k\\tü','Authorization':''},"
                        + "'headerOrigins':['HTTPS://Api.Example:443/','http://b.example:8080'],"
                        + "'headersOnSubresources':true,"
                        + "'cookies':[{'name':'a','value':'b=c'},"
                        + "{'name':'__Secure-s','value':'','domain':'.a.example','path':'/p','secure':true,'httpOnly':true}],"
                        + "'auth':{'user':'me','password':'p:w'},"
                        + "'block':[{'url':'*/ads/*'},{'types':['image','text_track']},{'url':'x','types':['script']}],"
                        + "'blockAds':true,'blockConsentBanners':true}"))
                .traffic();

        assertThat(traffic.headers())
                .containsExactly(
                        new Traffic.Header("X-Key", new Secret("k\tü")),
                        new Traffic.Header("Authorization", new Secret("")));
        assertThat(traffic)
                .isEqualTo(new Traffic(
                        traffic.headers(),
                        Set.of("https://api.example", "http://b.example:8080"),
                        true,
                        List.of(
                                new Traffic.Cookie("a", new Secret("b=c"), null, "/", false, false),
                                new Traffic.Cookie("__Secure-s", new Secret(""), ".a.example", "/p", true, true)),
                        new Traffic.Login("me", new Secret("p:w")),
                        List.of(
                                new BlockRule("*/ads/*", Set.of()),
                                new BlockRule(null, Set.of(ResourceType.IMAGE, ResourceType.TEXT_TRACK)),
                                new BlockRule("x", Set.of(ResourceType.SCRIPT))),
                        true,
                        true));
        assertThat(spec(html("'requests':{}")).traffic()).isEqualTo(Traffic.PLAIN);
    }

    @Test
    void aDocumentWithAnAddressFurtherOnMayLogInThere() {
        assertThat(spec(html(
                                "'output':{'format':'pdf','pdf':{'more':[{'url':'http://b.example/'}]}},"
                                        + "'requests':{'auth':{'user':'u','password':'p'},'cookies':[{'name':'a','value':'b'}]}"))
                        .traffic()
                        .login())
                .isEqualTo(new Traffic.Login("u", new Secret("p")));
    }

    @Test
    void thePageIsWaitedFor() {
        assertThat(spec(html("'wait':{'until':'network_quiet','selector':'#a','expression':'window.x','ready':'Done',"
                                + "'delay':30000,'atMost':60000,'onTimeout':'capture',"
                                + "'failOn':['http_error','console_error','failed_resource']}"))
                        .waiting())
                .isEqualTo(new Waiting(
                        Arrival.NETWORK_QUIET,
                        "#a",
                        "window.x",
                        "Done",
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(60),
                        OnTimeout.CAPTURE,
                        Set.of(Defect.values())));
        assertThat(spec(html("'wait':{}")).waiting()).isEqualTo(Waiting.PLAIN);
        assertThat(spec(html("'wait':{'until':'load','onTimeout':'fail','failOn':[],'delay':0,'atMost':1}"))
                        .waiting()
                        .atMost())
                .isEqualTo(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'css':null,'script':null,'fonts':null,'emoji':null,'environment':null,'requests':null,'wait':null",
                "'output':{'format':null,'width':null,'mobile':null,'quality':null,'lossless':null,'compression':null,"
                        + "'colors':null,'background':null,'dpi':null,'speed':null,'maxWidth':null,'maxHeight':null,"
                        + "'gif':null,'pdf':null}",
                "'capture':{'selector':null,'fullPage':null,'content':null,'clip':null,'background':null}",
                "'environment':{'colorScheme':null,'reducedMotion':null,'mediaType':null,'timezone':null,"
                        + "'locale':null,'geolocation':null,'userAgent':null,'javaScript':null}",
                "'requests':{'headers':null,'headerOrigins':null,'headersOnSubresources':null,'cookies':null,"
                        + "'auth':null,'block':null,'blockAds':null,'blockConsentBanners':null}",
                "'requests':{'headers':{},'headerOrigins':[],'headersOnSubresources':false,'cookies':[],'block':[]}",
                "'wait':{'until':null,'selector':null,'expression':null,'ready':null,'delay':null,'atMost':null,"
                        + "'onTimeout':null,'failOn':null}"
            })
    void aNullIsTheSameAsLeftOut(String members) {
        assertThat(spec(html(members))).isEqualTo(spec("{'source':{'html':'x'}}"));
    }
}
