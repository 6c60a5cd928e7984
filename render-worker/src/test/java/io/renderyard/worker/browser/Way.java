package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.styled;
import static io.renderyard.worker.browser.Specs.url;
import static io.renderyard.worker.browser.Specs.with;

import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.tenant.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The ways in which a page comes to be drawn, as far as they differ in what they could leave behind. */
enum Way {
    /** Markup in the tab that all share. */
    SHARED,
    /** Markup in that tab which leads it to an address. */
    MOVING,
    /** Markup in a context of its own. */
    OWN,
    ADDRESS,
    PAPER,
    FILM,
    WHOLE_PAGE,
    /** An address with everything that the farm can make a page believe. */
    EMULATED;

    /** The document that the page leaves never has an end, the other one has no scripts before it has loaded. */
    private static final String WHEN_THERE = """
            (!location.host ? new Promise(() => {}) : document.readyState === 'complete' ? Promise.resolve()
              : new Promise(done => addEventListener('load', done))).then(() => %s)""";

    private static final String MOVES = "<style>@keyframes k{to{background:#00f}}body{animation:k 1s infinite}</style>";

    private static final Environment OTHER_WORLD = new Environment(
            Environment.ColorScheme.DARK,
            true,
            Environment.MediaType.PRINT,
            "Asia/Tokyo",
            "de-DE",
            new Environment.Geolocation(1, 2, 3),
            "m4rk3r Chrome/1",
            true);
    private static final Environment OWN_WORLD = new Environment(
            Environment.ColorScheme.LIGHT, false, Environment.MediaType.SCREEN, null, null, null, null, true);
    private static final Traffic TRAFFIC = new Traffic(
            List.of(new Traffic.Header("X-Marker", new Secret("m4rk3r"))),
            Set.of(),
            true,
            List.of(new Traffic.Cookie("told", new Secret("m4rk3r"), null, "/", false, false)),
            new Traffic.Login("ann", new Secret("m4rk3r")),
            List.of(new BlockRule("*/forbidden", Set.of())),
            false,
            false);
    private static final PictureFormat PDF = new PictureFormat.Pdf(
            PictureFormat.Paper.A4,
            PictureFormat.Margins.NONE,
            1,
            false,
            true,
            null,
            null,
            null,
            null,
            true,
            List.of());
    private static final PictureFormat GIF = new PictureFormat.Gif(
            10, Duration.ofMillis(200), Duration.ofMillis(200), PictureFormat.Motion.RECORDING, 16, 0);

    /** What is found although nobody planted it, because this very render is told so. */
    List<String> told() {
        return this == EMULATED ? Marks.told() : List.of();
    }

    RenderSpec spec(String script) {
        String page = "<!doctype html><body><script>" + Marks.library() + "</script><p>page";
        String address = Marks.SITE + "/page";
        RenderSpec spec = switch (this) {
            case SHARED -> html(page);
            case MOVING -> html("<!doctype html><script>location = '" + address + "'</script>");
            case OWN -> html(page).with(OWN_WORLD);
            case ADDRESS -> url(address);
            case PAPER -> html(page).with(PDF);
            case FILM -> html(page + MOVES).with(GIF);
            case WHOLE_PAGE -> with(html(page), new Area.FullPage());
            case EMULATED ->
                styled(url(address), "html{outline:1px dotted}")
                        .with(new Viewport(320, 240, 2, true, true, true))
                        .with(OTHER_WORLD)
                        .with(TRAFFIC);
        };
        String once = this == MOVING ? WHEN_THERE.formatted(script) : script;
        return spec.with(new Additions(spec.additions().css(), once, List.of(), Additions.Emoji.NATIVE));
    }
}
