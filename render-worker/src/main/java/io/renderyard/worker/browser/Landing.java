package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.RenderException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Where the main document of one render ended up, and whether that may be drawn. */
final class Landing {
    private static final String ERROR_PAGE = "chrome-error:";
    /** What a receipt calls the refusals of the gate. */
    static final String EGRESS = "egress";

    /** Hosts that the browser may ask for of its own accord, whatever its switches say. No page asks for them. */
    private static final Set<String> CHROMES_OWN = Set.of(
            "accounts.google.com",
            "android.clients.google.com",
            "clients2.google.com",
            "content-autofill.googleapis.com",
            "edgedl.me.gvt1.com",
            "optimizationguide-pa.googleapis.com",
            "redirector.gvt1.com",
            "safebrowsing.googleapis.com",
            "update.googleapis.com");

    private final EgressGate gate;
    private final List<RefusedHost> refused = new ArrayList<>();

    /** From here on the gate works for this render: a browser draws one page at a time. */
    Landing(EgressGate gate) {
        this.gate = gate;
        gate.begin();
    }

    static void checkStart(URI address) throws RenderException {
        if (!isWeb(address.toString())) {
            throw notDrawn(String.valueOf(address.getScheme()));
        }
    }

    LoadWatch watch(Tab tab) {
        return new LoadWatch(tab, gate);
    }

    /** @param address what the page itself says, once it is ready; it cannot lie about that */
    void checkReady(String address, Tab tab, Deadline deadline)
            throws DevToolsException, RenderException, InterruptedException {
        if (address.startsWith(ERROR_PAGE)) {
            throw failure("", tab, deadline);
        }
        checkDrawable(address);
    }

    /** After the picture was taken, so that no page can slip away in between. */
    void checkEnd(Tab tab, Deadline deadline) throws DevToolsException, RenderException, InterruptedException {
        checkDrawable(current(tab, deadline));
    }

    /** What a navigation that went wrong means. */
    RenderException failure(String errorText, Tab tab, Deadline deadline)
            throws DevToolsException, InterruptedException {
        refused.addAll(gate.drainRefusals());
        String failed = current(tab, deadline);
        Optional<RenderException> cut = Cuts.failed(gate, failed);
        if (cut.isPresent()) {
            return cut.get();
        }
        return isRefused(failed) ? refusal(host(failed)) : NavigationFailure.of(errorText);
    }

    /** Writes down what the gate refused this page. Asked for again later, it adds what came meanwhile. */
    void report(Notes notes) {
        refused.addAll(gate.drainRefusals());
        notes.failedOnPurpose(this::isRefused, EGRESS);
        for (RefusedHost one : refused) {
            boolean known = notes.blockedRequests().stream().anyMatch(request -> isAt(request.url(), one));
            if (!known && !CHROMES_OWN.contains(plain(one.host()))) {
                notes.blocked(one.host() + ":" + one.port(), EGRESS);
            }
        }
    }

    private void checkDrawable(String address) throws RenderException {
        boolean blank = address.equals(Tab.BLANK) || address.startsWith(Tab.BLANK + "#");
        if (!blank && !isWeb(address)) {
            throw notDrawn(address.replaceFirst(":.*", ""));
        }
        Cuts.checkDrawn(gate, address);
        refused.addAll(gate.drainRefusals());
        if (isRefused(address)) {
            throw refusal(host(address));
        }
    }

    private static String current(Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        while (true) {
            try {
                JsonNode history = tab.call("Page.getNavigationHistory", DevTools.params(), deadline)
                        .part("result");
                return history.path("entries")
                        .path(history.path("currentIndex").asInt())
                        .path("url")
                        .asString("");
            } catch (DevToolsException.Refused e) {
                if (!e.isForAnotherDocument()) {
                    throw e;
                }
                // An error page moves to a process of its own; its first answer says that it has arrived.
                tab.settle(deadline);
            }
        }
    }

    private boolean isRefused(String address) {
        return refused.stream().anyMatch(one -> isAt(address, one));
    }

    private static boolean isAt(String address, RefusedHost host) {
        return isWeb(address) && plain(host.host()).equals(host(address)) && host.port() == port(address);
    }

    private static boolean isWeb(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /** Chrome writes addresses in a form that is not always a {@link URI}, so only the authority is read. */
    private static String authority(String address) {
        String rest = address.substring(address.indexOf("//") + 2);
        String authority = rest.split("[/?#\\\\]", 2)[0];
        return authority.substring(authority.lastIndexOf('@') + 1);
    }

    static String host(String address) {
        return plain(authority(address).replaceFirst(":\\d*$", ""));
    }

    static int port(String address) {
        String digits = authority(address).replaceFirst("^.*\\]|^[^:]*", "").replaceFirst("^:", "");
        if (!digits.isEmpty()) {
            return Integer.parseInt(digits);
        }
        return address.regionMatches(true, 0, "https", 0, 5) ? 443 : 80;
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceAll("[\\[\\]]|\\.$", "");
    }

    private static RenderException refusal(String host) {
        return new RenderException(
                FailureCode.EGRESS_REFUSED,
                "The page led to \"" + host
                        + "\", which this farm does not contact: private, local and reserved addresses"
                        + " are refused. Use an address that is public.");
    }

    private static RenderException notDrawn(String scheme) {
        return new RenderException(
                FailureCode.EGRESS_REFUSED,
                "The page led to a \"" + scheme + ":\" address. Only http and https pages are drawn.");
    }
}
