package io.renderyard.handlebars;

import com.github.jknack.handlebars.Decorator;
import com.github.jknack.handlebars.Helper;
import com.github.jknack.handlebars.HelperRegistry;
import com.github.jknack.handlebars.helper.DefaultHelperRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ours instead of the library's: they count their steps, write no log, and find neither files nor other templates. A name
 * that is none of theirs is a variable's.
 */
final class BlockRegistry extends DefaultHelperRegistry {
    private static final Map<String, Helper<Object>> HELPERS = Map.of(
            "if",
            Blocks::when,
            "unless",
            Blocks::unless,
            "with",
            Blocks::with,
            "each",
            Blocks::each,
            "lookup",
            Blocks::lookup,
            HelperRegistry.HELPER_MISSING,
            Blocks::missing);

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // null is how the library is told that there is none
    public <C> Helper<C> helper(String name) {
        return (Helper<C>) HELPERS.get(name);
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public @Nullable Decorator decorator(String name) {
        return null;
    }
}
