package io.renderyard.conformance.docs;

import io.renderyard.expression.Expression;
import io.renderyard.expression.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The parts of docs/expressions.md that the language itself knows, and the examples that stand there. */
final class ExpressionsPage {
    private static final Pattern FUNCTIONS =
            Pattern.compile("(<!-- functions: [^\n]*-->\n).*?(<!-- end -->)", Pattern.DOTALL);
    private static final Pattern EXAMPLES = Pattern.compile("<!-- examples -->\n(.*?)<!-- end -->", Pattern.DOTALL);
    private static final Pattern ROW =
            Pattern.compile("^\\| `(.+)` \\| (?:`(.+)` )?\\| (?:`(.+)` )?\\|$", Pattern.MULTILINE);

    private ExpressionsPage() {}

    /** @param variables JSON; empty for none */
    record Example(String expression, String variables, String result) {}

    static List<Example> examples(String page) {
        String table =
                EXAMPLES.matcher(page).results().findFirst().orElseThrow().group(1);
        return ROW.matcher(table)
                .results()
                .map(row -> new Example(cell(row, 1).replace("\\|", "|"), cell(row, 2), cell(row, 3)))
                .toList();
    }

    private static String cell(MatchResult row, int number) {
        String text = row.group(number);
        return text == null ? "" : text;
    }

    /** The page with its table of functions written anew. */
    static String written(String page) {
        MatchResult part = FUNCTIONS.matcher(page).results().findFirst().orElseThrow();
        return page.substring(0, part.start())
                + part.group(1)
                + functions()
                + part.group(2)
                + page.substring(part.end());
    }

    private static String functions() {
        List<String> lines = new ArrayList<>();
        for (Signature.Category category : Signature.Category.values()) {
            lines.add("");
            lines.add("### " + title(category));
            lines.add("");
            lines.add("| Function | | Example | Result |");
            lines.add("| --- | --- | --- | --- |");
            Expression.known().stream()
                    .filter(signature -> signature.category() == category)
                    .map(ExpressionsPage::row)
                    .forEach(lines::add);
        }
        return String.join("\n", lines) + "\n\n";
    }

    private static String title(Signature.Category category) {
        String word = category.name().toLowerCase(Locale.ROOT);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String row(Signature signature) {
        return "| `%s` | %s | `%s` | %s |"
                .formatted(
                        signature.syntax(),
                        signature.description().replace("|", "\\|"),
                        signature.example().replace("|", "\\|"),
                        signature.result().isEmpty()
                                ? ""
                                : "`" + signature.result().replace("|", "\\|") + "`");
    }
}
