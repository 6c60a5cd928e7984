package io.renderyard.expression;

import java.util.Set;

/** Markup while it is written: an address that has become a script by its values is taken out again. */
final class MarkupOutput extends Output {
    private static final Set<String> ADDRESSES =
            Set.of("href", "src", "action", "formaction", "xlink:href", "poster", "background", "data", "cite");

    private final Reader reader = new Reader();
    private boolean hasValues;

    MarkupOutput(int longest) {
        super(longest);
    }

    @Override
    void write(String part, int from, int to) throws EvaluationException {
        super.write(part, from, to);
        reader.readOn();
    }

    @Override
    void value(String value, Escape escape) throws EvaluationException {
        hasValues = true;
        super.value(value, escape);
    }

    @Override
    boolean isInScript() {
        return reader.isInScript();
    }

    @Override
    String whole() {
        if (reader.isInValue()) {
            reader.endValue();
        }
        return super.whole();
    }

    private final class Reader extends MarkupReader {
        void readOn() {
            read(text.length());
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
            return text.indexOf(String.valueOf(c), from);
        }

        @Override
        void attributeBegins() {
            hasValues = false;
        }

        /** Nothing is left of an address that runs as a script, when values had a part in it. */
        @Override
        int attributeEnds(String name, int nameBegin, int begin, int end, boolean isQuoted) {
            if (!hasValues || !ADDRESSES.contains(name) || !ScriptAddress.is(text, begin, end)) {
                return end;
            }
            String nothing = isQuoted ? "" : "\"\"";
            text.replace(begin, end, nothing);
            endsAt(text.length());
            return begin + nothing.length();
        }
    }
}
