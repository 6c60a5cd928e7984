package io.renderyard.dialect.hcti;

import io.renderyard.dialect.field.Violations;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** Checks of single values. Numbers and truth values may come as text, as forms and some clients write them. */
final class Checks {
    private Checks() {}

    /** Null says nothing, and neither does an empty text, which takes back what was said for several; section 8.1. */
    static boolean says(JsonNode given) {
        return !given.isMissingNode()
                && !given.isNull()
                && !(given.isString() && given.stringValue().isEmpty());
    }

    static Check text(int most) {
        return (name, given, violations) -> {
            if (!given.isString()) {
                violations.add(name, "must be a string");
                return null;
            }
            return StringNode.valueOf(violations.bounded(name, given.stringValue(), most));
        };
    }

    static Check integer(int least, int most) {
        return (name, given, violations) -> {
            Optional<Long> number = whole(given, least, most);
            if (number.isEmpty()) {
                violations.add(name, "must be a whole number between " + least + " and " + most);
                return null;
            }
            return IntNode.valueOf(number.get().intValue());
        };
    }

    static Check decimal(String least, String most) {
        BigDecimal lower = new BigDecimal(least);
        BigDecimal upper = new BigDecimal(most);
        return (name, given, violations) -> {
            BigDecimal number = number(given)
                    .filter(value -> value.compareTo(lower) >= 0 && value.compareTo(upper) <= 0)
                    .orElse(null);
            if (number == null) {
                violations.add(name, "must be a number between " + least + " and " + most);
                return null;
            }
            return DecimalNode.valueOf(number.stripTrailingZeros());
        };
    }

    /** False is what is the case anyway, so it is not kept. */
    static Check flag() {
        return (name, given, violations) -> {
            JsonNode truth = triState().read(name, given, violations);
            return truth != null && truth.booleanValue() ? truth : null;
        };
    }

    /** True, false, and not said at all are three things. */
    static Check triState() {
        return (name, given, violations) -> {
            String word = given.isBoolean() || given.isString() ? given.asString() : "";
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "true" -> BooleanNode.TRUE;
                case "false" -> BooleanNode.FALSE;
                default -> {
                    violations.add(name, "must be true or false");
                    yield null;
                }
            };
        };
    }

    static Check oneOf(String... words) {
        List<String> known = Arrays.asList(words);
        return (name, given, violations) -> {
            String word = given.isString() ? given.stringValue().toLowerCase(Locale.ROOT) : "?";
            if (!known.contains(word)) {
                violations.add(name, "must be " + Violations.list(known, "or"));
                return null;
            }
            return StringNode.valueOf(word);
        };
    }

    static Check timezone() {
        return (name, given, violations) -> {
            String zone = given.isString() ? given.stringValue() : "?";
            if (!ZoneId.getAvailableZoneIds().contains(zone) || zone.startsWith("SystemV/")) {
                violations.add(name, "must be a name of the IANA database, such as Europe/Berlin");
                return null;
            }
            return StringNode.valueOf(zone);
        };
    }

    /** For what the yard has none of, so that nobody believes that it was used. */
    static Check absent(String why) {
        return (name, given, violations) -> {
            violations.add(name, why);
            return null;
        };
    }

    static Optional<Long> whole(JsonNode given, long least, long most) {
        return number(given)
                .filter(value -> value.compareTo(BigDecimal.valueOf(least)) >= 0)
                .filter(value -> value.compareTo(BigDecimal.valueOf(most)) <= 0)
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::longValueExact);
    }

    private static Optional<BigDecimal> number(JsonNode given) {
        if (given.isNumber()) {
            return Optional.of(given.decimalValue());
        }
        try {
            return given.isString() && given.stringValue().strip().length() <= 30
                    ? Optional.of(new BigDecimal(given.stringValue().strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Objects and lists may come as text that holds JSON: a form has no other way. */
    static @Nullable JsonNode opened(JsonNode given) {
        if (!given.isString()) {
            return given;
        }
        try {
            return Json.read(given.stringValue());
        } catch (JacksonException e) {
            return null;
        }
    }
}
