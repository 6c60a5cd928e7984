package io.renderyard.handlebars;

import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.HandlebarsError;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The library, set up so that a template reaches its values and nothing else. */
final class Engine {
    private static final Handlebars LIBRARY = new Handlebars(new NoTemplates())
            .with(new BlockRegistry())
            .with((value, next) -> Written.of(value))
            .with(EscapingStrategy.HBS4)
            .parentScopeResolution(false)
            .prettyPrint(true);

    private Engine() {}

    /** @param text from {@link Survey} */
    static Template compile(String text) throws InvalidTemplateException {
        try {
            return LIBRARY.compileInline(text);
        } catch (HandlebarsException e) {
            throw invalid(e.getError());
        } catch (StackOverflowError e) {
            throw new InvalidTemplateException(1, 1, "The template is nested too deeply. Use fewer blocks in blocks.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            PathCache.trim();
        }
    }

    private static InvalidTemplateException invalid(@Nullable HandlebarsError error) {
        return error == null
                ? new InvalidTemplateException(1, 1, "The template cannot be read.")
                : new InvalidTemplateException(
                        error.line, error.column + 1, "The template cannot be read here (" + error.reason + ").");
    }

    static String fill(Template template, Map<String, ? extends @Nullable Object> values, int longest)
            throws TooMuchException {
        Run run = new Run(longest);
        try {
            template.apply(run.over(values), run);
            return run.text();
        } catch (Run.Exhausted e) {
            throw new TooMuchException(e.sentence());
        } catch (StackOverflowError e) {
            throw new TooMuchException("The values are nested too deeply. Use fewer lists in lists.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
