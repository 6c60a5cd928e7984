package io.renderyard.bench;

import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One tab that is used for every render of its shell. Used by one thread at a time. */
final class Tab {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    /** What the farm's worker waits for too: load and fonts. */
    private static final String READY = """
            {"awaitPromise":true,"returnByValue":true,"expression":"(async () => {\
              if (document.readyState !== 'complete')\
                await new Promise(done => addEventListener('load', done, {once: true}));\
              await document.fonts.ready;\
            })()"}""";

    private static final String BLANK = "{\"url\":\"about:blank\"}";
    private static final String PICTURE = "{\"format\":\"png\",\"optimizeForSpeed\":true}";
    private static final String DATA = "\"data\":\"";

    private final DevToolsSocket socket;
    private final String frame;
    private final String session;

    private Tab(DevToolsSocket socket, String frame, String session) {
        this.socket = socket;
        this.frame = frame;
        this.session = session;
    }

    static Tab open(DevToolsSocket socket) throws BenchException, InterruptedException {
        String target = text(socket.call("", "Target.createTarget", BLANK), "targetId");
        String attachment = "{\"flatten\":true,\"targetId\":\"" + target + "\"}";
        Tab tab = new Tab(socket, target, text(socket.call("", "Target.attachToTarget", attachment), "sessionId"));
        tab.call(
                "Emulation.setDeviceMetricsOverride",
                "{\"mobile\":false,\"deviceScaleFactor\":1,\"width\":" + WIDTH + ",\"height\":" + HEIGHT + "}");
        return tab;
    }

    private static String text(String answer, String name) {
        JsonNode result = JsonMapper.shared().readTree(answer).path("result");
        return result.path(name).asString();
    }

    /** What the farm does once per tab so that {@link #clear} leaves nothing behind. */
    void isolate() throws BenchException, InterruptedException {
        call("Page.enable", "{}");
        call("Page.addScriptToEvaluateOnNewDocument", "{\"source\":\"if(self===top)self.name=''\"}");
    }

    /** Goes to the empty page; whatever the last one left running ends. */
    void clear() throws BenchException, InterruptedException {
        call("Page.navigate", BLANK);
    }

    /** @return the bytes of a PNG */
    byte[] draw(Page page, String unique) throws BenchException, InterruptedException {
        return draw(page, unique, PICTURE);
    }

    /** @param picture parameters of {@code Page.captureScreenshot} as JSON */
    byte[] draw(Page page, String unique, String picture) throws BenchException, InterruptedException {
        CompletableFuture<String> written = socket.send(
                session,
                "Page.setDocumentContent",
                "{\"frameId\":\"" + frame + "\",\"html\":" + page.open() + Page.close(unique) + "}");
        CompletableFuture<String> ready = socket.send(session, "Runtime.evaluate", READY);
        DevToolsSocket.await(written);
        DevToolsSocket.await(ready);
        String answer = call("Page.captureScreenshot", picture);
        int start = answer.indexOf(DATA) + DATA.length();
        return Base64.getDecoder().decode(answer.substring(start, answer.indexOf('"', start)));
    }

    private String call(String method, String params) throws BenchException, InterruptedException {
        return socket.call(session, method, params);
    }
}
