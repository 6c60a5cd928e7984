package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;

/** Cookies, storage and caches of their own inside one browser, and processes of their own. */
record BrowserContext(DevTools tools, String id) {
    static BrowserContext create(DevTools tools, int proxyPort, Deadline deadline)
            throws DevToolsException, InterruptedException {
        String id = tools.call(
                        "Target.createBrowserContext",
                        DevTools.params()
                                .put("disposeOnDetach", true)
                                .put("proxyServer", ChromeFlags.proxyAddress(proxyPort))
                                .put("proxyBypassList", ChromeFlags.PROXY_EVERYTHING),
                        deadline)
                .part("result")
                .path("browserContextId")
                .asString();
        return new BrowserContext(tools, id);
    }

    Tab openTab(Deadline deadline) throws DevToolsException, InterruptedException {
        tools.call(
                "Browser.setDownloadBehavior",
                DevTools.params().put("behavior", "deny").put("browserContextId", id),
                deadline);
        return Tab.open(tools, id, deadline);
    }

    /** Not waited for: what is in the context ends on its own time, and with the browser at the latest. */
    @SuppressWarnings("FutureReturnValueIgnored")
    void dispose() {
        tools.send("", "Target.disposeBrowserContext", DevTools.params().put("browserContextId", id));
    }
}
