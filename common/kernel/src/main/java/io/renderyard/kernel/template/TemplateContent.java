package io.renderyard.kernel.template;

import io.renderyard.kernel.render.Source;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A template, whichever face took it.
 *
 * @param layouts by key, in their author's order, without the base
 * @param strict a place without a value is refused instead of left empty
 * @param scripts whether scripts of the markup run
 * @param open whether anybody who knows its name may have it rendered, with values of his own
 * @param options how it is drawn beyond that: JSON in the words of the face that took it, which alone reads them
 */
public record TemplateContent(
        Engine engine,
        TemplateHead head,
        TemplateBody base,
        List<TemplateVariable> variables,
        Map<String, TemplateLayout> layouts,
        boolean strict,
        boolean scripts,
        boolean open,
        String options) {
    /** No options. */
    public static final String PLAIN = "{}";

    public TemplateContent {
        variables = List.copyOf(variables);
        layouts = Collections.unmodifiableMap(new LinkedHashMap<>(layouts));
    }

    /**
     * A body of it as what is drawn.
     *
     * @param markup of the body, or the page that the face makes of it
     */
    public Source source(String markup) {
        return switch (engine) {
            case EXPRESSION -> new Source.Expressions(markup, raw(), strict, scripts);
            case HANDLEBARS -> new Source.Handlebars(markup);
        };
    }

    /** With a definition for each of these names that has none. */
    public TemplateContent declaring(Set<String> names) {
        Map<String, TemplateVariable> all = new LinkedHashMap<>();
        variables.forEach(variable -> all.put(variable.name(), variable));
        names.forEach(name -> all.putIfAbsent(name, TemplateVariable.found(name)));
        return new TemplateContent(
                engine, head, base, List.copyOf(all.values()), layouts, strict, scripts, open, options);
    }

    /** The same, in which places without a value stay empty. */
    public TemplateContent forgiving() {
        return new TemplateContent(engine, head, base, variables, layouts, false, scripts, open, options);
    }

    /** The base and all layouts. */
    public List<TemplateBody> bodies() {
        return Stream.concat(Stream.of(base), layouts.values().stream().map(TemplateLayout::body))
                .toList();
    }

    /** Variables whose values may be markup. */
    public Set<String> raw() {
        return variables.stream()
                .filter(TemplateVariable::raw)
                .map(TemplateVariable::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Without its markup and options: they are long, and headers are secrets. */
    @Override
    public String toString() {
        return "TemplateContent[" + engine + ", " + head.name() + "]";
    }
}
