package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Rendering;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One tenant leaves marks in every way that a page has, the next one looks for them in every way that a page has. */
class MarkersIT {
    /** Alternations of one who plants and one who looks. */
    private static final int TRIALS =
            Integer.getInteger("renderyard.trials", everyPair().size());

    static final MarkedSite site = new MarkedSite();
    static final PlayedSite other = new PlayedSite();
    static final Map<String, Integer> hosts = new ConcurrentHashMap<>(Map.of("localhost", site.port()));

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, hosts, site, other);

    @BeforeAll
    static void pages() {
        site.played().file("/who", "text/plain", "first");
        other.file("/who", "text/plain", "second");
    }

    private static Receipt receipt(RenderSpec spec) throws Exception {
        Rendering drawn = Fleets.draw(fleet, spec);
        drawn.exposure().close();
        return drawn.receipt();
    }

    private static List<String> words(String title) {
        return Stream.of(title.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("io.renderyard.worker.browser.Marks#planted")
    void whoeverPlantsAMarkSeesIt(String mark) throws Exception {
        String script = "plant('%1$s').then(() => look('%1$s')).then(found => document.title = found)".formatted(mark);

        assertThat(receipt(Way.ADDRESS.spec(script)).title()).isEqualTo(mark);
    }

    @Test
    void nobodySeesTheMarksOfAnother() throws Exception {
        List<String> found = new ArrayList<>();
        List<Way> walk = everyPair();
        Way before = walk.getLast();
        receipt(before.spec(Marks.LOOK_THEN_PLANT));
        for (int trial = 0; trial < TRIALS; trial++) {
            Way way = walk.get(trial % walk.size());
            List<String> seen = words(receipt(way.spec(Marks.LOOK_THEN_PLANT)).title());
            if (!seen.equals(way.told())) {
                found.add(way + " after " + before + ": " + seen);
            }
            before = way;
        }
        System.out.printf(
                "Row 42: %d alternations of %d marks, %d found%n",
                TRIALS, Marks.planted().size(), found.size());
        assertThat(found).isEmpty();
        assertThat(filesThatSay(Marks.TOKEN)).isEmpty();
        Path control = Files.writeString(fleet.folder().resolve("control"), "a " + Marks.TOKEN + " b");
        assertThat(filesThatSay(Marks.TOKEN)).containsExactly(control);
        Files.delete(control);
        assertThat(fleet.folder()).isDirectoryNotContaining("glob:**/spool-*");
    }

    /** By their names or bytes; below the run folder is all that browsers and renders may write to. */
    private static List<Path> filesThatSay(String word) throws IOException {
        try (Stream<Path> files = Files.walk(fleet.folder())) {
            return files.filter(file -> file.getFileName().toString().contains(word)
                            || Files.isRegularFile(file) && read(file).contains(word))
                    .toList();
        }
    }

    /** A browser's files come and go. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    @Test
    void theClipboardIsSharedAndOpenOnlyToThoseWhoAreLet() throws Exception {
        Browser browser = fleet.browsers().getFirst();
        Deadline deadline = Deadline.in(ENOUGH);
        BrowserContext context = browser.newContext(deadline);
        Tab let = context.openTab(deadline);
        var granted = DevTools.params();
        granted.putArray("permissions").add("clipboardReadWrite").add("clipboardSanitizedWrite");
        let.callContext("Browser.grantPermissions", granted, deadline);
        let.call("Emulation.setFocusEmulationEnabled", DevTools.params().put("enabled", true), deadline);
        let.call("Page.navigate", DevTools.params().put("url", Marks.SITE + "/page"), deadline);
        let.evaluate(
                "new Promise(done => { (function ask() { window.plant ? done() : setTimeout(ask, 10) })() })",
                deadline);
        String look = "look('clipboard').then(found => found.join())";

        assertThat(let.evaluate("plant('clipboard').then(() => " + look + ")", deadline)
                        .asString())
                .isEqualTo("clipboard");
        for (Way way : List.of(Way.SHARED, Way.MOVING, Way.ADDRESS, Way.EMULATED)) {
            String found = receipt(way.spec("(" + look + ".then(found => document.title = 'found:' + found))"))
                    .title();
            assertThat(found).as("%s", way).isEqualTo("found:");
        }
        context.dispose();
    }

    @Test
    void aDownloadIsAFileOnlyWhereItIsLet() throws Exception {
        String plant = "plant('download')";
        for (Way way : List.of(Way.SHARED, Way.MOVING, Way.ADDRESS)) {
            receipt(way.spec("(" + plant + ")"));
        }
        assertThat(filesThatSay("m4rk3r.bin")).isEmpty();

        Browser browser = fleet.browsers().getFirst();
        Deadline deadline = Deadline.in(ENOUGH);
        Path folder = fleet.folder().resolve("browser-1").resolve("home");
        BrowserContext context = browser.newContext(deadline);
        Tab let = context.openTab(deadline);
        let.callContext(
                "Browser.setDownloadBehavior",
                DevTools.params().put("behavior", "allow").put("downloadPath", folder.toString()),
                deadline);
        let.call("Page.navigate", DevTools.params().put("url", Marks.SITE + "/page"), deadline);
        let.evaluate(
                "new Promise(done => { (function ask() { window.plant ? done() : setTimeout(ask, 10) })() })",
                deadline);
        let.evaluate(plant, deadline);
        Awaitility.await("the download")
                .atMost(ENOUGH)
                .until(() -> !filesThatSay("m4rk3r.bin").isEmpty());
        context.dispose();
        for (Path file : filesThatSay("m4rk3r.bin")) {
            Files.deleteIfExists(file);
        }
    }

    @RepeatedTest(5)
    void noPageGoesBackToTheOneBefore() throws Exception {
        String back = "<body><script>document.title = history.length; history.back()</script>";
        String where = "new Promise(done => setTimeout(done, 200)).then(() => document.title += ' ' + history.state)";
        RenderSpec looking = html(back).with(new Additions(null, where, List.of(), Additions.Emoji.NATIVE));
        String alone = receipt(looking).title();

        for (RenderSpec before : List.of(
                html("<script>history.pushState('m4rk3r', ''); history.pushState('m4rk3r', '')</script>"),
                html("<script>location.hash = 'm4rk3r'</script>"),
                Way.MOVING.spec("(0)"))) {
            receipt(before);
            Receipt seen = receipt(looking);

            assertThat(seen.address()).as("%s", before.source()).isEqualTo("about:blank");
            assertThat(seen.title()).as("%s", before.source()).isEqualTo(alone);
        }
        assertThat(alone).isEqualTo("1 null");
    }

    @Test
    void aPageThatGoesBackInItsOwnHistoryArrives() throws Exception {
        String own = "<script>history.replaceState('m4rk3r', ''); history.pushState('', ''); history.back()</script>";
        String where = "new Promise(done => setTimeout(done, 200)).then(() => document.title = history.state)";

        assertThat(receipt(html(own).with(new Additions(null, where, List.of(), Additions.Emoji.NATIVE)))
                        .title())
                .isEqualTo("m4rk3r");
    }

    /** Answers of navigations store cookies although the page stays where it is. */
    @Test
    void anAnswerWithoutAPageStoresNothingForTheNext() throws Exception {
        String stays = "<script>location = 'http://localhost/nothing'</script>";
        String given = "new Promise(done => setTimeout(done, 200))";

        try {
            receipt(html(stays).with(new Additions(null, given, List.of(), Additions.Emoji.NATIVE)));
        } catch (RenderException waitsForAPageThatNeverComes) {
            assertThat(waitsForAPageThatNeverComes.failure().code()).isEqualTo(FailureCode.TIMEOUT);
        }

        assertThat(site.played().seen("localhost", "/nothing")).isNotEmpty();
        String cookies = "document.title = document.cookie.includes('m4rk3r')";
        assertThat(receipt(Way.MOVING.spec("(" + cookies + ")")).title()).isEqualTo("false");
    }

    @Test
    void namesAreAskedForEachTime() throws Exception {
        String who = "fetch('http://named.test/who').then(answer => answer.text()).then(text => document.title = text)";
        for (Way way : List.of(Way.SHARED, Way.MOVING, Way.ADDRESS)) {
            hosts.put("named.test", site.port());
            assertThat(receipt(way.spec("(" + who + ")")).title()).isEqualTo("first");
            hosts.put("named.test", other.port());
            assertThat(receipt(way.spec("(" + who + ")")).title()).as("%s", way).isEqualTo("second");
        }
    }

    /**
     * What cannot be found inside one context either: the headless shell keeps no record of visited links and asks for no
     * icons. Should another Chromium do so, these marks have to be planted and looked for like the others.
     */
    @Test
    void visitedLinksAndIconsLeaveNoMarkAtAll() throws Exception {
        site.played()
                .page(
                        "/links",
                        "<link rel=icon href=/icon.png><style>body{margin:0} a{display:block;height:50px;background:#0f0}"
                                + " a:visited{background:#f00}</style><a href=/page></a>");
        Deadline deadline = Deadline.in(ENOUGH);
        BrowserContext context = fleet.browsers().getFirst().newContext(deadline);
        Tab tab = context.openTab(deadline);
        for (String path : List.of("/page", "/links", "/page", "/links")) {
            tab.call("Page.navigate", DevTools.params().put("url", Marks.SITE + path), deadline);
            String arrived = "location.pathname === '%s' && document.readyState === 'complete'".formatted(path);
            Awaitility.await(path)
                    .atMost(ENOUGH)
                    .until(() -> tab.evaluate(arrived, deadline).asBoolean());
        }
        Pixels pixels = new Pixels(ImageIO.read(
                new ByteArrayInputStream(tab.capture(Captor.exact(), deadline).data())));
        context.dispose();

        assertThat(pixels.at(50, 25)).as("a link to a visited page").isEqualTo(Pixels.GREEN);
        assertThat(site.played().seen("localhost", "/links")).hasSize(2);
        assertThat(site.played().seen("localhost", "/icon.png")).isEmpty();
        assertThat(site.played().seen("localhost", "/favicon.ico")).isEmpty();
    }

    @Test
    void neitherBackdropNorStylesNorScriptsOffReachTheNext() throws Exception {
        RenderSpec plain = html("<body style='margin:0'><p style='margin:0;height:50px;background:#00f'>");
        RenderSpec styled = plain.with(
                new Additions("html{background:#f00}", "document.title = 'x'", List.of(), Additions.Emoji.NATIVE));
        RenderSpec clear =
                plain.with(new Framing(Framing.WINDOW.area(), Framing.Background.TRANSPARENT, Framing.WINDOW.limit()));
        RenderSpec silent = html("<body style='background:#0f0'><script>document.body.style.background='#f00'</script>")
                .with(new Environment(null, false, Environment.MediaType.SCREEN, null, null, null, null, false));

        assertThat(alpha(clear)).isZero();
        assertThat(Fleets.pixels(fleet, plain).at(100, 80)).isEqualTo(Pixels.WHITE);
        assertThat(alpha(plain)).isEqualTo(255);
        assertThat(Fleets.pixels(fleet, styled).at(100, 80)).isEqualTo(Pixels.RED);
        assertThat(Fleets.pixels(fleet, plain).at(100, 80)).isEqualTo(Pixels.WHITE);
        assertThat(Fleets.pixels(fleet, silent).at(100, 80)).isEqualTo(Pixels.GREEN);
        assertThat(Fleets.pixels(fleet, silent.with(Environment.PLAIN)).at(100, 80))
                .isEqualTo(Pixels.RED);
    }

    private static int alpha(RenderSpec spec) throws Exception {
        return Pixels.of(Fleets.picture(fleet, spec)).image().getRGB(100, 80) >>> 24;
    }

    /** A walk in which each way follows each, itself included, exactly once when it is walked in a circle. */
    private static List<Way> everyPair() {
        List<Way> walk = new ArrayList<>();
        for (Way one : Way.values()) {
            walk.add(one);
            for (Way other : Way.values()) {
                if (other.compareTo(one) > 0) {
                    walk.add(other);
                    walk.add(one);
                }
            }
        }
        return walk;
    }
}
