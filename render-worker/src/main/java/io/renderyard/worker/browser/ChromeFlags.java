package io.renderyard.worker.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Every switch that Chrome is started with, and the ones that chromedriver may not add. */
public final class ChromeFlags {
    /** The switches that decide pixels; a direct capture with the same ones gives the same picture. */
    public static final List<String> DRAWING = List.of(
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-extensions",
            "--disable-sync",
            "--mute-audio",
            "--hide-scrollbars",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--disable-breakpad",
            "--force-color-profile=srgb",
            "--disable-gpu",
            "--max-untiled-layer-width=2048",
            "--max-untiled-layer-height=2048",
            // Scrolling is over when it has been asked for.
            "--disable-smooth-scrolling",
            // Lets a picture stop those that move inside the page; see still.js.
            "--enable-blink-features=CSSImageAnimation",
            // A frame waits for its images, so that what is captured never depends on how fast they were decoded.
            "--disable-checker-imaging");

    /** Frames come as fast as the machine makes them: for captures that do not ask for each frame. */
    private static final List<String> FREE_RUNNING = List.of("--disable-frame-rate-limit", "--disable-gpu-vsync");

    /** What a capture outside of the farm is started with, to be compared with the farm's. */
    public static List<String> freeRunning() {
        return Stream.concat(DRAWING.stream(), FREE_RUNNING.stream()).toList();
    }

    /** A frame comes when it is asked for, and is whole then. Every tab has to be opened for it, see {@link Tab}. */
    private static final List<String> FRAME_BY_FRAME = List.of(
            "--enable-begin-frame-control",
            "--run-all-compositor-stages-before-draw",
            "--disable-new-content-rendering-timeout",
            "--disable-threaded-animation",
            "--disable-threaded-scrolling",
            "--disable-image-animation-resync");

    /** Lets one tab be used again without anything of the last page in it; see the isolation test. */
    private static final List<String> ISOLATION = List.of(
            "--disable-features=RenderDocument",
            "--enable-features=SplitCacheByNetworkIsolationKey,PartitionConnectionsByNetworkIsolationKey,"
                    + "PartitionSSLSessionsByNetworkIsolationKey,PartitionHttpServerPropertiesByNetworkIsolationKey,"
                    + "SplitHostCacheByNetworkIsolationKey",
            "--test-third-party-cookie-phaseout",
            "--block-new-web-contents");

    /** Chromedriver's own additions that weaken the browser, make noise, or that we state ourselves. */
    static final List<String> NOT_FROM_THE_DRIVER = List.of(
            "allow-pre-commit-input",
            "disable-popup-blocking",
            "disable-prompt-on-repost",
            "enable-automation",
            "enable-logging",
            "log-level",
            "test-type",
            "unsafely-disable-devtools-self-xss-warnings");

    private ChromeFlags() {}

    /** What the farm draws with, but for its walls. Every tab has to be opened for frames that are asked for. */
    public static List<String> isolated() {
        return Stream.of(DRAWING, FRAME_BY_FRAME, ISOLATION)
                .flatMap(List::stream)
                .toList();
    }

    /** Without the bypass rule Chrome dials loopback itself, without the WebRTC policy it sends UDP past the proxy. */
    static List<String> walls(int proxyPort) {
        return List.of(
                "--proxy-server=" + proxyAddress(proxyPort),
                "--proxy-bypass-list=" + PROXY_EVERYTHING,
                "--webrtc-ip-handling-policy=disable_non_proxied_udp");
    }

    static final String PROXY_EVERYTHING = "<-loopback>";

    static String proxyAddress(int proxyPort) {
        return "http://127.0.0.1:" + proxyPort;
    }

    static List<String> all(int proxyPort, Path profile) {
        List<String> flags = new ArrayList<>(isolated());
        flags.addAll(walls(proxyPort));
        // No --disk-cache-dir: all contexts would share that folder, and the second one waits for it for ever.
        flags.add("--user-data-dir=" + profile);
        return List.copyOf(flags);
    }
}
