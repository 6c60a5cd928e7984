package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.RenderException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts the caller's cookies into the context before anything is loaded in it. */
final class Cookies {
    private Cookies() {}

    static void set(RenderSpec spec, Tab tab, Deadline deadline)
            throws DevToolsException, RenderException, InterruptedException {
        if (spec.traffic().cookies().isEmpty()) {
            return;
        }
        ObjectNode params = DevTools.params();
        ArrayNode cookies = params.putArray("cookies");
        for (Traffic.Cookie cookie : spec.traffic().cookies()) {
            cookies.add(cookie(cookie, spec.source()));
        }
        try {
            tab.callContext("Storage.setCookies", params, deadline);
        } catch (DevToolsException.Refused e) {
            throw new RenderException(
                    FailureCode.OPTION_REFUSED,
                    "The browser does not take one of the cookies. Its name, domain or path is not one that a server"
                            + " could have set.",
                    e);
        }
    }

    private static ObjectNode cookie(Traffic.Cookie cookie, Source source) throws RenderException {
        ObjectNode set = DevTools.params()
                .put("name", cookie.name())
                .put("value", cookie.value().reveal())
                .put("path", cookie.path())
                .put("secure", cookie.secure())
                .put("httpOnly", cookie.httpOnly());
        String domain = cookie.domain();
        if (domain == null) {
            return set.put("url", pageOf(source, cookie.name()));
        }
        // A cookie with a domain goes to its subdomains too; one that is set by an address only to that host.
        return domain.startsWith(".")
                ? set.put("domain", domain)
                : set.put("url", (cookie.secure() ? "https://" : "http://") + domain + "/");
    }

    private static String pageOf(Source source, String name) throws RenderException {
        return switch (source) {
            case Source.Url url -> url.address().toString();
            case Source.Handlebars _, Source.Expressions _, Source.Painted _ ->
                throw new IllegalArgumentException("A browser draws pages");
            case Source.Html ignored ->
                throw new RenderException(
                        FailureCode.OPTION_REFUSED,
                        "The cookie \"" + name + "\" needs a domain, because markup has no host of its own.");
        };
    }
}
