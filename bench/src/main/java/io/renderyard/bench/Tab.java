package io.renderyard.bench;

import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final String FRAME = "{\"screenshot\":" + PICTURE + "}";
    private static final Pattern DATA = Pattern.compile("\"(data|screenshotData)\":\"");

    /** How a picture is taken. */
    enum Shutter {
        /** Frames run freely, and the picture is taken of one of them. */
        FREE,
        /** A frame comes when it is asked for, and is the picture. */
        FRAME_BY_FRAME
    }

    private final DevToolsSocket socket;
    private final String frame;
    private final String session;
    private final Shutter shutter;

    private Tab(DevToolsSocket socket, String frame, String session, Shutter shutter) {
        this.socket = socket;
        this.frame = frame;
        this.session = session;
        this.shutter = shutter;
    }

    static Tab open(DevToolsSocket socket, Shutter shutter) throws BenchException, InterruptedException {
        String creation =
                "{\"url\":\"about:blank\",\"enableBeginFrameControl\":" + (shutter == Shutter.FRAME_BY_FRAME) + "}";
        String target = text(socket.call("", "Target.createTarget", creation), "targetId");
        String attachment = "{\"flatten\":true,\"targetId\":\"" + target + "\"}";
        String session = text(socket.call("", "Target.attachToTarget", attachment), "sessionId");
        Tab tab = new Tab(socket, target, session, shutter);
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
        show(page, unique);
        return switch (shutter) {
            case FREE -> bytes(call("Page.captureScreenshot", PICTURE));
            case FRAME_BY_FRAME -> bytes(call("HeadlessExperimental.beginFrame", FRAME));
        };
    }

    /** @param picture parameters of {@code Page.captureScreenshot} as JSON */
    byte[] draw(Page page, String unique, String picture) throws BenchException, InterruptedException {
        show(page, unique);
        return bytes(call("Page.captureScreenshot", picture));
    }

    private void show(Page page, String unique) throws BenchException, InterruptedException {
        CompletableFuture<String> written = socket.send(
                session,
                "Page.setDocumentContent",
                "{\"frameId\":\"" + frame + "\",\"html\":" + page.open() + Page.close(unique) + "}");
        CompletableFuture<String> ready = socket.send(session, "Runtime.evaluate", READY);
        DevToolsSocket.await(written);
        DevToolsSocket.await(ready);
    }

    private static byte[] bytes(String answer) {
        Matcher data = DATA.matcher(answer);
        return data.find()
                ? Base64.getDecoder().decode(answer.substring(data.end(), answer.indexOf('"', data.end())))
                : new byte[0];
    }

    private String call(String method, String params) throws BenchException, InterruptedException {
        return socket.call(session, method, params);
    }
}
