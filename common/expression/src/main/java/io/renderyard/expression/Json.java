package io.renderyard.expression;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSON, written and read, since this library stands on nothing but the JDK. */
final class Json {
    private static final int DEEPEST = 64;

    /** What a value takes besides its characters, in characters. */
    private static final int A_VALUE = 32;

    private static final int LONGEST_NUMBER = 40;
    private static final double WHOLE = 1e15;
    private static final Pattern NUMBER = Pattern.compile("-?+(?:0|[1-9]\\d*+)(?:\\.\\d++)?+(?:[eE][+-]?+\\d++)?+");

    private final String text;
    private final Budget budget;
    private int at;

    private Json(String text, Budget budget) {
        this.text = text;
        this.budget = budget;
    }

    static String written(@Nullable Object value, Budget budget) throws EvaluationException {
        StringBuilder written = new StringBuilder();
        write(value, written, budget);
        return written.toString();
    }

    private static void write(@Nullable Object value, StringBuilder to, Budget budget) throws EvaluationException {
        budget.make(1);
        budget.enter();
        switch (value) {
            case null -> to.append("null");
            case Undefined ignored -> to.append("null");
            case Number number ->
                to.append(Double.isFinite(number.doubleValue()) ? Written.number(number, budget) : "null");
            case Boolean truth -> to.append(truth);
            case List<?> list -> writeAll(list, to, budget);
            case Map<?, ?> map -> writeAll(map, to, budget);
            default -> quote(value.toString(), to, budget);
        }
        budget.leave();
    }

    private static void writeAll(List<?> list, StringBuilder to, Budget budget) throws EvaluationException {
        String separator = "[";
        for (Object element : list) {
            to.append(separator);
            write(element, to, budget);
            separator = ",";
        }
        to.append(list.isEmpty() ? "[]" : "]");
    }

    private static void writeAll(Map<?, ?> map, StringBuilder to, Budget budget) throws EvaluationException {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            to.append(separator);
            quote(String.valueOf(entry.getKey()), to, budget);
            to.append(':');
            write(entry.getValue(), to, budget);
            separator = ",";
        }
        to.append(map.isEmpty() ? "{}" : "}");
    }

    private static void quote(String text, StringBuilder to, Budget budget) throws EvaluationException {
        budget.make(text.length());
        to.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> to.append("\\\"");
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                default -> {
                    if (c < ' ') {
                        to.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        to.append(c);
                    }
                }
            }
        }
        to.append('"');
    }

    /** Null for what is no JSON, too. */
    static @Nullable Object parsed(String text, Budget budget) throws EvaluationException {
        try {
            Json json = new Json(text, budget);
            Object value = json.value(0);
            json.space();
            return json.at == text.length() ? value : null;
        } catch (NotJsonException e) {
            return null;
        }
    }

    private @Nullable Object value(int depth) throws NotJsonException, EvaluationException {
        if (depth > DEEPEST) {
            throw new NotJsonException();
        }
        budget.make(A_VALUE);
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws NotJsonException, EvaluationException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        at++;
        space();
        if (take('}')) {
            return object;
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            object.put(name, value(depth + 1));
            space();
        } while (take(','));
        expect('}');
        return object;
    }

    private List<@Nullable Object> array(int depth) throws NotJsonException, EvaluationException {
        List<@Nullable Object> array = new ArrayList<>();
        at++;
        space();
        if (take(']')) {
            return array;
        }
        do {
            array.add(value(depth + 1));
            space();
        } while (take(','));
        expect(']');
        return array;
    }

    private String string() throws NotJsonException {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw new NotJsonException();
            }
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws NotJsonException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new NotJsonException();
        };
    }

    private char unicode() throws NotJsonException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw new NotJsonException();
            }
            code = code * 16 + digit;
            at++;
        }
        return (char) code;
    }

    private Object number() throws NotJsonException {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (digits.length() > LONGEST_NUMBER || !NUMBER.matcher(digits).matches()) {
            throw new NotJsonException();
        }
        double number = Double.parseDouble(digits);
        return number == Math.rint(number) && Math.abs(number) < WHOLE ? (Object) (long) number : number;
    }

    private @Nullable Object word(String word, @Nullable Object value) throws NotJsonException {
        if (!text.startsWith(word, at)) {
            throw new NotJsonException();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws NotJsonException {
        if (at >= text.length()) {
            throw new NotJsonException();
        }
        return text.charAt(at);
    }

    private boolean take(char c) throws NotJsonException {
        boolean is = peek() == c;
        if (is) {
            at++;
        }
        return is;
    }

    private void expect(char c) throws NotJsonException {
        if (!take(c)) {
            throw new NotJsonException();
        }
    }

    private static final class NotJsonException extends Exception {
        private static final long serialVersionUID = 1;

        NotJsonException() {
            super(null, null, false, false);
        }
    }
}
