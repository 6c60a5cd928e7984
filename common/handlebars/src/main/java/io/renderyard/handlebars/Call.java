package io.renderyard.handlebars;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a tag says: a path, or a helper and what it is given. */
final class Call {
    private static final Set<String> BLOCKS = Set.of("if", "unless", "with", "each");
    private static final String LOOKUP = "lookup";
    private static final Set<String> RESERVED =
            Set.of("if", "unless", "with", "each", LOOKUP, "else", "as", "this", "true", "false", "null", "undefined");
    private static final Pattern VALUE = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$-]*+");
    private static final int DEEPEST = 10;

    private final List<Words.Word> words;
    private final Names names;
    private final Tags tags;
    private final Scope scope;
    private List<String> values = List.of();
    private int at;

    Call(Words words, Names names, Scope scope, Tags tags) {
        this.words = words.list();
        this.names = names;
        this.scope = scope;
        this.tags = tags;
    }

    /** The names that a block gives to its values. */
    List<String> values() {
        return values;
    }

    /** The name of a block that is opened. */
    String block() throws InvalidTemplateException {
        String name = path();
        int given = given(name, 0);
        blockNames();
        if (at < words.size()) {
            throw unexpected();
        }
        if (BLOCKS.contains(name)) {
            expect(name, given, 1);
        } else if (given > 0 || name.equals(LOOKUP)) {
            throw unknown(name);
        } else {
            variable(name);
        }
        return name;
    }

    /** Something to be written. */
    void value() throws InvalidTemplateException {
        String name = path();
        int given = given(name, 0);
        if (at < words.size()) {
            throw unexpected();
        }
        result(name, given);
    }

    /** The name of a block that is opened for when there is nothing of that name. */
    String inverse() throws InvalidTemplateException {
        String name = name();
        if (BLOCKS.contains(name) || name.equals(LOOKUP)) {
            throw tags.refusal("“%s” cannot be turned around with ^; write {{#unless …}}.".formatted(name));
        }
        variable(name);
        return name;
    }

    /** The name of a block that is closed. */
    String name() throws InvalidTemplateException {
        String name = path();
        if (at < words.size()) {
            throw unexpected();
        }
        return name;
    }

    private void result(String name, int given) throws InvalidTemplateException {
        if (name.equals(LOOKUP)) {
            expect(name, given, 2);
        } else if (BLOCKS.contains(name)) {
            throw tags.refusal("“%s” opens a block, as in {{#%s …}}; for a variable of that name write this.%s."
                    .formatted(name, name, name));
        } else if (given > 0) {
            throw unknown(name);
        } else {
            variable(name);
        }
    }

    private String path() throws InvalidTemplateException {
        if (at == words.size() || words.get(at).sort() != Words.Sort.PATH) {
            throw tags.refusal("it does not begin with a name.");
        }
        return words.get(at++).text();
    }

    /** How many values there are up to the end of the call. */
    private int given(String helper, int depth) throws InvalidTemplateException {
        int given = 0;
        for (; at < words.size() && !words.get(at).is(")") && !words.get(at).is("as"); at++) {
            if (at + 1 < words.size() && words.get(at + 1).is("=")) {
                option(helper);
            } else {
                given++;
                parameter(helper, depth);
            }
        }
        return given;
    }

    private void parameter(String helper, int depth) throws InvalidTemplateException {
        Words.Word word = words.get(at);
        switch (word.sort()) {
            case PATH -> variable(word.text());
            case NUMBER -> {}
            case TEXT -> {
                if (helper.equals(LOOKUP)) {
                    names.name(word.text().substring(1, word.text().length() - 1));
                }
            }
            case SIGN -> within(depth + 1);
        }
    }

    /** A call in parentheses, up to the closing one. */
    private void within(int depth) throws InvalidTemplateException {
        if (!words.get(at).is("(")) {
            throw unexpected();
        }
        if (depth > DEEPEST) {
            throw tags.refusal("parentheses are nested more than %d deep.".formatted(DEEPEST));
        }
        at++;
        String name = path();
        int given = given(name, depth);
        if (at == words.size() || !words.get(at).is(")")) {
            throw tags.refusal("a parenthesis is not closed.");
        }
        if (given == 0) {
            throw unknown(name);
        }
        result(name, given);
    }

    private void option(String helper) throws InvalidTemplateException {
        boolean known = (helper.equals("if") || helper.equals("unless"))
                && words.get(at).is("includeZero")
                && at + 2 < words.size()
                && (words.get(at + 2).is("true") || words.get(at + 2).is("false"));
        if (!known) {
            throw tags.refusal(
                    "there is no option “%s” for “%s”.".formatted(words.get(at).text(), helper));
        }
        at += 2;
    }

    /** Such as {@code as |value index|}. */
    private void blockNames() throws InvalidTemplateException {
        if (at == words.size() || !words.get(at).is("as")) {
            return;
        }
        int last = words.size() - 1;
        List<Words.Word> inner = at + 3 <= last ? words.subList(at + 2, last) : List.of();
        if (inner.isEmpty()
                || inner.size() > 2
                || !words.get(at + 1).is("|")
                || !words.get(last).is("|")
                || !inner.stream().allMatch(each -> VALUE.matcher(each.text()).matches())
                || inner.stream().anyMatch(each -> RESERVED.contains(each.text()))) {
            throw tags.refusal("“as” is followed by one or two names, as in {{#each list as |value index|}}.");
        }
        values = inner.stream().map(Words.Word::text).toList();
        at = words.size();
    }

    private void variable(String path) {
        if (!scope.names(path)) {
            names.path(path);
        }
    }

    private void expect(String helper, int given, int wanted) throws InvalidTemplateException {
        if (given != wanted) {
            throw tags.refusal(
                    "“%s” takes %d value%s, not %d.".formatted(helper, wanted, wanted == 1 ? "" : "s", given));
        }
    }

    private InvalidTemplateException unknown(String name) {
        return tags.refusal("there is no helper “%s”; there are if, unless, with, each and lookup.".formatted(name));
    }

    private InvalidTemplateException unexpected() {
        return tags.refusal("“%s” is out of place.".formatted(words.get(at).text()));
    }
}
