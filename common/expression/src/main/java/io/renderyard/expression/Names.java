package io.renderyard.expression;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables that a template asks for: the first names of its paths, but for those that its blocks give. */
final class Names {
    private final Set<String> variables = new LinkedHashSet<>();
    private final Set<String> functions = new LinkedHashSet<>();

    private Names() {}

    static Set<String> variables(Node node) {
        return in(node).variables;
    }

    static Set<String> functions(Node node) {
        return in(node).functions;
    }

    private static Names in(Node node) {
        Names names = new Names();
        names.look(node, Set.of());
        return names;
    }

    static Set<String> variables(List<Block> blocks) {
        Names names = new Names();
        names.look(blocks, Set.of());
        return names.variables;
    }

    private void look(List<Block> blocks, Set<String> bound) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Text ignored -> {}
                case Block.Place place -> look(place.value(), bound);
                case Block.Choice choice -> {
                    choice.branches().forEach(branch -> {
                        look(branch.condition(), bound);
                        look(branch.body(), bound);
                    });
                    look(choice.otherwise(), bound);
                }
                case Block.Loop loop -> {
                    look(loop.over(), bound);
                    look(
                            loop.body(),
                            with(
                                    bound,
                                    "item",
                                    "index",
                                    loop.aliases().thing(),
                                    loop.aliases().place()));
                    look(loop.otherwise(), bound);
                }
                case Block.Conditional conditional -> {
                    look(conditional.condition(), bound);
                    look(conditional.body(), bound);
                }
                case Block.With with -> {
                    look(with.of(), bound);
                    look(with.body(), with(bound, with.aliases().thing()));
                    look(with.otherwise(), bound);
                }
            }
        }
    }

    private static Set<String> with(Set<String> bound, @Nullable String... names) {
        Set<String> all = new HashSet<>(bound);
        for (String name : names) {
            if (name != null) {
                all.add(name);
            }
        }
        return all;
    }

    private void look(Node node, Set<String> bound) {
        if (node instanceof Node.Variable variable && !bound.contains(variable.name())) {
            variables.add(variable.name());
        }
        if (node instanceof Node.Call call) {
            functions.add(call.function().signature().name());
        }
        for (Node part : node.parts()) {
            look(part, bound);
        }
    }
}
