package io.renderyard.handlebars;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.Options;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code if}, {@code each} and the others do. They write what is within them straight into the run's text, which
 * knows its bound, and give the library nothing to write.
 */
final class Blocks {
    private static final String DATA = "@" + Scope.OWN;

    private Blocks() {}

    static @Nullable Object when(@Nullable Object value, Options options) throws IOException {
        return choose(Truth.holds(value, zeroHolds(options)), options);
    }

    static @Nullable Object unless(@Nullable Object value, Options options) throws IOException {
        return choose(!Truth.holds(value, zeroHolds(options)), options);
    }

    private static boolean zeroHolds(Options options) {
        return Boolean.TRUE.equals(options.hash("includeZero"));
    }

    private static @Nullable Object choose(boolean first, Options options) throws IOException {
        write(first ? options.fn : options.inverse, options.context, options);
        return null;
    }

    static @Nullable Object with(@Nullable Object value, Options options) throws IOException {
        if (!Truth.holds(value, true)) {
            return choose(false, options);
        }
        write(options.fn, named(options, Context.newContext(options.context, value), value), options);
        return null;
    }

    static @Nullable Object each(@Nullable Object value, Options options) throws IOException {
        Iterator<? extends Map.Entry<?, ?>> elements = switch (value) {
            case List<?> list -> new Numbered(list.iterator());
            case Members map -> map.members();
            case null, default -> List.<Map.Entry<?, ?>>of().iterator();
        };
        if (!elements.hasNext()) {
            return choose(false, options);
        }
        for (int index = 0; elements.hasNext(); index++) {
            Map.Entry<?, ?> element = elements.next();
            Context within = Context.newContext(options.context, element.getValue())
                    .combine(DATA + "index", index)
                    .combine(DATA + "key", element.getKey())
                    .combine(DATA + "first", index == 0)
                    .combine(DATA + "last", !elements.hasNext());
            write(options.fn, named(options, within, element.getValue(), element.getKey()), options);
        }
        return null;
    }

    static @Nullable Object lookup(@Nullable Object value, Options options) {
        Run.of(options).step();
        Object name = options.param(0, null);
        return name instanceof String || name instanceof Number ? Values.member(value, Written.of(name)) : null;
    }

    /** The library asks here when a place or a block has no value. */
    static @Nullable Object missing(@Nullable Object value, Options options) throws IOException {
        return choose(false, options);
    }

    private static Context named(Options options, Context within, @Nullable Object... values) {
        for (int i = 0; i < options.blockParams.size() && i < values.length; i++) {
            within.combine("@" + options.blockParams.get(i), values[i]);
        }
        return within;
    }

    private static void write(Template part, Context context, Options options) throws IOException {
        Run run = Run.of(options);
        run.step();
        part.apply(context, run);
    }
}
