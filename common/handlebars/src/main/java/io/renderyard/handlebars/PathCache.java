package io.renderyard.handlebars;

import com.github.jknack.handlebars.PathCompiler;
import java.lang.reflect.Field;
import java.util.Map;

/**
 * The library remembers every path of every template for as long as the process lives, and has no bound for it. Since
 * templates come from anyone, it is made to forget them from time to time; it reads a forgotten path anew.
 */
final class PathCache {
    private static final int MOST_PATHS = 20_000;
    private static final Map<?, ?> PATHS = paths();

    private PathCache() {}

    static void trim() {
        if (PATHS.size() > MOST_PATHS) {
            PATHS.clear();
        }
    }

    static int size() {
        return PATHS.size();
    }

    private static Map<?, ?> paths() {
        try {
            Field cache = PathCompiler.class.getDeclaredField("cache");
            cache.setAccessible(true);
            return (Map<?, ?>) cache.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This version of handlebars.java keeps its paths elsewhere; see whether they are bounded now.", e);
        }
    }
}
