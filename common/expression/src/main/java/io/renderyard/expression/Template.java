package io.renderyard.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with places for values and with blocks: <code>{{ name | uppercase }}</code>, <code>{{ if stock < 10 }}…{{
 * endif }}</code>, <code>{{#each items}}…{{/each}}</code>. Taken apart once, filled in as often as wanted. Thread-safe.
 */
public final class Template {
    private final List<Block> blocks;

    private Template(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** @throws SyntaxException for the first thing between braces that means nothing */
    public static Template parse(String text) throws SyntaxException {
        return new Template(new BlockParser(text, false).all());
    }

    /**
     * What means nothing between braces is text, since whoever wrote it may have meant another language's.
     *
     * @throws SyntaxException when blocks do not end, or there is too much of them
     */
    public static Template parseLeniently(String text) throws SyntaxException {
        return new Template(new BlockParser(text, true).all());
    }

    /** Names that it has places for, in the order of their first ones. */
    public Set<String> variables() {
        return Names.variables(blocks);
    }

    /**
     * The text with its values.
     *
     * @param values by name, in JSON's types: texts, numbers, truth values, null, lists and maps
     */
    public String fill(Map<String, ? extends @Nullable Object> values, Filling how) throws EvaluationException {
        return fill(values, how, new Budget());
    }

    String fill(Map<String, ? extends @Nullable Object> values, Filling how, Budget budget) throws EvaluationException {
        return new Filler(how, budget).fill(blocks, Scope.of(values));
    }
}
