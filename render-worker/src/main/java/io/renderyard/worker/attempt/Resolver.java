package io.renderyard.worker.attempt;

import io.renderyard.expression.Escape;
import io.renderyard.expression.Template;
import io.renderyard.expression.TooLongException;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.rendering.RenderException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Fills the places of what is to be drawn: the markup or the address, and the style sheet. Where no variables are given
 * braces are nobody's business but the page's.
 */
final class Resolver {
    /** As much as the door takes in a body. */
    private static final int LONGEST_MARKUP = 10_000_000;

    private static final int LONGEST_STYLE = 1_000_000;
    private static final int LONGEST_ADDRESS = 8_192;

    private final Variables variables;

    private Resolver(Variables variables) {
        this.variables = variables;
    }

    static RenderSpec resolve(RenderSpec spec, Variables variables) throws RenderException {
        return variables.values().isEmpty() ? spec : new Resolver(variables).resolve(spec);
    }

    private RenderSpec resolve(RenderSpec spec) throws RenderException {
        Additions additions = spec.additions();
        RenderSpec sourced = spec.with(source(spec.source()));
        return additions.css() == null
                ? sourced
                : sourced.with(new Additions(
                        fill("css", additions.css(), Escape.NONE, LONGEST_STYLE),
                        additions.script(),
                        additions.fonts(),
                        additions.emoji()));
    }

    private Source source(Source source) throws RenderException {
        return switch (source) {
            case Source.Html(String markup) -> new Source.Html(fill("markup", markup, Escape.MARKUP, LONGEST_MARKUP));
            case Source.Url(URI address) -> new Source.Url(address(address));
        };
    }

    /** The host is never filled in, so that the door's judgement of it holds; the egress proxy judges the whole anyway. */
    private URI address(URI address) throws RenderException {
        String filled = fill("address", withPlaces(address.toString()), Escape.ADDRESS, LONGEST_ADDRESS);
        try {
            return new URI(filled.replace("{", "%7B").replace("}", "%7D"));
        } catch (URISyntaxException e) {
            throw new RenderException(
                    FailureCode.VARIABLES_REFUSED,
                    "With its variables filled in, the address is none any more (" + e.getReason()
                            + "). Places in two braces are percent-encoded; in three they must be so already.");
        }
    }

    private static String withPlaces(String encoded) {
        return encoded.replace("%7B%7B%7B", "{{{")
                .replace("%7B%7B", "{{")
                .replace("%7D%7D%7D", "}}}")
                .replace("%7D%7D", "}}");
    }

    private String fill(String what, String text, Escape escape, int longest) throws RenderException {
        try {
            return Template.parse(text).fill(variables.values(), escape, longest);
        } catch (TooLongException e) {
            throw new RenderException(
                    FailureCode.VARIABLES_REFUSED,
                    "With its variables filled in, the %s would be longer than %,d characters. Shorten the values."
                            .formatted(what, e.bound()));
        }
    }
}
