package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;

import io.renderyard.kernel.render.RenderSpec;
import java.util.List;
import java.util.stream.Stream;

/** Pages that ask for attention, take what they can get, or never end. */
final class AbusivePages {
    private AbusivePages() {}

    /**
     * @param drawn true for a page that has to come out green whatever it tries; false where any typed end will do
     */
    record Page(String name, RenderSpec spec, boolean drawn) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Page drawn(String name, String script) {
        return new Page(name, html("<body style='background:#0f0'><script>" + script + "</script>"), true);
    }

    private static Page ends(String name, String markup) {
        return new Page(name, html(markup), false);
    }

    private static Page script(String name, String script) {
        return ends(name, "<body><script>" + script + "</script>");
    }

    static List<Page> all() {
        return Stream.of(asking(), endless(), greedy(), slow())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Page> asking() {
        return List.of(
                drawn("alert", "alert(1)"),
                drawn("dialogs", "confirm(1); prompt(2); for (let i = 0; i < 20; i++) alert(i)"),
                drawn(
                        "beforeunload",
                        "addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 1 })"),
                drawn("storm of windows", "for (let i = 0; i < 20; i++) open('about:blank')"),
                drawn("window elsewhere", "open('http://elsewhere.test/')"),
                drawn("print", "print()"),
                drawn(
                        "download",
                        "const a = document.createElement('a'); a.href = 'data:application/zip,x'; a.download = 'x.zip';"
                                + " a.click()"),
                drawn(
                        "permissions",
                        "navigator.geolocation.getCurrentPosition(() => {}); Notification.requestPermission()"),
                drawn(
                        "full screen and pointer",
                        "document.documentElement.requestFullscreen().catch(() => {});"
                                + " document.body.requestPointerLock()"),
                drawn("close", "close()"),
                drawn(
                        "file frame",
                        "document.body.appendChild(document.createElement('iframe')).src = 'file:///etc/passwd'"),
                drawn("file", "location = 'file:///etc/passwd'"),
                drawn("browser's own page", "location = 'chrome://version'"),
                drawn("source of a page", "location = 'view-source:about:blank'"),
                drawn("script address", "location = 'javascript:1'"),
                drawn("back", "history.back()"),
                drawn(
                        "broken prototypes",
                        "Promise.prototype.then = () => new Promise(() => {}); Image.prototype.decode = null"),
                drawn(
                        "clinging",
                        "addEventListener('pagehide', () => { const end = Date.now() + 5000; while (Date.now() < end); })"));
    }

    private static List<Page> endless() {
        return List.of(
                drawn("animation without end", "(function tick() { requestAnimationFrame(tick) })()"),
                drawn(
                        "timers and a worker",
                        "setInterval(() => {}, 0); new Worker(URL.createObjectURL(new Blob(['for(;;);'])))"),
                script("script", "for (;;);"),
                script("script after the fonts", "document.fonts.ready.then(() => { for (;;); })"),
                script("microtasks", "(function again() { Promise.resolve().then(again) })()"),
                script("dialogs", "for (;;) alert(1)"),
                script("reloads", "location.reload()"),
                script("regular expression", "/(a+)+$/.test('a'.repeat(40) + 'b')"),
                script(
                        "recursion through frames",
                        "document.body.innerHTML = '<iframe src=\"about:blank\"></iframe>'.repeat(2000)"),
                ends("refresh", "<meta http-equiv=refresh content='0;url=about:blank'><body>"));
    }

    private static List<Page> greedy() {
        return List.of(
                script("nodes", "document.body.innerHTML = '<i>x</i>'.repeat(3e6)"),
                script(
                        "deep nesting",
                        "let e = document.body; for (let i = 0; i < 3e5; i++)"
                                + " e = e.appendChild(document.createElement('div'))"),
                script("typed arrays", "const all = []; for (;;) all.push(new Uint8Array(5e7).fill(7))"),
                script("objects", "const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()))"),
                script(
                        "WebAssembly",
                        "const m = new WebAssembly.Memory({initial: 1, maximum: 65536}); m.grow(60000);"
                                + " new Uint8Array(m.buffer).fill(1)"),
                script(
                        "canvas",
                        "const c = document.createElement('canvas'); c.width = c.height = 50000; document.body.append(c);"
                                + " c.getContext('2d').fillRect(0, 0, 50000, 50000)"),
                script(
                        "WebGL",
                        "const g = document.createElement('canvas').getContext('webgl');"
                                + " for (;;) g && g.texImage2D(3553, 0, 6408, 4096, 4096, 0, 6408, 5121, null)"),
                ends(
                        "filters",
                        "<svg width=5000 height=5000><filter id=f>" + "<feGaussianBlur stdDeviation=90 />".repeat(60)
                                + "</filter><rect width=5000 height=5000 filter='url(#f)'/></svg>"),
                ends(
                        "counters",
                        "<style>b::before{counter-increment:c;content:counters(c,'.')}b{counter-reset:c}</style>"
                                + "<b>".repeat(400)),
                ends("images", "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>".repeat(60_000)),
                ends("data address", "<img src='data:image/png;base64," + "A".repeat(6_000_000) + "'>"),
                script(
                        "fork of workers",
                        "const u = URL.createObjectURL(new Blob(['new Worker(self.location); for(;;);']));"
                                + " for (let i = 0; i < 300; i++) new Worker(u)"),
                ends(
                        "print layout",
                        "<style>@page{size:1px 1px}</style>" + "<p>x".repeat(50_000) + "<script>print()</script>"));
    }

    private static List<Page> slow() {
        return List.of(
                new Page("slow drip", url("http://abuse.test/drip"), false),
                new Page("endless stream", url("http://abuse.test/stream"), false),
                new Page("silence", url("http://abuse.test/silence"), false),
                new Page("password", url("http://abuse.test/password"), false),
                ends("picture that never comes", "<img src='http://abuse.test/silence'>"),
                script("network never idle", "setInterval(() => fetch('http://abuse.test/x?' + Math.random()), 5)"));
    }
}
