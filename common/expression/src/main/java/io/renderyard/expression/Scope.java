package io.renderyard.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that mean something at a place: those of its block, then those around it.
 *
 * @param outer around it; null for the whole template
 * @param subject the block's, worked out around it; null for the whole template
 * @param present what the block is about, whose own names are names here
 * @param aliases that the block gave on purpose; they go before all others
 * @param turn of a loop; null in other blocks
 * @param depth how many are around it
 */
record Scope(
        @Nullable Scope outer,
        @Nullable Node subject,
        @Nullable Object present,
        Block.Aliases aliases,
        @Nullable Turn turn,
        int depth) {
    /** @param key of an entry of a map; null for a list's element */
    record Turn(int index, int count, @Nullable String key) {
        Object place() {
            return key == null ? index : key;
        }
    }

    static Scope of(Map<String, ? extends @Nullable Object> variables) {
        return new Scope(null, null, variables, Block.Aliases.NONE, null, 0);
    }

    Scope within(Node about, @Nullable Object thing, Block.Aliases names, @Nullable Turn of) {
        return new Scope(this, about, thing, names, of, depth + 1);
    }

    @Nullable
    Object find(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Object value = scope.own(name);
            if (value != Undefined.UNDEFINED) {
                return value;
            }
        }
        return Undefined.UNDEFINED;
    }

    /** The one that has a value under a name; null when none has. */
    @Nullable
    Scope having(String name) {
        Scope scope = this;
        while (scope != null && scope.own(name) == Undefined.UNDEFINED) {
            scope = scope.outer;
        }
        return scope;
    }

    private @Nullable Object own(String name) {
        if (name.equals(aliases.thing())) {
            return present;
        }
        if (turn != null && name.equals(aliases.place())) {
            return turn.place();
        }
        if (present instanceof Map<?, ?> map && map.containsKey(name)) {
            return map.get(name);
        }
        return turn == null ? Undefined.UNDEFINED : implied(name, turn);
    }

    /** Loops without names of their own call their thing {@code item}, and its place {@code index}. */
    private @Nullable Object implied(String name, Turn of) {
        return switch (name) {
            case "item" -> present;
            case "index" -> of.index;
            default -> Undefined.UNDEFINED;
        };
    }

    @Nullable
    Object loopVariable(String name) {
        Scope scope = this;
        while (scope.outer != null && (scope.turn == null || name.equals("root"))) {
            scope = scope.outer;
        }
        if (name.equals("root")) {
            return scope.present;
        }
        return scope.turn == null ? Undefined.UNDEFINED : ofTurn(name, scope.turn);
    }

    private static Object ofTurn(String name, Turn turn) {
        return switch (name) {
            case "index" -> turn.index;
            case "key" -> turn.place();
            case "first" -> turn.index == 0;
            case "last" -> turn.index == turn.count - 1;
            default -> Undefined.UNDEFINED;
        };
    }
}
