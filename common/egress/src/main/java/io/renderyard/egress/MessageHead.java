package io.renderyard.egress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Start line and header fields of one HTTP/1.1 message. Bytes above 127 survive as they are.
 *
 * @param fields in the order they came
 */
record MessageHead(String startLine, List<Field> fields) {
    static final int LIMIT = 64 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    record Field(String name, String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /** A request: lines end in CRLF, and anything unusual is refused. Empty when the peer left without a word. */
    static Optional<MessageHead> request(InputStream in) throws IOException {
        return read(in, true);
    }

    /** A response: forgiving where servers are sloppy and nobody can be fooled by it. */
    static MessageHead response(InputStream in) throws IOException {
        return read(in, false).orElseThrow(() -> new BadMessage("the server left without an answer"));
    }

    private static Optional<MessageHead> read(InputStream in, boolean strict) throws IOException {
        var lines = new ArrayList<String>();
        int budget = LIMIT;
        while (true) {
            String line = line(in, budget, strict);
            if (line == null) {
                if (lines.isEmpty()) {
                    return Optional.empty();
                }
                throw new BadMessage("the head breaks off");
            }
            budget -= line.length() + 2;
            if (line.isEmpty() && !lines.isEmpty()) {
                return Optional.of(new MessageHead(lines.getFirst(), fields(lines.subList(1, lines.size()), strict)));
            }
            if (line.isEmpty() && strict) {
                throw new BadMessage("an empty line before the request");
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
    }

    /** One line without its end; null at the end of the stream. */
    static @Nullable String line(InputStream in, int budget, boolean strict) throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        if (budget <= 0) {
            throw new BadMessage("the head is larger than " + LIMIT + " bytes");
        }
        while (true) {
            int b = in.read();
            if (b < 0) {
                if (bytes.size() == 0) {
                    return null;
                }
                throw new BadMessage("a line breaks off");
            }
            if (b == '\n') {
                String line = bytes.toString(StandardCharsets.ISO_8859_1);
                boolean carriageReturn = line.endsWith("\r");
                if (strict && !carriageReturn) {
                    throw new BadMessage("a bare line feed");
                }
                line = carriageReturn ? line.substring(0, line.length() - 1) : line;
                if (line.indexOf('\r') >= 0 || line.indexOf('\0') >= 0) {
                    throw new BadMessage("a control character in the head");
                }
                return line;
            }
            if (bytes.size() >= budget) {
                throw new BadMessage("the head is larger than " + LIMIT + " bytes");
            }
            bytes.write(b);
        }
    }

    private static List<Field> fields(List<String> lines, boolean strict) throws BadMessage {
        var fields = new ArrayList<Field>();
        for (String line : lines) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            int colon = line.indexOf(':');
            boolean sound = !folded
                    && colon > 0
                    && TOKEN.matcher(line.substring(0, colon)).matches();
            if (sound) {
                fields.add(new Field(
                        line.substring(0, colon), line.substring(colon + 1).strip()));
            } else if (strict) {
                throw new BadMessage("a malformed header line");
            } else if (folded && !fields.isEmpty()) {
                Field last = fields.removeLast();
                fields.add(new Field(last.name(), last.value() + " " + line.strip()));
            }
        }
        return List.copyOf(fields);
    }

    List<String> values(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).toList();
    }

    /** What may travel on to the next connection. */
    List<Field> endToEnd() {
        Set<String> hops = HopByHop.names(values("Connection"));
        return fields.stream()
                .filter(field -> {
                    String name = field.name().toLowerCase(Locale.ROOT);
                    return !hops.contains(name) && !HopByHop.isForProxies(name);
                })
                .toList();
    }

    byte[] bytes() {
        var text = new StringBuilder(startLine).append("\r\n");
        fields.forEach(field ->
                text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
