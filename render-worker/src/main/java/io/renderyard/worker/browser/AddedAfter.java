package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.RenderException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Changes the loaded page: fonts, styles and emoji in each document that it moves to, the caller's script once. */
final class AddedAfter {
    /** Adopted sheets come after all others and are not subject to the page's content security policy. */
    private static final String ADD_STYLE = """
            (css => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets.push(sheet);
            })(%s)""";

    private static final String ADD_LINKS = """
            (sheets => Promise.all(sheets.map(sheet => new Promise(done => {
              const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: sheet});
              link.addEventListener('load', done, {once: true});
              link.addEventListener('error', done, {once: true});
              document.head.append(link);
            }))).then(() => sheets.length))(%s)""";

    private final List<String> links;
    private final @Nullable String css;
    private final Interception traffic;
    private final Optional<EmojiAsPictures> emoji;
    private @Nullable String script;

    private AddedAfter(RenderSpec spec, Interception traffic, Extras extras) {
        boolean address = spec.source() instanceof Source.Url;
        Additions additions = spec.additions();
        this.links = address ? extras.styleSheets(additions.fonts()) : List.of();
        this.css = address ? additions.css() : null;
        this.traffic = traffic;
        this.script = additions.script();
        this.emoji = additions.emoji() == Additions.Emoji.TWEMOJI
                ? Optional.of(new EmojiAsPictures(extras.emoji()))
                : Optional.empty();
    }

    static AddedAfter of(RenderSpec spec, Interception traffic, Extras extras) {
        return new AddedAfter(spec, traffic, extras);
    }

    /** An expression that adds a style sheet to the document it is evaluated in. */
    static String style(String css) {
        return ADD_STYLE.formatted(JsonMapper.shared().writeValueAsString(css));
    }

    /** False when nothing was added, and so there is nothing more to wait for. */
    boolean to(Tab tab, Deadline deadline) throws DevToolsException, RenderException, InterruptedException {
        boolean changed = styles(tab, traffic.hidden(), deadline) | links(tab, deadline) | styles(tab, css, deadline);
        String once = script;
        if (once != null) {
            script = null;
            new CallersScript(once).run(tab, deadline);
            changed = true;
        }
        return emoji.isPresent() && emoji.get().on(tab, deadline) || changed;
    }

    private static boolean styles(Tab tab, @Nullable String css, Deadline deadline)
            throws DevToolsException, InterruptedException {
        if (css == null || css.isBlank()) {
            return false;
        }
        tab.evaluate(style(css), deadline);
        return true;
    }

    private boolean links(Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        if (links.isEmpty()) {
            return false;
        }
        tab.evaluate(ADD_LINKS.formatted(JsonMapper.shared().writeValueAsString(links)), deadline);
        return true;
    }
}
