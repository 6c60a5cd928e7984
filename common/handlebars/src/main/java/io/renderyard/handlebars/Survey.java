package io.renderyard.handlebars;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads a template before the library may: says in plain words what is wrong with it and where, and keeps out what the
 * library has no bound for. A path of a thousand names takes its lexer a minute, and each level of blocks is a level of
 * its recursion.
 */
final class Survey {
    private static final int MOST_TAGS = 10_000;
    private static final int DEEPEST = 100;
    private static final String UNLESS = "unless";
    private static final String ELSE = "else";

    private final Tags tags;
    private final Names names = new Names();
    private final Scope scope = new Scope();
    private int count;
    private int depth;
    private boolean places;

    private Survey(Tags tags) {
        this.tags = tags;
    }

    static Survey of(String text) throws InvalidTemplateException {
        Survey survey = new Survey(new Tags(text));
        survey.walk();
        return survey;
    }

    boolean hasPlaces() {
        return places;
    }

    Set<String> variables() {
        return names.all();
    }

    /** The template for the library, which means the same. */
    String rewritten() {
        return tags.rewritten();
    }

    private void walk() throws InvalidTemplateException {
        while (tags.next()) {
            if (++count > MOST_TAGS) {
                throw tags.refusal("a template has at most %,d tags.".formatted(MOST_TAGS));
            }
            take(tags.kind());
        }
        Scope.Block last = scope.peek();
        if (last != null) {
            throw tags.refusal(
                    last.start(), "{{#%s}} is never closed with {{/%s}}.".formatted(last.name(), last.name()));
        }
    }

    private void take(Tags.Kind kind) throws InvalidTemplateException {
        switch (kind) {
            case TEXT -> {}
            case VALUE -> value(Words.of(tags));
            case BLOCK -> block(Words.of(tags));
            case INVERSE -> inverse(Words.of(tags));
            case END -> end(Words.of(tags));
        }
    }

    private void value(Words words) throws InvalidTemplateException {
        if (words.startsWith(ELSE)) {
            otherwise(words.rest());
        } else {
            places = true;
            call(words).value();
            tags.keep(words.written(scope));
        }
    }

    private void block(Words words) throws InvalidTemplateException {
        places = true;
        Call call = call(words);
        String name = call.block();
        String head = head(words, call.values());
        deeper(new Scope.Block(name, words.first(1).written(scope), call.values(), tags.start(), 1, false));
        tags.keep(head);
    }

    private String head(Words words, List<String> values) {
        if (values.isEmpty()) {
            return words.written(scope);
        }
        int before = words.list().size() - values.size() - 3;
        return words.first(before).written(scope)
                + IntStream.range(0, values.size()).mapToObj(scope::own).collect(Collectors.joining(" ", " as |", "|"));
    }

    /** Either {@code {{^}}}, which is {@code {{else}}}, or such as {@code {{^list}}none{{/list}}}. */
    private void inverse(Words words) throws InvalidTemplateException {
        if (words.isEmpty()) {
            otherwise(words);
        } else {
            places = true;
            String name = call(words).inverse();
            String path = words.written(scope);
            deeper(new Scope.Block(name, UNLESS, List.of(), tags.start(), 1, false));
            tags.keep("#", UNLESS + " " + path);
        }
    }

    /** @param words what follows {@code else} */
    private void otherwise(Words words) throws InvalidTemplateException {
        Scope.Block block = scope.poll();
        if (block == null || block.ended()) {
            throw tags.refusal("there is no block here for {{else}}.");
        }
        if (words.isEmpty()) {
            scope.push(next(block, List.of(), 0, true));
            tags.keep("", ELSE);
        } else {
            Call call = call(words);
            call.block();
            String head = head(words, call.values());
            deeper(next(block, call.values(), 1, false));
            tags.keep("", ELSE + " " + head);
        }
    }

    private static Scope.Block next(Scope.Block block, List<String> values, int levels, boolean ended) {
        return new Scope.Block(block.name(), block.closing(), values, block.start(), block.levels() + levels, ended);
    }

    private void deeper(Scope.Block block) throws InvalidTemplateException {
        if (++depth > DEEPEST) {
            throw tags.refusal("blocks are nested more than %d deep.".formatted(DEEPEST));
        }
        scope.push(block);
    }

    private void end(Words words) throws InvalidTemplateException {
        String name = call(words).name();
        Scope.Block block = scope.poll();
        if (block == null) {
            throw tags.refusal("{{/%s}} closes a block that is not open.".formatted(name));
        }
        if (!block.name().equals(name)) {
            throw tags.refusal("{{/%s}} stands where {{/%s}} is due.".formatted(name, block.name()));
        }
        depth -= block.levels();
        tags.keep(block.closing());
    }

    private Call call(Words words) {
        return new Call(words, names, scope, tags);
    }
}
