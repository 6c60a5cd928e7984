package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.RenderException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells a tab what the page shall believe of the world. Said all at once, then waited for. */
final class Emulation {
    private static final int FINGERS = 5;

    private final Tab tab;
    private final List<Said> said = new ArrayList<>();

    /** @param unknown what it means when the browser does not take it; null when that cannot be the caller's doing */
    private record Said(
            String method,
            CompletableFuture<Answer> answer,
            @Nullable String unknown) {}

    private Emulation(Tab tab) {
        this.tab = tab;
    }

    static void apply(RenderSpec spec, Tab tab, Deadline deadline)
            throws DevToolsException, RenderException, InterruptedException {
        tab.resize(spec.viewport(), deadline);
        Emulation emulation = new Emulation(tab);
        if (spec.viewport().touch()) {
            emulation.say(
                    "Emulation.setTouchEmulationEnabled",
                    DevTools.params().put("enabled", true).put("maxTouchPoints", FINGERS));
        }
        emulation.world(spec.environment(), deadline);
        emulation.await(deadline);
    }

    private void world(Environment world, Deadline deadline) throws DevToolsException, InterruptedException {
        if (world.equals(Environment.PLAIN)) {
            return;
        }
        media(world);
        timezone(world.timezone());
        language(world.locale());
        identity(world);
        if (world.geolocation() != null) {
            place(world.geolocation(), deadline);
        }
        if (!world.javaScript()) {
            tab.forbidScripts(deadline);
        }
    }

    private void media(Environment world) {
        ObjectNode media = DevTools.params();
        if (world.mediaType() == Environment.MediaType.PRINT) {
            media.put("media", "print");
        }
        ArrayNode features = media.putArray("features");
        if (world.colorScheme() != null) {
            String scheme = switch (world.colorScheme()) {
                case LIGHT -> "light";
                case DARK -> "dark";
            };
            features.addObject().put("name", "prefers-color-scheme").put("value", scheme);
        }
        if (world.reducedMotion()) {
            features.addObject().put("name", "prefers-reduced-motion").put("value", "reduce");
        }
        say("Emulation.setEmulatedMedia", media);
    }

    private void timezone(@Nullable String zone) {
        if (zone != null) {
            say(
                    "Emulation.setTimezoneOverride",
                    DevTools.params().put("timezoneId", zone),
                    "The browser does not know the time zone \"" + zone
                            + "\". Use a name of the IANA database, such as Europe/Berlin.");
        }
    }

    private void language(@Nullable String locale) {
        if (locale != null) {
            say(
                    "Emulation.setLocaleOverride",
                    // ICU's way to write it, the only one that Chrome takes for sure.
                    DevTools.params().put("locale", locale.replace('-', '_')),
                    "The browser does not know the locale \"" + locale + "\". Use a BCP 47 tag, such as de-DE.");
        }
    }

    /** Without metadata Chrome says nothing more of itself than the one line: no brands, no client hints. */
    private void identity(Environment world) {
        if (world.userAgent() == null && world.locale() == null) {
            return;
        }
        ObjectNode identity = DevTools.params().put("userAgent", world.userAgent() == null ? "" : world.userAgent());
        if (world.locale() != null) {
            identity.put("acceptLanguage", world.locale());
        }
        say("Emulation.setUserAgentOverride", identity);
    }

    /** All other permissions are refused by the same command. */
    private void place(Environment.Geolocation place, Deadline deadline)
            throws DevToolsException, InterruptedException {
        say(
                "Emulation.setGeolocationOverride",
                DevTools.params()
                        .put("latitude", place.latitude())
                        .put("longitude", place.longitude())
                        .put("accuracy", place.accuracy()));
        ObjectNode granted = DevTools.params();
        granted.putArray("permissions").add("geolocation");
        tab.callContext("Browser.grantPermissions", granted, deadline);
    }

    private void say(String method, ObjectNode params) {
        said.add(new Said(method, tab.send(method, params), null));
    }

    private void say(String method, ObjectNode params, String unknown) {
        said.add(new Said(method, tab.send(method, params), unknown));
    }

    private void await(Deadline deadline) throws DevToolsException, RenderException, InterruptedException {
        for (Said one : said) {
            try {
                DevTools.await(one.answer(), one.method(), deadline);
            } catch (DevToolsException.Refused e) {
                if (one.unknown() == null) {
                    throw e;
                }
                throw new RenderException(FailureCode.OPTION_REFUSED, one.unknown(), e);
            }
        }
    }
}
