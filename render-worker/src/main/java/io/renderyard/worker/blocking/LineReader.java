package io.renderyard.worker.blocking;

import io.renderyard.worker.blocking.FilterLine.Comment;
import io.renderyard.worker.blocking.FilterLine.Hiding;
import io.renderyard.worker.blocking.FilterLine.Network;
import io.renderyard.worker.blocking.FilterLine.Unsupported;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of lists in the syntax of Adblock Plus and the common extensions of uBlock Origin. */
final class LineReader {
    private static final FilterLine COMMENT = new Comment();
    private static final FilterLine UNSUPPORTED = new Unsupported();
    private static final String BAD = "badfilter";
    private static final Pattern HIDING = Pattern.compile("#(@?)([?$%]*)#");

    /** Selectors that style sheets do not know, and text that would end a rule early. */
    private static final Pattern NOT_CSS = Pattern.compile(
            ":(?:has-text|contains|upward|matches-|min-text-length|xpath|style|remove|watch-attr|others|-abp-|if\\(|if-not"
                    + "|nth-ancestor|shadow|matches\\()|[{}]|/\\*|^\\^|^\\+js");

    private final Set<String> bad;

    /** @param bad identities of filters that the lists themselves take back */
    LineReader(Set<String> bad) {
        this.bad = bad;
    }

    /** The identity of the filter that this line takes back, if it is such a line. */
    static Optional<String> takenBack(String line) {
        if (!line.contains(BAD)) {
            return Optional.empty();
        }
        Parts parts = Parts.of(line.strip());
        return parts.options().contains(BAD) ? Optional.of(parts.identity()) : Optional.empty();
    }

    FilterLine read(String raw) {
        String line = raw.strip();
        if (line.isEmpty() || line.startsWith("!") || line.startsWith("[Adblock") || line.startsWith("# ")) {
            return COMMENT;
        }
        Matcher mark = HIDING.matcher(line);
        return mark.find() ? hiding(line, mark) : network(line);
    }

    private static FilterLine hiding(String line, Matcher mark) {
        String selector = line.substring(mark.end()).strip();
        if (!mark.group(2).isEmpty() && !mark.group(2).equals("?")
                || selector.isEmpty()
                || NOT_CSS.matcher(selector).find()) {
            return UNSUPPORTED;
        }
        String names = line.substring(0, mark.start());
        Optional<DomainSet> where = names.isEmpty()
                ? Optional.of(DomainSet.EVERYWHERE)
                : DomainSet.parse(Arrays.asList(names.split(",", -1)));
        return where.<FilterLine>map(domains -> new Hiding(!mark.group(1).isEmpty(), domains, selector))
                .orElse(UNSUPPORTED);
    }

    private FilterLine network(String line) {
        Parts parts = Parts.of(line);
        if (parts.options().contains(BAD) || (!bad.isEmpty() && bad.contains(parts.identity()))) {
            return COMMENT;
        }
        return OptionReader.read(parts.options(), parts.exception())
                .<FilterLine>map(options -> new Network(parts.exception(), parts.pattern(), options))
                .orElse(UNSUPPORTED);
    }

    /** A network filter's line, cut. */
    private record Parts(boolean exception, String pattern, List<String> options) {
        static Parts of(String line) {
            boolean exception = line.startsWith("@@");
            String rest = exception ? line.substring(2) : line;
            int dollar = rest.lastIndexOf('$');
            boolean wholeRegex = rest.length() > 2 && rest.startsWith("/") && rest.endsWith("/");
            return dollar < 0 || wholeRegex || dollar == rest.length() - 1
                    ? new Parts(exception, rest, List.of())
                    : new Parts(
                            exception,
                            rest.substring(0, dollar),
                            List.of(rest.substring(dollar + 1).split(",")));
        }

        String identity() {
            Set<String> sorted = new TreeSet<>(options);
            sorted.remove(BAD);
            return (exception ? "@@" : "") + pattern + "$" + String.join(",", sorted);
        }
    }
}
