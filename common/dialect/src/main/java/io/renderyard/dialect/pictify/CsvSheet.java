package io.renderyard.dialect.pictify;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads sheets of values: CSV by RFC 4180 in UTF-8, whose first row names the columns; section 10.1. */
public final class CsvSheet {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    private static final int MOST_COLUMNS = 200;
    private static final String MARK = "\uFEFF";

    private CsvSheet() {}

    /** What is made of a sheet while it is open. */
    private interface Use<T> {
        Reading<T> of(List<String> columns, Iterator<CSVRecord> rows);
    }

    /**
     * Names of the columns; what lies below them is not looked at.
     *
     * @param field that the client sent it in
     */
    public static Reading<List<String>> columns(String field, byte[] csv) {
        return open(field, csv, (columns, _) -> new Reading.Understood<>(columns));
    }

    /**
     * One set of values for each row, in their order. An empty cell is an empty text.
     *
     * @param field that the client sent it in
     * @param mappings from columns to variables, by name: the others are left out. Without any each column is a variable
     * @param most rows below the first
     */
    public static Reading<List<Map<String, @Nullable Object>>> rows(
            String field, byte[] csv, Map<String, String> mappings, int most) {
        return open(field, csv, (columns, rows) -> {
            List<FieldProblem> problems = problems(mappings, columns);
            return problems.isEmpty() ? values(field, columns, mappings, rows, most) : new Reading.Wrong<>(problems);
        });
    }

    private static <T> Reading<T> open(String field, byte[] csv, Use<T> use) {
        try (CSVParser parser = FORMAT.parse(new StringReader(text(csv)))) {
            Iterator<CSVRecord> rows = parser.iterator();
            List<String> columns =
                    rows.hasNext() ? rows.next().stream().map(String::strip).toList() : List.of();
            boolean named =
                    columns.stream().noneMatch(String::isEmpty) && new HashSet<>(columns).size() == columns.size();
            return named && !columns.isEmpty() && columns.size() <= MOST_COLUMNS
                    ? use.of(columns, rows)
                    : wrong(
                            field,
                            "must name 1 to 200 columns in its first row, each one once",
                            FieldProblem.INVALID_FORMAT);
        } catch (CharacterCodingException e) {
            return wrong(field, "must be CSV in UTF-8", FieldProblem.INVALID_FORMAT);
        } catch (UncheckedIOException e) {
            return unreadable(field, Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            return unreadable(field, e);
        }
    }

    /** Strictly: what is no UTF-8 would become question marks in pictures. */
    private static String text(byte[] csv) throws CharacterCodingException {
        String text =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static <T> Reading<T> unreadable(String field, IOException e) {
        return wrong(field, "must be CSV: " + e.getMessage(), FieldProblem.INVALID_FORMAT);
    }

    private static List<FieldProblem> problems(Map<String, String> mappings, List<String> columns) {
        List<FieldProblem> problems = new ArrayList<>();
        HashSet<String> variables = new HashSet<>();
        mappings.forEach((column, variable) -> {
            if (!columns.contains(column)) {
                problems.add(new FieldProblem(
                        "mappings." + column,
                        "names no column of the sheet; it has " + String.join(", ", columns),
                        FieldProblem.INVALID_FORMAT));
            } else if (!variables.add(variable)) {
                problems.add(new FieldProblem(
                        "mappings." + column,
                        "gives " + variable + " a second value; map one column to it",
                        FieldProblem.INVALID_FORMAT));
            }
        });
        return problems;
    }

    private static Reading<List<Map<String, @Nullable Object>>> values(
            String field, List<String> columns, Map<String, String> mappings, Iterator<CSVRecord> rows, int most) {
        List<Map<String, @Nullable Object>> sets = new ArrayList<>();
        while (rows.hasNext()) {
            CSVRecord row = rows.next();
            if (sets.size() == most) {
                return wrong(
                        field,
                        "must not have more than %,d rows below the first".formatted(most),
                        FieldProblem.OUT_OF_RANGE);
            }
            if (row.size() != columns.size()) {
                String message = "must have a cell for each of its %d columns in each row; row %d has %d"
                        .formatted(columns.size(), row.getRecordNumber(), row.size());
                return wrong(field, message, FieldProblem.INVALID_FORMAT);
            }
            sets.add(values(columns, mappings, row));
        }
        return sets.isEmpty()
                ? wrong(field, "must have a row of values below the first", FieldProblem.REQUIRED)
                : new Reading.Understood<>(sets);
    }

    private static Map<String, @Nullable Object> values(
            List<String> columns, Map<String, String> mappings, CSVRecord row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String variable = mappings.isEmpty() ? column : mappings.get(column);
            if (variable != null) {
                values.put(variable, row.get(i));
            }
        }
        return values;
    }

    private static <T> Reading<T> wrong(String field, String message, String code) {
        return new Reading.Wrong<>(List.of(new FieldProblem(field, message, code)));
    }
}
