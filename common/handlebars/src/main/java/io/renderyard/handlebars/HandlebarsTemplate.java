package io.renderyard.handlebars;

import com.github.jknack.handlebars.Template;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A template in the Handlebars language: places, {@code if}, {@code unless}, {@code with}, {@code each}, {@code lookup},
 * comments and whitespace control. There are no partials, decorators, raw blocks or helpers of one's own. Compiled once,
 * filled as often as wanted, by any number of threads.
 */
public final class HandlebarsTemplate {
    private final Template template;
    private final Survey survey;

    private HandlebarsTemplate(Template template, Survey survey) {
        this.template = template;
        this.survey = survey;
    }

    public static HandlebarsTemplate compile(String text) throws InvalidTemplateException {
        Survey survey = Survey.of(text);
        return new HandlebarsTemplate(Engine.compile(survey.rewritten()), survey);
    }

    /** Whether anything in it may depend on values; comments do not. */
    public boolean hasPlaces() {
        return survey.hasPlaces();
    }

    /** Names that may be looked up in the values. Rather too many: those within lists and objects are among them. */
    public Set<String> variables() {
        return survey.variables();
    }

    /**
     * The text with its places filled. What is missing or null is empty text. Values in two braces are escaped for HTML.
     *
     * @param values by name, in JSON's types: texts, numbers, truth values, null, lists and maps
     * @param longest characters of the result
     */
    public String fill(Map<String, ? extends @Nullable Object> values, int longest) throws TooMuchException {
        return Engine.fill(template, values, longest);
    }
}
