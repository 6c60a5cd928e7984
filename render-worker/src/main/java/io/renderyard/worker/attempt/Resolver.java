package io.renderyard.worker.attempt;

import io.renderyard.expression.Escape;
import io.renderyard.expression.EvaluationException;
import io.renderyard.expression.Filling;
import io.renderyard.expression.SyntaxException;
import io.renderyard.expression.Template;
import io.renderyard.handlebars.HandlebarsTemplate;
import io.renderyard.handlebars.InvalidTemplateException;
import io.renderyard.handlebars.TooMuchException;
import io.renderyard.kernel.job.AttemptLedger;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.rendering.RenderException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills the places of what is to be drawn: the markup or the address, and the style sheet. Where no variables are given
 * braces are nobody's business but the page's. A template is filled in any case, and its style sheet in none.
 */
final class Resolver {
    /** As much as the door takes in a body. */
    private static final int LONGEST_MARKUP = 10_000_000;

    private static final int LONGEST_STYLE = 1_000_000;
    private static final int LONGEST_ADDRESS = 8_192;
    private static final int LONGEST_PROMPT = 5_000;

    private final Variables variables;

    /** How much longer a page may become by the pictures in it: each may be shown twice. */
    private final int forPictures;

    private Resolver(Variables variables) {
        this.variables = variables;
        this.forPictures = 2
                * variables.pictures().keySet().stream()
                        .mapToInt(name -> variables.values().get(name) instanceof String address ? address.length() : 0)
                        .sum();
    }

    /** The prompts of pictures that fill places, with the other variables in their own; a prompt has no such places. */
    static Map<String, Prompt> pictures(AttemptLedger.Claim claim) throws RenderException {
        Map<String, Prompt> resolved = new LinkedHashMap<>();
        if (!(claim.spec().source() instanceof Source.Painted)) {
            Resolver resolver = new Resolver(new Variables(claim.variables().values()));
            for (Map.Entry<String, Prompt> one : claim.variables().pictures().entrySet()) {
                resolved.put(one.getKey(), resolver.prompt(one.getValue()));
            }
        }
        return resolved;
    }

    private Prompt prompt(Prompt prompt) throws RenderException {
        return variables.isEmpty()
                ? prompt
                : prompt.withWords(fill("prompt", prompt.words(), Escape.NONE, LONGEST_PROMPT));
    }

    static RenderSpec resolve(RenderSpec spec, Variables variables) throws RenderException {
        Resolver resolver = new Resolver(variables);
        return switch (spec.source()) {
            case Source.Handlebars _, Source.Expressions _ -> spec.with(resolver.source(spec.source()));
            case Source.Html _, Source.Url _, Source.Painted _ -> variables.isEmpty() ? spec : resolver.resolve(spec);
        };
    }

    private RenderSpec resolve(RenderSpec spec) throws RenderException {
        Additions additions = spec.additions();
        RenderSpec sourced = spec.with(source(spec.source()));
        return additions.css() == null
                ? sourced
                : sourced.with(new Additions(
                        fill("css", additions.css(), Escape.NONE, LONGEST_STYLE + forPictures),
                        additions.script(),
                        additions.fonts(),
                        additions.emoji()));
    }

    private Source source(Source source) throws RenderException {
        return switch (source) {
            case Source.Html(String markup) ->
                new Source.Html(fill("markup", markup, Escape.MARKUP, LONGEST_MARKUP + forPictures));
            case Source.Handlebars(String markup) -> template(markup);
            case Source.Expressions template -> new Source.Html(filled(template));
            case Source.Url(URI address) -> new Source.Url(address(address));
            case Source.Painted(Prompt prompt) -> new Source.Painted(prompt(prompt));
        };
    }

    private String filled(Source.Expressions template) throws RenderException {
        Filling how = new Filling(
                Escape.MARKUP,
                template.strict(),
                template.raw()::contains,
                template.scripts(),
                LONGEST_MARKUP + forPictures);
        try {
            return Template.parse(template.markup()).fill(variables.values(), how);
        } catch (SyntaxException e) {
            throw unreadable("markup", e);
        } catch (EvaluationException e) {
            throw refused("markup", e.getMessage());
        }
    }

    private Source template(String markup) throws RenderException {
        try {
            return new Source.Html(
                    HandlebarsTemplate.compile(markup).fill(variables.values(), LONGEST_MARKUP + forPictures));
        } catch (InvalidTemplateException e) {
            throw new RenderException(FailureCode.VARIABLES_REFUSED, e.sentence());
        } catch (TooMuchException e) {
            throw new RenderException(FailureCode.VARIABLES_REFUSED, e.sentence());
        }
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
            return Template.parseLeniently(text).fill(variables.values(), Filling.of(escape, longest));
        } catch (SyntaxException e) {
            throw unreadable(what, e);
        } catch (EvaluationException e) {
            throw refused(what, e.getMessage());
        }
    }

    private static RenderException unreadable(String what, SyntaxException e) {
        return refused(
                what,
                "line %,d, column %,d: %s"
                        .formatted(e.position().line(), e.position().column(), e.getMessage()));
    }

    private static RenderException refused(String what, @Nullable String reason) {
        return new RenderException(
                FailureCode.VARIABLES_REFUSED,
                "The %s cannot be filled with its variables: %s.".formatted(what, reason));
    }
}
