package io.renderyard.worker.browser;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one page can leave for another to find: how each mark is made, and how it would be seen. */
final class Marks {
    /** Also in the bytes of everything that is written, so that files can be searched for it. */
    static final String TOKEN = "m4rk3r";

    /** A secure context without a certificate. */
    static final String SITE = "http://localhost";

    /**
     * @param plant JavaScript that leaves it; may await
     * @param look JavaScript expression that is true where it is found; may await
     */
    private record Mark(String name, String plant, String look) {}

    private static final List<Mark> PLANTED = List.of(
            new Mark("cookie", "document.cookie = 'm4rk3r=1; max-age=9999'", "document.cookie.includes('m4rk3r=')"),
            new Mark(
                    "server-cookie",
                    "await fetch(site + '/set-cookie', {credentials: 'include', mode: 'no-cors'})",
                    "(await hits(() => fetch(site + '/plain', {credentials: 'include', mode: 'no-cors'}))).cookies > 0"),
            new Mark("local-storage", "localStorage.m4rk3r = 1", "!!localStorage.m4rk3r"),
            new Mark("session-storage", "sessionStorage.m4rk3r = 1", "!!sessionStorage.m4rk3r"),
            new Mark(
                    "indexed-db",
                    "await new Promise((done, no) => { const r = indexedDB.open('m4rk3r'); r.onsuccess = () => { r.result.close(); done(); }; r.onerror = no; })",
                    "(await indexedDB.databases()).length > 0"),
            new Mark(
                    "cache-storage",
                    "await (await caches.open('m4rk3r')).put('/m4rk3r', new Response('m4rk3r'))",
                    "(await caches.keys()).length > 0"),
            new Mark(
                    "file-system",
                    "await (await navigator.storage.getDirectory()).getFileHandle('m4rk3r', {create: true})",
                    "!(await (await navigator.storage.getDirectory()).keys().next()).done"),
            new Mark(
                    "service-worker",
                    "await navigator.serviceWorker.register('/service.js')",
                    "(await navigator.serviceWorker.getRegistrations()).length > 0 || !!navigator.serviceWorker.controller"),
            new Mark(
                    "http-cache",
                    "await (await fetch(site + '/kept')).text()",
                    "(await hits(async () => (await fetch(site + '/kept')).text())).kept === 0"),
            new Mark(
                    "etag",
                    "await (await fetch(site + '/tagged')).text()",
                    "(await hits(async () => (await fetch(site + '/tagged')).text())).conditional > 0"),
            new Mark(
                    "broadcast",
                    "work(\"setInterval(() => new BroadcastChannel('m4rk3r').postMessage(1), 5)\")",
                    "await new Promise(done => { new BroadcastChannel('m4rk3r').onmessage = () => done(true); setTimeout(done, 60, false); })"),
            new Mark("shared-worker", "await tellShared('mark')", "(await tellShared('look')) === 'marked'"),
            new Mark("window-name", "window.name = 'm4rk3r'", "window.name.includes('m4rk3r')"),
            new Mark("global", "window.m4rk3r = 1", "'m4rk3r' in window && window.m4rk3r === 1"),
            new Mark("prototype", "Object.prototype.m4rk3d = 1", "!!({}).m4rk3d"),
            new Mark("history-state", "history.replaceState('m4rk3r', '')", "history.state === 'm4rk3r'"),
            new Mark(
                    "blob",
                    "await fetch(site + '/blob-is?' + encodeURIComponent(URL.createObjectURL(new Blob(['m4rk3r']))))",
                    "(await (await fetch(decodeURIComponent(await (await fetch(site + '/blob')).text()))).text()) === 'm4rk3r'"),
            new Mark(
                    "timer",
                    "setInterval(() => fetch(site + '/beat?' + Math.random()).catch(() => {}), 20)",
                    "(await later(() => hits(() => wait(80)))).beat > 0"),
            new Mark(
                    "worker",
                    "work(\"setInterval(() => fetch('\" + site + \"/worker-beat?' + Math.random()).catch(() => {}), 20)\")",
                    "(await later(() => hits(() => wait(80)))).workerBeat > 0"));

    /** What no page can leave at all, unless somebody lets it. */
    private static final List<Mark> GUARDED = List.of(
            new Mark(
                    "download",
                    "Object.assign(document.createElement('a'), {href: URL.createObjectURL(new Blob(['m4rk3r'])), download: 'm4rk3r.bin'}).click()",
                    "false"),
            new Mark(
                    "clipboard",
                    "await navigator.clipboard.writeText('m4rk3r')",
                    "(await navigator.clipboard.readText()).includes('m4rk3r')"));

    /** Where nothing is planted by a page, but the farm itself was asked to make the world look so. */
    private static final List<Mark> TOLD = List.of(
            new Mark("told-touch", "", "navigator.maxTouchPoints > 0"),
            new Mark("told-timezone", "", "Intl.DateTimeFormat().resolvedOptions().timeZone === 'Asia/Tokyo'"),
            new Mark("told-agent", "", "navigator.userAgent.includes('m4rk3r')"),
            new Mark("told-language", "", "navigator.language.startsWith('de')"),
            new Mark("told-scheme", "", "matchMedia('(prefers-color-scheme: dark)').matches"),
            new Mark("told-motion", "", "matchMedia('(prefers-reduced-motion: reduce)').matches"),
            new Mark("told-print", "", "matchMedia('print').matches"),
            new Mark(
                    "told-permission",
                    "",
                    "(await navigator.permissions.query({name: 'geolocation'})).state === 'granted'"),
            new Mark("told-cookie", "", "document.cookie.includes('told=')"),
            new Mark("told-rule", "", "await fetch(site + '/forbidden').then(() => false, () => true)"),
            new Mark("told-header", "", "(await hits(() => fetch(site + '/plain'))).headers > 0"),
            new Mark("told-login", "", "(await fetch(site + '/closed', {credentials: 'include'})).ok"),
            new Mark("told-viewport", "", "innerWidth !== 200 || devicePixelRatio !== 1"),
            new Mark("told-style", "", "getComputedStyle(document.documentElement).outlineStyle === 'dotted'"));

    private Marks() {}

    static List<String> planted() {
        return PLANTED.stream().map(Mark::name).toList();
    }

    static List<String> told() {
        return TOLD.stream().map(Mark::name).toList();
    }

    /** Defines {@code plant()} and {@code look()}, the second with the names of what it finds. */
    static String library() {
        return """
            (() => {
              const site = '%s', known = [];
              const work = code => new Worker(URL.createObjectURL(new Blob([code])));
              const wait = millis => new Promise(done => setTimeout(done, millis));
              // What the page before asked for in its last moment may still be on its way.
              const later = act => wait(100).then(act);
              const counts = async () => (await fetch(site + '/hits', {cache: 'no-store'})).json();
              const hits = async act => {
                const before = await counts(), done = await act(), after = await counts();
                return Object.fromEntries(Object.keys(after).map(key => [key, after[key] - before[key]]));
              };
              const tellShared = word => new Promise((done, no) => {
                const port = new SharedWorker('/shared.js', 'm4rk3r').port;
                port.onmessage = e => done(e.data);
                port.postMessage(word);
                setTimeout(no, 2000);
              });
              const marks = [%s];
              window.plant = async only => {
                for (const [name, plant] of marks)
                  if (!only || only === name) try { await plant(); } catch (e) { if (only) throw e; }
              };
              window.look = async only => {
                const found = await Promise.all(marks.filter(([name]) => !only || only === name)
                  .map(async ([name, plant, look]) => {
                    try { return (await look()) ? name : ''; } catch (e) { return ''; }
                  }));
                return found.filter(name => name);
              };
              addEventListener('message', async e => {
                if (e.data !== 'm4rk3r') return;
                const found = await look();
                await plant();
                e.source.postMessage(found, '*');
              });
            })();""".formatted(
                        SITE,
                        Stream.of(PLANTED, GUARDED, TOLD)
                                .flatMap(List::stream)
                                .map(mark -> "['%s', async () => { %s; }, async () => %s]"
                                        .formatted(mark.name(), mark.plant(), mark.look()))
                                .collect(Collectors.joining(",\n")));
    }

    /** Looks in the page and, where it stands in for no origin, in a frame of the site, then plants in both. */
    static final String LOOK_THEN_PLANT = """
            (async () => {
              let framed = [];
              const found = await look();
              if (!location.host) {
                const frame = document.createElement('iframe');
                frame.src = '%s/page';
                const loaded = new Promise(done => frame.onload = done);
                document.body.append(frame);
                await loaded;
                framed = await new Promise(done => {
                  onmessage = e => done(e.data);
                  frame.contentWindow.postMessage('m4rk3r', '*');
                });
              }
              await plant();
              document.title = Array.from(new Set([...found, ...framed.filter(name => name !== 'told-viewport')])).join(' ');
            })()""".formatted(SITE);
}
