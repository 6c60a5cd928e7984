package io.renderyard.dialect.yard;

import io.renderyard.kernel.render.Content;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Items as CSV: the first row names the variables. */
final class CsvItems implements RowReader {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private final Measured text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> names;

    CsvItems(Content content) throws IOException {
        this.text = new Measured(new InputStreamReader(
                ByteOrderMark.skip(content.open()),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        this.parser = FORMAT.parse(text);
        this.records = parser.iterator();
        CSVRecord header = record();
        if (header == null) {
            throw new RefusedUpload(
                    "The items are empty: the first row names the variables, each further one gives their values.");
        }
        this.names = header.stream().map(String::strip).toList();
        if (names.stream().anyMatch(String::isEmpty) || new HashSet<>(names).size() < names.size()) {
            throw new RefusedUpload("items", "must have a name for each column in their first row, each one once");
        }
    }

    @Override
    public @Nullable Raw next() {
        CSVRecord record = record();
        if (record == null) {
            return null;
        }
        if (record.size() != names.size()) {
            return new Raw.Broken("has " + record.size() + " cells where the first row names " + names.size());
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), record.get(i));
        }
        return new Raw.Cells(values);
    }

    private @Nullable CSVRecord record() {
        try {
            text.begin();
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        }
    }

    private RefusedUpload unreadable(@Nullable Throwable cause) {
        boolean encoding = cause instanceof CharacterCodingException;
        String why = encoding || cause == null ? "" : ": " + cause.getMessage();
        return new RefusedUpload("The items are no CSV" + (encoding ? " in UTF-8" : "") + ", at line "
                + (parser.getCurrentLineNumber() + 1) + why + ".");
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    /** A quote that nobody closes makes one row of all that follows, which is not to be read into memory. */
    private static final class Measured extends FilterReader {
        private int read;

        Measured(Reader text) {
            super(text);
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            int character = super.read();
            count(character < 0 ? 0 : 1);
            return character;
        }

        @Override
        public int read(char[] characters, int from, int length) throws IOException {
            int count = super.read(characters, from, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int characters) throws IOException {
            read += characters;
            if (read > BatchUpload.MAX_ITEM_BYTES) {
                throw new IOException("a row is larger than 10 MB; is a quote missing?");
            }
        }
    }
}
