package io.renderyard.expression;

/**
 * Where something stands in a text.
 *
 * @param offset characters before it
 * @param line from 1
 * @param column from 1
 */
public record Position(int offset, int line, int column) {
    static Position of(String text, int offset) {
        int at = Math.min(offset, text.length());
        int line = 1;
        int begin = 0;
        for (int i = 0; i < at; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                begin = i + 1;
            }
        }
        return new Position(at, line, at - begin + 1);
    }
}
