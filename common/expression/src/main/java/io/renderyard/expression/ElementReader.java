package io.renderyard.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements with an attribute {@code _if}, and where they end: with their tag where they cannot hold anything,
 * else at a tag that closes them as browsers understand it.
 */
final class ElementReader extends MarkupReader {
    private static final String ATTRIBUTE = "_if";

    /** As deep as browsers nest them; what is deeper ends with its block. */
    private static final int DEEPEST = 512;

    private static final Set<String> EMPTY = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    private static final Set<String> ENDS_PARAGRAPHS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "details",
            "div",
            "dl",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "ul");

    /** What an opening tag closes, where it stands directly in it. */
    private static final Map<String, Set<String>> CLOSES = Map.of(
            "li", Set.of("li"),
            "dt", Set.of("dt", "dd"),
            "dd", Set.of("dt", "dd"),
            "option", Set.of("option"),
            "tr", Set.of("tr", "td", "th"),
            "td", Set.of("td", "th"),
            "th", Set.of("td", "th"));

    private record Open(String name, @Nullable Element element) {}

    private final String text;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Element> elements = new ArrayList<>();
    private final Map<Element, Integer> ends = new HashMap<>();
    private @Nullable Element pending;

    /** @param tags which are no markup */
    ElementReader(String text, List<Tag> tags) {
        this.text = text;
        if (text.contains(ATTRIBUTE)) {
            for (Tag tag : tags) {
                read(tag.start());
                skip(tag.end());
            }
            read(text.length());
        }
    }

    /** From the first one to the last one. */
    List<Element> elements() {
        return elements;
    }

    /** Null where nothing closes it. */
    @Nullable
    Integer end(Element element) {
        return ends.get(element);
    }

    @Override
    char charAt(int offset) {
        return text.charAt(offset);
    }

    @Override
    String text(int from, int to) {
        return text.substring(from, to);
    }

    @Override
    int indexOf(char c, int from, int to) {
        return text.indexOf(c, from, to);
    }

    @Override
    int attributeEnds(String name, int nameBegin, int begin, int end, boolean isQuoted) {
        if (name.equals(ATTRIBUTE) && pending == null) {
            boolean hasSpace = Character.isWhitespace(text.charAt(nameBegin - 1));
            pending =
                    new Element(tagBegin(), hasSpace ? nameBegin - 1 : nameBegin, isQuoted ? end + 1 : end, begin, end);
        }
        return end;
    }

    @Override
    void tagEnds(String name, int begin, int end) {
        if (name.startsWith("/")) {
            close(name.substring(1), begin, end);
        } else {
            open(name, begin, end);
        }
        pending = null;
    }

    private void open(String name, int begin, int end) {
        Set<String> closes = CLOSES.getOrDefault(name, Set.of());
        while (!open.isEmpty() && closes.contains(open.peek().name)) {
            end(begin);
        }
        if (!open.isEmpty() && open.peek().name.equals("p") && ENDS_PARAGRAPHS.contains(name)) {
            end(begin);
        }
        // One too many is an error to whoever reads the conditions.
        if (pending != null && elements.size() <= TagReader.MOST) {
            elements.add(pending);
        }
        if (open.size() >= DEEPEST) {
            return;
        }
        open.push(new Open(name, pending));
        counts.merge(name, 1, Integer::sum);
        if (EMPTY.contains(name) || text.charAt(end - 2) == '/') {
            end(end);
        }
    }

    private void close(String name, int begin, int end) {
        if (counts.getOrDefault(name, 0) > 0) {
            while (!open.element().name.equals(name)) {
                end(begin);
            }
            end(end);
        }
    }

    private void end(int offset) {
        Open last = open.pop();
        if (counts.merge(last.name, -1, Integer::sum) == 0) {
            counts.remove(last.name);
        }
        if (last.element != null) {
            ends.put(last.element, offset);
        }
    }
}
