package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same page gives the same bytes, whenever it is drawn and whatever else is. */
class StillnessIT {
    private static final int ROUNDS = 10;
    private static final String BOX = "<!doctype html><style>body{margin:0;background:#fff}"
            + "#b{width:60px;height:60px;background:#00f}%s</style>";
    private static final Map<String, String> MOVING = moving();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(2);

    private static Map<String, String> moving() {
        Map<String, String> pages = new LinkedHashMap<>();
        String turn = "@keyframes k{to{transform:rotate(1turn)}}";
        pages.put("spinner", box(turn + "#b{animation:k 1s linear infinite}"));
        pages.put("blinking", box("@keyframes k{50%{opacity:0}}#b{animation:k 100ms steps(1) infinite}"));
        pages.put("fade with delay", box("@keyframes k{from{opacity:0}}#b{animation:k 5s 2s both}"));
        pages.put("slide that stays", box("@keyframes k{to{margin-left:90px}}#b{animation:k 3s forwards}"));
        pages.put("alternating", box("@keyframes k{to{background:#f00}}#b{animation:k 130ms alternate infinite}"));
        pages.put(
                "transition",
                box("#b{transition:margin 3s}.on{margin-left:90px}")
                        + "<script>addEventListener('load',()=>{b.offsetWidth;b.className='on'})</script>");
        pages.put(
                "transition after an animation",
                box("@keyframes k{to{margin-left:9px}}#b{animation:k 2s;transition:margin 3s}#b.on{margin-left:90px}")
                        + "<script>b.addEventListener('animationend',()=>b.className='on')</script>");
        pages.put(
                "web animation",
                box("") + "<script>b.animate({marginLeft:['0','100px']},{duration:700,iterations:Infinity})</script>");
        pages.put("pseudo-element", box(turn + "#b::after{content:'x';display:block;animation:k 1s infinite}"));
        pages.put(
                "shadow tree",
                "<div><template shadowrootmode=open><style>" + turn
                        + "p{width:40px;height:40px;background:red;animation:k 1s linear infinite}</style><p></p></template></div>");
        pages.put("frame", "<iframe srcdoc=\"" + box(turn + "#b{animation:k 1s linear infinite}") + "\"></iframe>");
        pages.put("marquee", "<marquee style='font-size:40px'>Hello</marquee>");
        pages.put("caret", "<input autofocus value=abc style='font-size:40px;caret-color:red'>");
        pages.put(
                "caret in a shadow tree",
                "<div id=h></div><script>h.attachShadow({mode:'open'}).innerHTML="
                        + "'<textarea style=\"font-size:40px;caret-color:red\">a</textarea>';h.shadowRoot.firstChild.focus()</script>");
        pages.put(
                "caret in the text",
                "<p contenteditable id=b style='font-size:40px;caret-color:red'>abc<script>b.focus()</script>");
        pages.put("gif", "<img src='" + data("moving.gif", "image/gif") + "'>");
        pages.put("apng", "<img src='" + data("moving.png", "image/png") + "'>");
        pages.put("webp", "<img src='" + data("moving.webp", "image/webp") + "'>");
        pages.put(
                "gif behind",
                "<div style='height:40px;background:url(" + data("moving.gif", "image/gif") + ")'></div>");
        pages.put(
                "gif in a shadow tree",
                "<div><template shadowrootmode=open><img src='" + data("moving.gif", "image/gif")
                        + "'></template></div>");
        pages.put("video", "<video autoplay muted loop src='" + data("moving.webm", "video/webm") + "'></video>");
        pages.put("svg", svg("repeatCount='indefinite'"));
        pages.put("svg that stays", svg("fill='freeze'"));
        pages.put(
                "scroll timeline",
                "<!doctype html><style>body{height:900px}@keyframes k{to{margin-left:90px}}#b{width:60px;height:60px;"
                        + "background:red;animation:k linear;animation-timeline:scroll()}</style><div id=b></div>"
                        + "<script>scrollTo(0,300)</script>");
        pages.put(
                "smooth scrolling",
                "<!doctype html><style>html{scroll-behavior:smooth}body{margin:0;height:900px;"
                        + "background:linear-gradient(red,blue)}</style><script>addEventListener('load',()=>scrollTo(0,600))</script>");
        return pages;
    }

    private static String box(String style) {
        return BOX.formatted(style) + "<div id=b></div>";
    }

    private static String svg(String end) {
        return "<svg width=100 height=60><rect width=20 height=60 fill=red><animate attributeName=x from=0 to=80 dur=1s "
                + end + "></animate></rect></svg>";
    }

    private static String data(String file, String type) {
        try (InputStream in = StillnessIT.class.getResourceAsStream(file)) {
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theSamePageGivesTheSameBytesUnderLoad() throws Exception {
        Map<String, Map<String, Integer>> seen = new HashMap<>();
        try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Map<String, List<String>>>> halves = new ArrayList<>();
            for (int half = 0; half < 2; half++) {
                halves.add(two.submit(() -> draw(ROUNDS / 2)));
            }
            for (var half : halves) {
                half.get()
                        .forEach((page, pictures) ->
                                pictures.forEach(picture -> seen.computeIfAbsent(page, first -> new HashMap<>())
                                        .merge(picture, 1, Integer::sum)));
            }
        }

        assertThat(seen).hasSameSizeAs(MOVING);
        assertThat(seen.entrySet().stream()
                        .filter(one -> one.getValue().size() > 1)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                one -> List.copyOf(one.getValue().values()))))
                .as("pages that gave several pictures, and how often each")
                .isEmpty();
    }

    private static Map<String, List<String>> draw(int rounds) throws Exception {
        Map<String, List<String>> drawn = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, String> page : MOVING.entrySet()) {
                byte[] bytes = Pixels.bytes(Fleets.picture(fleet, html(page.getValue())));
                drawn.computeIfAbsent(page.getKey(), first -> new ArrayList<>())
                        .add(Base64.getEncoder().encodeToString(bytes));
            }
        }
        return drawn;
    }

    @ParameterizedTest
    @CsvSource({
        "spinner, 30, 30, 0000FF",
        "blinking, 30, 30, 0000FF",
        "fade with delay, 30, 30, 0000FF",
        "slide that stays, 120, 30, 0000FF",
        "slide that stays, 30, 30, FFFFFF",
        "alternating, 30, 30, 0000FF",
        "transition, 120, 30, 0000FF",
        "web animation, 30, 30, 0000FF",
        "svg, 18, 30, FF0000",
        "svg that stays, 98, 30, FF0000",
        "gif, 28, 28, FC0000",
        "gif behind, 28, 28, FC0000",
        "scroll timeline, 190, 90, FFFFFF",
    })
    void whatEndsStandsAtItsEndAndWhatDoesNotAtItsStart(String page, int x, int y, String colour) throws Exception {
        int expected = Integer.parseInt(colour, 16);

        Pixels drawn = pixels(fleet, html(MOVING.getOrDefault(page, "")));

        assertThat(Integer.toHexString(drawn.at(x, y))).isEqualTo(Integer.toHexString(expected));
    }

    @Test
    void aCaretIsNotSeen() throws Exception {
        for (String page : List.of("caret", "caret in a shadow tree", "caret in the text")) {
            Pixels drawn = pixels(fleet, html(MOVING.getOrDefault(page, "")));

            assertThat(drawn.count(0xFF0000)).as(page).isZero();
            assertThat(drawn.colours()).as(page + " has its text").isGreaterThan(4);
        }
    }

    @Test
    void aPageDoesNotNoticeAnythingBeforeItIsReady() throws Exception {
        String page =
                "<body style='background:#0f0'><script>if (document.adoptedStyleSheets.length || console.log() !== undefined)"
                        + " document.body.style.background = '#f00'</script>";

        assertThat(pixels(fleet, html(page)).at(100, 50)).isEqualTo(Pixels.GREEN);
        assertThat(Fleets.draw(fleet, html(page)).receipt().flags()).isEmpty();
    }
}
