package io.renderyard.handlebars;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The blocks that are open at some place of a template, and what names mean there. The library takes {@code @index} for
 * the element's member {@code index} where it has one, and forgets {@code as |value|} in the next block; so both get
 * names of their own.
 */
final class Scope {
    static final String OWN = "__";

    private static final Pattern DATA = Pattern.compile("@((?:\\.\\./)*+)(.++)");
    private static final Pattern FIRST = Pattern.compile("([^./\\[@]++)(.*+)");

    private final Deque<Block> open = new ArrayDeque<>();

    /**
     * A block that is not closed yet.
     *
     * @param closing what the library gets for its name
     * @param values the names that it gives to its values
     * @param levels how deep the library goes for it: 1, and 1 for each {@code {{else if}}}
     * @param ended whether its last {@code {{else}}} has come
     */
    record Block(String name, String closing, List<String> values, int start, int levels, boolean ended) {
        Block {
            values = List.copyOf(values);
        }
    }

    void push(Block block) {
        open.push(block);
    }

    @Nullable
    Block poll() {
        return open.poll();
    }

    @Nullable
    Block peek() {
        return open.peek();
    }

    /** Whether it leads from a value that a block has given a name. */
    boolean names(String path) {
        return !path.startsWith("@") && !written(path).equals(path);
    }

    /** The same path for the library. */
    String written(String path) {
        Matcher data = DATA.matcher(path);
        if (data.matches()) {
            return "@" + data.group(1) + OWN + data.group(2);
        }
        Matcher first = FIRST.matcher(path);
        if (first.matches()) {
            int level = open.size();
            for (Block block : open) {
                level--;
                int place = block.values().lastIndexOf(first.group(1));
                if (place >= 0) {
                    return "@" + own(level, place) + first.group(2);
                }
            }
        }
        return path;
    }

    /** The name that the library gets for a value of the next block. */
    String own(int place) {
        return own(open.size(), place);
    }

    private static String own(int level, int place) {
        return OWN + level + (place == 0 ? "v" : "i");
    }
}
