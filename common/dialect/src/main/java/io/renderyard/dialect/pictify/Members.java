package io.renderyard.dialect.pictify;

import io.renderyard.dialect.field.AddressReader;
import io.renderyard.dialect.field.Violations;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The members of an object and all that is wrong with them. Null is the same as nothing, and what nobody asks for means
 * nothing; section 1.4.
 */
final class Members {
    private final ObjectNode object;
    private final String prefix;
    private final List<FieldProblem> problems;

    private Members(ObjectNode object, String prefix, List<FieldProblem> problems) {
        this.object = object;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** Empty when it is no JSON object. */
    static Optional<Members> of(byte[] body) {
        return Json.read(body)
                .filter(ObjectNode.class::isInstance)
                .map(node -> new Members((ObjectNode) node, "", new ArrayList<>()));
    }

    static Members of(ObjectNode object) {
        return new Members(object, "", new ArrayList<>());
    }

    List<FieldProblem> problems() {
        return problems;
    }

    /** The result, unless something is wrong. */
    <T> Reading<T> orWrong(T result) {
        return problems.isEmpty() ? new Reading.Understood<>(result) : new Reading.Wrong<>(problems);
    }

    void wrong(String field, String message, String code) {
        problems.add(new FieldProblem(prefix + field, message, code));
    }

    boolean has(String field) {
        JsonNode value = object.path(field);
        return !value.isMissingNode() && !value.isNull();
    }

    JsonNode at(String field) {
        return object.path(field);
    }

    /** Which of several names for the same thing was used; the first when none was. */
    String which(String... names) {
        for (String name : names) {
            if (has(name)) {
                return name;
            }
        }
        return names[0];
    }

    /** Null when it is not there, and when it is wrong. */
    @Nullable
    String text(String field, int longest) {
        if (!has(field)) {
            return null;
        }
        if (!(at(field) instanceof StringNode text)) {
            wrong(field, "must be a string", FieldProblem.INVALID_TYPE);
            return null;
        }
        if (text.stringValue().length() > longest) {
            wrong(field, "must not be longer than %,d characters".formatted(longest), FieldProblem.TOO_LONG);
            return null;
        }
        return text.stringValue();
    }

    /** One that says something, or null. */
    @Nullable
    String word(String field, int longest) {
        String text = text(field, longest);
        return text == null || text.isBlank() ? null : text;
    }

    /** A text that must be there; empty when it is wrong. */
    String required(String field, int longest) {
        String text = word(field, longest);
        if (text == null
                && problems.stream().noneMatch(problem -> problem.field().equals(prefix + field))) {
            wrong(field, "is required", FieldProblem.REQUIRED);
        }
        return text == null ? "" : text;
    }

    @Nullable
    Integer integer(String field, int least, int most) {
        Double number = number(field, least, most);
        if (number != null && number != Math.rint(number)) {
            wrong(field, "must be a whole number", FieldProblem.INVALID_TYPE);
            return null;
        }
        return number == null ? null : number.intValue();
    }

    int integer(String field, int otherwise, int least, int most) {
        Integer number = integer(field, least, most);
        return number == null ? otherwise : number;
    }

    @Nullable
    Double number(String field, double least, double most) {
        if (!has(field)) {
            return null;
        }
        if (!at(field).isNumber()) {
            wrong(field, "must be a number", FieldProblem.INVALID_TYPE);
            return null;
        }
        double number = at(field).doubleValue();
        if (!(number >= least && number <= most)) {
            wrong(field, "must be between " + plain(least) + " and " + plain(most), FieldProblem.OUT_OF_RANGE);
            return null;
        }
        return number;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    double number(String field, double otherwise, double least, double most) {
        Double number = number(field, least, most);
        return number == null ? otherwise : number;
    }

    boolean flag(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        if (!at(field).isBoolean()) {
            wrong(field, "must be true or false", FieldProblem.INVALID_TYPE);
            return otherwise;
        }
        return at(field).booleanValue();
    }

    /** One of some words, in whichever case. */
    Optional<String> choice(String field, List<String> words) {
        return choice(field, words, FieldProblem.INVALID_FORMAT);
    }

    /** As {@link #choice(String, List)}, with a code of its own. */
    Optional<String> choice(String field, List<String> words, String code) {
        String word = word(field, 100);
        if (word == null) {
            return Optional.empty();
        }
        Optional<String> chosen =
                words.stream().filter(one -> one.equalsIgnoreCase(word)).findFirst();
        if (chosen.isEmpty()) {
            wrong(field, "must be " + Violations.list(words, "or"), code);
        }
        return chosen;
    }

    /** Null when it is not there, and when it is none. */
    @Nullable
    URI address(String field) {
        String text = text(field, Integer.MAX_VALUE);
        if (text == null) {
            return null;
        }
        Violations violations = new Violations();
        URI address = new AddressReader(violations).read(field, text);
        violations.all().forEach(error -> wrong(field, error.message(), FieldProblem.INVALID_FORMAT));
        return address;
    }

    /** An object's members; none when it is not there. */
    Map<String, @Nullable Object> values(String field) {
        return object(field).map(within -> Json.values(within.object)).orElseGet(LinkedHashMap::new);
    }

    Optional<Members> object(String field) {
        if (!has(field)) {
            return Optional.empty();
        }
        if (!(at(field) instanceof ObjectNode within)) {
            wrong(field, "must be an object", FieldProblem.INVALID_TYPE);
            return Optional.empty();
        }
        return Optional.of(new Members(within, prefix + field + ".", problems));
    }

    /** The objects of a list, each of which is named by its place; empty when it is not there. */
    List<Members> objects(String field, int most) {
        List<Members> objects = new ArrayList<>();
        ArrayNode list = list(field, most);
        for (int i = 0; i < list.size(); i++) {
            String name = field + "[" + i + "]";
            if (list.get(i) instanceof ObjectNode within) {
                objects.add(new Members(within, prefix + name + ".", problems));
            } else {
                wrong(name, "must be an object", FieldProblem.INVALID_TYPE);
            }
        }
        return objects;
    }

    List<String> texts(String field, int most, int longest) {
        List<String> texts = new ArrayList<>();
        ArrayNode list = list(field, most);
        for (int i = 0; i < list.size(); i++) {
            String name = field + "[" + i + "]";
            if (!(list.get(i) instanceof StringNode text)) {
                wrong(name, "must be a string", FieldProblem.INVALID_TYPE);
            } else if (text.stringValue().length() > longest) {
                wrong(name, "must not be longer than " + longest + " characters", FieldProblem.TOO_LONG);
            } else {
                texts.add(text.stringValue());
            }
        }
        return texts;
    }

    private ArrayNode list(String field, int most) {
        if (!has(field)) {
            return object.arrayNode();
        }
        if (!(at(field) instanceof ArrayNode list)) {
            wrong(field, "must be a list", FieldProblem.INVALID_TYPE);
            return object.arrayNode();
        }
        if (list.size() > most) {
            wrong(field, "must not have more than %,d elements".formatted(most), FieldProblem.OUT_OF_RANGE);
            return object.arrayNode();
        }
        return list;
    }

    ObjectNode members() {
        return object;
    }
}
