package io.renderyard.dialect.yard;

import static io.renderyard.dialect.yard.Bodies.gif;
import static io.renderyard.dialect.yard.Bodies.html;
import static io.renderyard.dialect.yard.Bodies.output;
import static io.renderyard.dialect.yard.Bodies.pdf;
import static io.renderyard.dialect.yard.Bodies.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.job.FieldError;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wrong value is named by its field, with a sentence that says what would be right. */
class WrongOptionsTest {
    @ParameterizedTest
    @MethodSource({
        "additions",
        "formats",
        "moving",
        "documents",
        "framing",
        "environment",
        "headers",
        "traffic",
        "waits"
    })
    void whatIsWrongIsNamed(String field, String says, String body) {
        assertThat(Bodies.errors(body)).as(body).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(says);
        });
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                arguments("css", "longer than 1000000", html("'css':'" + "a".repeat(1_000_001) + "'")),
                arguments("script", "longer than 1000000", html("'script':'" + "a".repeat(1_000_001) + "'")),
                arguments("script", "must be a string", html("'script':{}")),
                arguments("fonts", "must be a list", html("'fonts':'Roboto'")),
                arguments("fonts", "must be a list", html("'fonts':{}")),
                arguments("fonts", "more than 20", html("'fonts':[" + copies("'Roboto'", 21) + "]")),
                arguments("fonts[1]", "must be a string", html("'fonts':['Roboto',null]")),
                arguments("fonts[1]", "must be a string", html("'fonts':['Roboto',7]")),
                arguments("fonts[0]", "such as Roboto:300", html("'fonts':['Roboto:bold']")),
                arguments("fonts[0]", "such as Roboto:300", html("'fonts':['Roboto:']")),
                arguments("fonts[0]", "such as Roboto:300", html("'fonts':['Roboto:1000']")),
                arguments("fonts[0]", "such as Roboto:300", html("'fonts':['']")),
                arguments("fonts[0]", "such as Roboto:300", html("'fonts':['a;b{}']")),
                arguments("fonts[2]", "such as Roboto:300", html("'fonts':['A','B','" + "C".repeat(101) + "']")),
                arguments("emoji", "must be native or twemoji", html("'emoji':'apple'")),
                arguments("emoji", "must be a string", html("'emoji':true")));
    }

    static Stream<Arguments> formats() {
        return Stream.of(
                arguments("output.format", "png, jpeg, webp, avif, gif or pdf", output("tiff", "'dpi':72")),
                arguments("output.quality", "between 1 and 100", output("avif", "'quality':0")),
                arguments("output.quality", "jpeg, webp and avif only", output("gif", "'quality':80")),
                arguments("output.quality", "jpeg, webp and avif only", output("pdf", "'quality':80")),
                arguments("output.lossless", "webp only", output("avif", "'lossless':true")),
                arguments("output.lossless", "true or false", output("webp", "'lossless':'yes'")),
                arguments("output.compression", "png only", output("jpeg", "'compression':'fast'")),
                arguments("output.compression", "must be fast or compact", output("png", "'compression':'best'")),
                arguments("output.colors", "between 2 and 256", output("png", "'colors':1")),
                arguments("output.colors", "between 2 and 256", output("png", "'colors':257")),
                arguments("output.colors", "palette is compact", output("png", "'colors':9,'compression':'fast'")),
                arguments("output.colors", "output.gif.colors", output("gif", "'colors':9")),
                arguments(
                        "output.background",
                        "jpeg only; what is behind the page",
                        output("png", "'background':'#fff000'")),
                arguments("output.background", "#rrggbb", output("jpeg", "'background':'white'")),
                arguments("output.background", "#rrggbb", output("jpeg", "'background':'#fff'")),
                arguments("output.dpi", "between 30 and 600", output("png", "'dpi':29")),
                arguments("output.dpi", "between 30 and 600", output("jpg", "'dpi':601")),
                arguments("output.dpi", "png and jpeg only", output("webp", "'dpi':72")),
                arguments("output.speed", "between 0 and 10", output("avif", "'speed':-1")),
                arguments("output.speed", "between 0 and 10", output("avif", "'speed':11")),
                arguments("output.speed", "avif only", output("webp", "'speed':6")),
                arguments("output.maxHeight", "come together", output("png", "'maxWidth':9000")),
                arguments("output.maxWidth", "come together", output("png", "'maxHeight':9000")),
                arguments("output.maxWidth", "between 1 and 80000", output("png", "'maxWidth':80001,'maxHeight':1")),
                arguments("output.maxHeight", "between 1 and 80000", output("png", "'maxWidth':1,'maxHeight':0")),
                arguments("output", "400,000,000", output("png", "'maxWidth':80000,'maxHeight':5001")),
                arguments("output.mobile", "true or false", output("png", "'mobile':1")),
                arguments("output.deviceScale", "between 0.1 and 4", output("png", "'deviceScale':1e999")),
                arguments("output.gif", "gif only", output("png", "'gif':{}")),
                arguments("output.pdf", "pdf only", output("png", "'pdf':{}")),
                arguments("output.gif", "must be a JSON object", output("gif", "'gif':[]")));
    }

    static Stream<Arguments> moving() {
        return Stream.of(
                arguments("output.gif.fps", "between 1 and 50", gif("'fps':0.9")),
                arguments("output.gif.fps", "between 1 and 50", gif("'fps':50.1")),
                arguments("output.gif.fps", "must be a number", gif("'fps':'12'")),
                arguments("output.gif.duration", "between 100 and 30000", gif("'duration':99")),
                arguments("output.gif.duration", "between 100 and 30000", gif("'duration':30001")),
                arguments("output.gif.maxDuration", "between 100 and 30000", gif("'maxDuration':99")),
                arguments("output.gif.maxDuration", "leave out duration", gif("'duration':500,'maxDuration':900")),
                arguments("output.gif.motion", "auto, timeline or recording", gif("'motion':'slow'")),
                arguments("output.gif.colors", "between 2 and 256", gif("'colors':1")),
                arguments("output.gif.loops", "between 0 and 65535", gif("'loops':-1")),
                arguments("output.gif.loops", "between 0 and 65535", gif("'loops':65536")),
                arguments("output.gif.speed", "known are", gif("'speed':1")));
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                arguments("output.maxWidth", "only", output("pdf", "'maxWidth':1,'maxHeight':null")),
                arguments("output.pdf.paper", "A3, A4, A5, Letter, Legal or Tabloid", pdf("'paper':'a4'")),
                arguments("output.pdf.paper", "one or the other", pdf("'paper':'A4','width':'1in','height':'1in'")),
                arguments("output.pdf.height", "come together", pdf("'width':'1in'")),
                arguments("output.pdf.width", "come together", pdf("'height':'1in'")),
                arguments("output.pdf.width", "with its unit", pdf("'width':'210','height':'1in'")),
                arguments("output.pdf.width", "with its unit", pdf("'width':'-1in','height':'1in'")),
                arguments("output.pdf.width", "with its unit", pdf("'width':'1em','height':'1in'")),
                arguments("output.pdf.width", "with its unit", pdf("'width':'1e3mm','height':'1in'")),
                arguments("output.pdf.width", "must be a string", pdf("'width':210,'height':'1in'")),
                arguments("output.pdf.width", "10mm and 200in", pdf("'width':'9.9mm','height':'1in'")),
                arguments("output.pdf.height", "10mm and 200in", pdf("'width':'1in','height':'201in'")),
                arguments("output.pdf.margins", "a length such as 10mm", pdf("'margins':10")),
                arguments("output.pdf.margins", "a length such as 10mm", pdf("'margins':['1in']")),
                arguments("output.pdf.margins.top", "must be a string", pdf("'margins':{'top':10}")),
                arguments("output.pdf.margins.left", "with its unit", pdf("'margins':{'left':'10'}")),
                arguments("output.pdf.margins.middle", "known are", pdf("'margins':{'middle':'10mm'}")),
                arguments("output.pdf.margins", "leave room", pdf("'margins':{'left':'105mm','right':'105mm'}")),
                arguments("output.pdf.margins", "leave room", pdf("'margins':{'top':'297mm'}")),
                arguments("output.pdf.margins", "leave room", pdf("'landscape':true,'margins':{'bottom':'210mm'}")),
                arguments("output.pdf.margins", "leave room", pdf("'onePage':true,'margins':{'left':'210mm'}")),
                arguments("output.pdf.scale", "between 0.1 and 2", pdf("'scale':0.09")),
                arguments("output.pdf.scale", "between 0.1 and 2", pdf("'scale':2.01")),
                arguments("output.pdf.landscape", "true or false", pdf("'landscape':'no'")),
                arguments("output.pdf.backgrounds", "true or false", pdf("'backgrounds':0")),
                arguments("output.pdf.pages", "such as 1-3,5", pdf("'pages':''")),
                arguments("output.pdf.pages", "such as 1-3,5", pdf("'pages':'0'")),
                arguments("output.pdf.pages", "such as 1-3,5", pdf("'pages':'1-'")),
                arguments("output.pdf.pages", "such as 1-3,5", pdf("'pages':'1,,2'")),
                arguments("output.pdf.pages", "such as 1-3,5", pdf("'pages':'100000'")),
                arguments("output.pdf.pages", "go upwards", pdf("'pages':'1,3-2'")),
                arguments("output.pdf.pages", "longer than 200", pdf("'pages':'" + copies("1", 101) + "'")),
                arguments("output.pdf.pages", "onePage", pdf("'pages':'1','onePage':true")),
                arguments("output.pdf.header", "must not be empty", pdf("'header':' '")),
                arguments("output.pdf.header", "longer than 20000", pdf("'header':'" + "h".repeat(20_001) + "'")),
                arguments("output.pdf.footer", "longer than 20000", pdf("'footer':'" + "h".repeat(20_001) + "'")),
                arguments("output.pdf.title", "longer than 500", pdf("'title':'" + "h".repeat(501) + "'")),
                arguments("output.pdf.title", "must not be empty", pdf("'title':''")),
                arguments("output.pdf.more", "must be a list", pdf("'more':{'html':'x'}")),
                arguments("output.pdf.more", "more than 100", pdf("'more':[" + copies("{'html':'x'}", 101) + "]")),
                arguments("output.pdf.more[0]", "html or url", pdf("'more':[null]")),
                arguments("output.pdf.more[1]", "is required", pdf("'more':[{'html':'x'},{}]")),
                arguments("output.pdf.more[0].url", "http:// or https://", pdf("'more':[{'url':'ftp://a.example'}]")),
                arguments("output.pdf.more[0].html", "must be a string", pdf("'more':[{'html':5}]")),
                arguments("output.pdf.more[0].htm", "known are html, url", pdf("'more':[{'htm':5}]")),
                arguments("capture.fullPage", "pictures only", documentWith("'fullPage':true")),
                arguments("capture.selector", "pictures only", documentWith("'selector':'a'")),
                arguments("capture.content", "pictures only", documentWith("'content':true")),
                arguments("capture.clip", "pictures only", documentWith("'clip':{'width':1,'height':1}")),
                arguments("capture.background", "pictures only", documentWith("'background':'opaque'")));
    }

    private static String documentWith(String capture) {
        return html("'output':{'format':'pdf'},'capture':{" + capture + "}");
    }

    static Stream<Arguments> framing() {
        return Stream.of(
                arguments("capture.selector", "longer than 2000", capture("'selector':'" + "a".repeat(2_001) + "'")),
                arguments("capture", "only one of", capture("'content':true,'fullPage':true")),
                arguments("capture", "only one of", capture("'selector':'a','clip':{'width':1,'height':1}")),
                arguments("capture.content", "true or false", capture("'content':'yes'")),
                arguments("capture.clip", "must be a JSON object", capture("'clip':[0,0,1,1]")),
                arguments("capture.clip.width", "is required", capture("'clip':{'height':1}")),
                arguments("capture.clip.height", "is required", capture("'clip':{'width':1}")),
                arguments("capture.clip.x", "between 0 and 1000000", capture("'clip':{'x':-1,'width':1,'height':1}")),
                arguments("capture.clip.y", "between 0 and 1000000", capture("'clip':{'y':1e7,'width':1,'height':1}")),
                arguments("capture.clip.width", "between 1 and 80000", capture("'clip':{'width':0.5,'height':1}")),
                arguments("capture.clip.height", "between 1 and 80000", capture("'clip':{'width':1,'height':80001}")),
                arguments("capture.clip.height", "must be a number", capture("'clip':{'width':1,'height':'1'}")),
                arguments("capture.background", "page, transparent or opaque", capture("'background':'white'")));
    }

    private static String capture(String members) {
        return html("'capture':{" + members + "}");
    }

    static Stream<Arguments> environment() {
        return Stream.of(
                arguments("environment.colorScheme", "must be light or dark", environment("'colorScheme':'blue'")),
                arguments("environment.reducedMotion", "true or false", environment("'reducedMotion':'reduce'")),
                arguments("environment.mediaType", "must be screen or print", environment("'mediaType':'speech'")),
                arguments("environment.timezone", "IANA", environment("'timezone':'Mars/Olympus'")),
                arguments("environment.timezone", "IANA", environment("'timezone':'europe/berlin'")),
                arguments("environment.timezone", "IANA", environment("'timezone':'+02:00'")),
                arguments("environment.timezone", "IANA", environment("'timezone':'SystemV/PST8'")),
                arguments("environment.timezone", "IANA", environment("'timezone':''")),
                arguments("environment.locale", "BCP 47", environment("'locale':'de_DE'")),
                arguments("environment.locale", "BCP 47", environment("'locale':''")),
                arguments("environment.locale", "BCP 47", environment("'locale':'x-klingon'")),
                arguments("environment.locale", "BCP 47", environment("'locale':'en" + "-abcdefgh".repeat(12) + "'")),
                arguments(
                        "environment.geolocation",
                        "needs a url to draw",
                        environment("'geolocation':{'latitude':1,'longitude':1}")),
                arguments("environment.geolocation.latitude", "is required", place("'longitude':1")),
                arguments("environment.geolocation.longitude", "is required", place("'latitude':1")),
                arguments(
                        "environment.geolocation.latitude",
                        "between -90 and 90",
                        place("'latitude':90.1,'longitude':1")),
                arguments(
                        "environment.geolocation.longitude",
                        "between -180 and 180",
                        place("'latitude':1,'longitude':-181")),
                arguments(
                        "environment.geolocation.accuracy",
                        "between 0 and 100000",
                        place("'latitude':1,'longitude':1,'accuracy':-1")),
                arguments("environment.userAgent", "must not be empty", environment("'userAgent':''")),
                arguments("environment.userAgent", "printable ASCII", environment("'userAgent':'a\\nb'")),
                arguments("environment.userAgent", "printable ASCII", environment("'userAgent':'ü'")),
                arguments(
                        "environment.userAgent",
                        "longer than 1000",
                        environment("'userAgent':'" + "u".repeat(1_001) + "'")),
                arguments("environment.javaScript", "true or false", environment("'javaScript':'off'")),
                arguments("environment.weather", "known are", environment("'weather':'fine'")));
    }

    private static String environment(String members) {
        return html("'environment':{" + members + "}");
    }

    private static String place(String members) {
        return url("'environment':{'geolocation':{" + members + "}}");
    }

    static Stream<Arguments> headers() {
        return Stream.concat(
                Stream.of(
                                "Host",
                                "connection",
                                "Keep-Alive",
                                "TE",
                                "Trailer",
                                "Transfer-Encoding",
                                "upgrade",
                                "Content-Length",
                                "Expect",
                                "Via",
                                "Forwarded",
                                "Proxy-Authorization",
                                "SEC-Fetch-Site",
                                "X-Forwarded-For")
                        .map(name -> arguments(
                                "requests.headers." + name,
                                "connection or the browser",
                                requests("'headers':{'" + name + "':'x'}"))),
                Stream.of(
                        arguments("requests.headers", "more than 20", requests("'headers':" + entries(21))),
                        arguments("requests.headers", "must be a JSON object", requests("'headers':['a: b']")),
                        arguments(
                                "requests.headers.User-Agent",
                                "environment.userAgent",
                                requests("'headers':{'User-Agent':'x'}")),
                        arguments("requests.headers.COOKIE", "requests.cookies", requests("'headers':{'COOKIE':'x'}")),
                        arguments("requests.headers.a?b", "a header's name", requests("'headers':{'a b':'x'}")),
                        arguments("requests.headers.", "a header's name", requests("'headers':{'':'x'}")),
                        arguments("requests.headers.?", "a header's name", requests("'headers':{'ü':'x'}")),
                        arguments(
                                "requests.headers." + "n".repeat(60) + "…",
                                "a header's name",
                                requests("'headers':{'" + "n".repeat(513) + "':'x'}")),
                        arguments("requests.headers.x-a", "once", requests("'headers':{'X-A':'1','x-a':'2'}")),
                        arguments("requests.headers.a", "must be a string", requests("'headers':{'a':null}")),
                        arguments("requests.headers.a", "must be a string", requests("'headers':{'a':1}")),
                        arguments(
                                "requests.headers.a",
                                "8192 bytes",
                                requests("'headers':{'a':'" + "ü".repeat(4_097) + "'}")),
                        arguments(
                                "requests.headers.a", "control characters", requests("'headers':{'a':'x\\r\\nB: c'}")),
                        arguments("requests.headers.a", "control characters", requests("'headers':{'a':'\\u007f'}")),
                        arguments(
                                "requests.headerOrigins",
                                "needs requests.headers",
                                requests("'headerOrigins':['http://a.example']")),
                        arguments(
                                "requests.headersOnSubresources",
                                "needs requests.headers",
                                requests("'headersOnSubresources':true,'headers':{}")),
                        arguments("requests.headerOrigins", "more than 20", origins(copies("'http://a.example'", 21))),
                        arguments(
                                "requests.headerOrigins[1]",
                                "scheme://host",
                                origins("'http://a.example','a.example'")),
                        arguments("requests.headerOrigins[0]", "scheme://host", origins("'http://a.example/path'")),
                        arguments("requests.headerOrigins[0]", "scheme://host", origins("'http://u@a.example'")),
                        arguments("requests.headerOrigins[0]", "scheme://host", origins("'http://a.example?q'")),
                        arguments("requests.headerOrigins[0]", "scheme://host", origins("'ws://a.example'")),
                        arguments("requests.headerOrigins[0]", "scheme://host", origins("'http://a.example:65536'")),
                        arguments("requests.headerOrigins[0]", "scheme://host", origins("'https://*.a.example'")),
                        arguments(
                                "requests.headerOrigins[0]",
                                "scheme://host",
                                origins("'http://" + "a".repeat(512) + "'"))));
    }

    private static String origins(String origins) {
        return requests("'headers':{'a':'b'},'headerOrigins':[" + origins + "]");
    }

    static Stream<Arguments> traffic() {
        return Stream.of(
                arguments("requests.cookies", "must be a list", requests("'cookies':'a=b'")),
                arguments(
                        "requests.cookies",
                        "more than 50",
                        requests("'cookies':[" + copies("{'name':'a','value':'b'}", 51) + "]")),
                arguments("requests.cookies[0]", "must be a JSON object", requests("'cookies':[null]")),
                arguments("requests.cookies[0].name", "is required", requests("'cookies':[{'value':'b'}]")),
                arguments(
                        "requests.cookies[0].name",
                        "letters, digits",
                        requests("'cookies':[{'name':'a b','value':'b'}]")),
                arguments(
                        "requests.cookies[0].name", "letters, digits", requests("'cookies':[{'name':'','value':'b'}]")),
                arguments("requests.cookies[0].value", "is required", requests("'cookies':[{'name':'a'}]")),
                arguments("requests.cookies[0].value", "semicolon", cookie("'value':'b;c'")),
                arguments("requests.cookies[0].value", "semicolon", cookie("'value':'b\\n'")),
                arguments("requests.cookies[0].value", "must be a string", cookie("'value':5")),
                arguments("requests.cookies[0]", "4096 bytes", cookie("'value':'" + "b".repeat(4_096) + "'")),
                arguments(
                        "requests.cookies[0].domain",
                        "must be a host",
                        cookie("'value':'b','domain':'https://a.example'")),
                arguments("requests.cookies[0].domain", "must be a host", cookie("'value':'b','domain':''")),
                arguments(
                        "requests.cookies[0].domain",
                        "is required",
                        html("'requests':{'cookies':[{'name':'a','value':'b'}]}")),
                arguments("requests.cookies[0].path", "begin with a slash", cookie("'value':'b','path':'x'")),
                arguments("requests.cookies[0].path", "begin with a slash", cookie("'value':'b','path':'/;'")),
                arguments(
                        "requests.cookies[0].path",
                        "begin with a slash",
                        cookie("'value':'b','path':'/" + "p".repeat(1_024) + "'")),
                arguments("requests.cookies[0].secure", "true or false", cookie("'value':'b','secure':'yes'")),
                arguments(
                        "requests.cookies[0].secure",
                        "must be true",
                        requests("'cookies':[{'name':'__Secure-a','value':'b'}]")),
                arguments(
                        "requests.cookies[0]",
                        "no domain",
                        requests("'cookies':[{'name':'__Host-a','value':'b','secure':true,'path':'/x'}]")),
                arguments("requests.cookies[0].expires", "known are", cookie("'value':'b','expires':1")),
                arguments("requests.auth.user", "is required", requests("'auth':{'password':'p'}")),
                arguments("requests.auth.password", "is required", requests("'auth':{'user':'u'}")),
                arguments("requests.auth.user", "colon", requests("'auth':{'user':'u:v','password':'p'}")),
                arguments(
                        "requests.auth.user",
                        "longer than 256",
                        requests("'auth':{'user':'" + "u".repeat(257) + "','password':'p'}")),
                arguments(
                        "requests.auth.password",
                        "longer than 1024",
                        requests("'auth':{'user':'u','password':'" + "p".repeat(1_025) + "'}")),
                arguments(
                        "requests.auth.password",
                        "control characters",
                        requests("'auth':{'user':'u','password':'\\u0000'}")),
                arguments("requests.auth", "must be a JSON object", requests("'auth':'u:p'")),
                arguments("requests.auth", "needs a url", html("'requests':{'auth':{'user':'u','password':'p'}}")),
                arguments("requests.block", "more than 100", requests("'block':[" + copies("{'url':'x'}", 101) + "]")),
                arguments("requests.block[0]", "would block everything", requests("'block':[{}]")),
                arguments("requests.block[0]", "would block everything", requests("'block':[{'types':[]}]")),
                arguments("requests.block[0].url", "must not be empty", requests("'block':[{'url':''}]")),
                arguments(
                        "requests.block[0].url",
                        "longer than 512",
                        requests("'block':[{'url':'" + "x".repeat(513) + "'}]")),
                arguments(
                        "requests.block[1].types[1]",
                        "beacon, document",
                        requests("'block':[{'url':'x'},{'types':['image','picture']}]")),
                arguments("requests.block[0].types[0]", "must be a string", requests("'block':[{'types':[null]}]")),
                arguments("requests.block[0].types", "must be a list", requests("'block':[{'types':'image'}]")),
                arguments("requests.blockAds", "true or false", requests("'blockAds':'all'")),
                arguments("requests.blockConsentBanners", "true or false", requests("'blockConsentBanners':1")));
    }

    private static String requests(String members) {
        return url("'requests':{" + members + "}");
    }

    private static String cookie(String members) {
        return requests("'cookies':[{'name':'a'," + members + "}]");
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                arguments("wait", "must be a JSON object", html("'wait':5")),
                arguments("wait.until", "load or network_quiet", wait("'until':'idle'")),
                arguments("wait.selector", "must not be empty", wait("'selector':''")),
                arguments("wait.selector", "longer than 2000", wait("'selector':'" + "a".repeat(2_001) + "'")),
                arguments("wait.expression", "must not be empty", wait("'expression':''")),
                arguments("wait.expression", "longer than 10000", wait("'expression':'" + "a".repeat(10_001) + "'")),
                arguments("wait.ready", "must not be empty", wait("'ready':' '")),
                arguments("wait.ready", "longer than 256", wait("'ready':'" + "a".repeat(257) + "'")),
                arguments("wait.delay", "between 0 and 30000", wait("'delay':-1")),
                arguments("wait.delay", "between 0 and 30000", wait("'delay':30001")),
                arguments("wait.delay", "less than wait.atMost, which is 25000", wait("'delay':25000")),
                arguments("wait.delay", "less than wait.atMost, which is 100", wait("'delay':100,'atMost':100")),
                arguments("wait.delay", "whole number", wait("'delay':1.5")),
                arguments("wait.atMost", "between 1 and 60000", wait("'atMost':0")),
                arguments("wait.atMost", "between 1 and 60000", wait("'atMost':60001")),
                arguments("wait.onTimeout", "fail or capture", wait("'onTimeout':'retry'")),
                arguments("wait.failOn", "must be a list", wait("'failOn':'http_error'")),
                arguments(
                        "wait.failOn[1]",
                        "http_error, console_error or failed_resource",
                        wait("'failOn':['http_error','404']")),
                arguments("wait.failOn", "more than 3", wait("'failOn':[" + copies("'http_error'", 4) + "]")),
                arguments("wait.for", "known are", wait("'for':1")));
    }

    private static String wait(String members) {
        return html("'wait':{" + members + "}");
    }

    @Test
    void everyPartNamesWhatIsWrongWithItAtOnce() {
        assertThat(Bodies.errors("{'source':{'url':'x'},'fonts':['?'],'emoji':'a','output':{'format':'gif','dpi':1,"
                        + "'gif':{'fps':0}},'capture':{'clip':{}},'environment':{'locale':'_'},"
                        + "'requests':{'headers':{'host':'x'},'auth':{}},'wait':{'until':'x'}}"))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "source.url",
                        "fonts[0]",
                        "emoji",
                        "output.dpi",
                        "output.gif.fps",
                        "capture.clip.width",
                        "capture.clip.height",
                        "environment.locale",
                        "requests.headers.host",
                        "requests.auth.user",
                        "requests.auth.password",
                        "wait.until");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'requests':{'headers':{'Authorization':'hunter2\\n'},'cookies':[{'name':'a','value':'hunter2;'}],"
                        + "'auth':{'user':'u:','password':'hunter2\\u0000'}}",
                "'requests':{'auth':{'user':'u','password':hunter2}}",
                "'requests':{'auth':{'user':'u','password':'hunter2}}",
                "'requests':{'auth':['hunter2']}",
                "'requests':{'headers':{'A':['hunter2']}}",
                "'requests':{'cookies':['hunter2']}"
            })
    void aSecretIsNeverEchoed(String members) {
        Reading reading = Bodies.read(url(members));

        assertThat(reading).isNotInstanceOf(Reading.Understood.class);
        assertThat(reading.toString()).doesNotContain("hunter2");
    }

    @Test
    void aSecretIsNotPrinted() {
        assertThat(Bodies.spec(url("'requests':{'headers':{'a':'hunter2'},'cookies':[{'name':'a','value':'hunter2'}],"
                                + "'auth':{'user':'u','password':'hunter2'}}"))
                        .toString())
                .doesNotContain("hunter2");
        assertThat(List.of(
                        new TrafficRequest.Login("u", "hunter2"),
                        new TrafficRequest.Cookie("a", "hunter2", null, null, null, null)))
                .allSatisfy(secret -> assertThat(secret.toString()).doesNotContain("hunter2"));
    }

    private static String copies(String element, int count) {
        return String.join(",", Collections.nCopies(count, element));
    }

    private static String entries(int count) {
        return IntStream.range(0, count).mapToObj(i -> "'k" + i + "':'v'").collect(Collectors.joining(",", "{", "}"));
    }
}
