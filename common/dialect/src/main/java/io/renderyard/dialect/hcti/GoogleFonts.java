package io.renderyard.dialect.hcti;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.FontRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Families split by bars, a plus for a space, weights after a colon: {@code Open+Sans|Roboto:300,700}. */
final class GoogleFonts {
    private static final int MOST = 20;
    private static final Pattern FAMILY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .&-]{0,99}");
    private static final Pattern VARIANT = Pattern.compile("(?<weight>[1-9]00)(?<italic>i|italic)?");

    private GoogleFonts() {}

    static @Nullable JsonNode check(String name, JsonNode given, Violations violations) {
        if (!given.isString()) {
            violations.add(name, "must be a string, such as Open+Sans|Roboto:300,700");
            return null;
        }
        List<String> families = families(given.stringValue());
        if (families.size() > MOST) {
            violations.add(name, "must not name more than " + MOST + " families");
        }
        if (!families.stream().allMatch(GoogleFonts::isFamily)) {
            violations.add(name, "must be families split by |, each with its weights: Open+Sans|Roboto:300,700");
        }
        return families.isEmpty() ? null : StringNode.valueOf(String.join("|", families));
    }

    private static boolean isFamily(String text) {
        return FAMILY.matcher(text.split(":", 2)[0]).matches();
    }

    /** Of a checked text. */
    static List<FontRequest> of(String checked) {
        return families(checked).stream().map(GoogleFonts::font).toList();
    }

    private static List<String> families(String text) {
        return Arrays.stream(text.split("\\|"))
                .map(family -> family.replace('+', ' ').strip())
                .filter(family -> !family.isEmpty())
                .distinct()
                .toList();
    }

    /** A weight that is none is left out: the family is what the style sheet names. */
    private static FontRequest font(String text) {
        String[] parts = text.split(":", 2);
        List<String> variants = new ArrayList<>();
        for (String variant : parts.length < 2 ? new String[0] : parts[1].split(",")) {
            Matcher form = VARIANT.matcher(variant.strip());
            if (form.matches()) {
                variants.add(form.group("weight") + (form.group("italic") == null ? "" : "i"));
            }
        }
        return new FontRequest(parts[0].strip(), variants.stream().distinct().collect(Collectors.toList()));
    }
}
