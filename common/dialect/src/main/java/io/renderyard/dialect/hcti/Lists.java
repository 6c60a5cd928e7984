package io.renderyard.dialect.hcti;

import io.renderyard.dialect.field.HeaderReader;
import io.renderyard.dialect.field.Origins;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.ResourceType;
import io.renderyard.kernel.render.Traffic;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks of values that hold others: headers, origins, rules, the client's own words. */
final class Lists {
    private static final int MAX_ORIGINS = 20;
    private static final int MAX_RULES = 100;
    private static final int MAX_PATTERN = 512;
    private static final int MAX_METADATA = 100;
    private static final int MAX_NAME = 500;
    private static final int MAX_WORDS = 4_096;
    private static final Set<String> TYPES = Arrays.stream(ResourceType.values())
            .map(ResourceType::label)
            .collect(Collectors.toCollection(TreeSet::new));

    private Lists() {}

    /** Name and value; of a form, each {@code name:value}, split at the first colon. */
    static @Nullable JsonNode headers(String name, JsonNode given, Violations violations) {
        JsonNode opened = Checks.opened(given);
        Map<String, @Nullable String> headers = new LinkedHashMap<>();
        if (opened instanceof ArrayNode lines) {
            lines.forEach(line -> split(name, line.asString(""), headers, violations));
        } else if (opened instanceof ObjectNode object) {
            object.properties()
                    .forEach(header -> headers.put(
                            header.getKey(),
                            header.getValue().isString() ? header.getValue().stringValue() : null));
        } else if (given.isString()) {
            split(name, given.stringValue(), headers, violations);
        } else {
            violations.add(name, "must be an object of names and values");
        }
        ObjectNode read = Json.object();
        for (Traffic.Header header : new HeaderReader(violations, name, Map.of()).read(headers)) {
            read.put(header.name(), header.value().reveal());
        }
        return read.isEmpty() ? null : read;
    }

    private static void split(String name, String line, Map<String, @Nullable String> headers, Violations violations) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            violations.add(name, "must be of the form name:value");
        } else if (headers.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip())
                != null) {
            violations.add(name, "must have each name once");
        }
    }

    static @Nullable JsonNode origins(String name, JsonNode given, Violations violations) {
        JsonNode list = given.isString() && !given.stringValue().startsWith("[")
                ? Json.MAPPER.createArrayNode().add(given.stringValue())
                : Checks.opened(given);
        if (!(list instanceof ArrayNode elements)) {
            violations.add(name, "must be a list of origins");
            return null;
        }
        Set<String> origins = new TreeSet<>();
        for (int i = 0; i < elements.size(); i++) {
            String at = name + "[" + i + "]";
            Origins.read(elements.get(i).asString(""))
                    .ifPresentOrElse(origins::add, () -> violations.add(at, Origins.FORM));
        }
        if (origins.size() > MAX_ORIGINS) {
            violations.add(name, "must not name more than " + MAX_ORIGINS + " origins");
        }
        return origins.isEmpty() ? null : Json.MAPPER.valueToTree(origins);
    }

    static @Nullable JsonNode rules(String name, JsonNode given, Violations violations) {
        if (!(Checks.opened(given) instanceof ArrayNode elements)) {
            violations.add(name, "must be a list of rules");
            return null;
        }
        if (elements.size() > MAX_RULES) {
            violations.add(name, "must not have more than " + MAX_RULES + " rules");
            return null;
        }
        ArrayNode rules = Json.MAPPER.createArrayNode();
        for (int i = 0; i < elements.size(); i++) {
            rule(name + "[" + i + "]", elements.get(i), rules, violations);
        }
        return rules.isEmpty() ? null : rules;
    }

    private static void rule(String name, JsonNode given, ArrayNode rules, Violations violations) {
        if (!given.path("action").asString("").equals("block")) {
            violations.add(name + ".action", "must be block");
        }
        ObjectNode rule = rules.addObject().put("action", "block");
        String url = given.path("url").asString("");
        if (!url.isEmpty()) {
            rule.put("url", violations.bounded(name + ".url", url, MAX_PATTERN));
        }
        Set<String> types = new TreeSet<>();
        JsonNode listed = given.path("resource_types");
        String at = name + ".resource_types";
        if (Checks.says(listed) && !listed.isArray()) {
            violations.add(at, "must be a list");
        }
        for (int i = 0; i < listed.size(); i++) {
            String type = listed.path(i).asString("");
            if (!TYPES.contains(type)) {
                violations.add(at + "[" + i + "]", "must be " + Violations.list(List.copyOf(TYPES), "or"));
            }
            types.add(type);
        }
        if (!types.isEmpty()) {
            rule.set("resource_types", Json.MAPPER.valueToTree(types));
        }
        if (url.isEmpty() && types.isEmpty() && violations.noneOf(at)) {
            violations.add(name, "must name a url, resource_types or both: without them it would block everything");
        }
    }

    static @Nullable JsonNode metadata(String name, JsonNode given, Violations violations) {
        if (!(Checks.opened(given) instanceof ObjectNode object)) {
            violations.add(name, "must be an object of strings");
            return null;
        }
        if (object.size() > MAX_METADATA) {
            violations.add(name, "must not have more than " + MAX_METADATA + " entries");
            return null;
        }
        object.properties().forEach(entry -> {
            if (entry.getKey().length() > MAX_NAME) {
                violations.add(name, "must have names of up to " + MAX_NAME + " characters");
            } else if (!entry.getValue().isString()) {
                violations.add(name + "." + entry.getKey(), "must be a string");
            } else {
                violations.bounded(name + "." + entry.getKey(), entry.getValue().stringValue(), MAX_WORDS);
            }
        });
        return object.isEmpty() ? null : object;
    }
}
