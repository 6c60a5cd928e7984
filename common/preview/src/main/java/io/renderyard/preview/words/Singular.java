package io.renderyard.preview.words;

import java.util.Map;

/** English plurals. */
final class Singular {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("men", "man"),
            Map.entry("women", "woman"),
            Map.entry("people", "person"),
            Map.entry("persons", "person"),
            Map.entry("children", "child"),
            Map.entry("kids", "kid"),
            Map.entry("mice", "mouse"),
            Map.entry("geese", "goose"),
            Map.entry("wolves", "wolf"),
            Map.entry("leaves", "leaf"),
            Map.entry("oxen", "ox"),
            Map.entry("buses", "bus"),
            Map.entry("taxis", "taxi"),
            Map.entry("fishes", "fish"),
            Map.entry("knives", "knife"));

    private Singular() {}

    /** The word itself when it is no plural. */
    static String of(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        int length = word.length();
        if (length > 4 && word.endsWith("ies")) {
            return word.substring(0, length - 3) + "y";
        }
        if (length > 4
                && (word.endsWith("xes") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("sses"))) {
            return word.substring(0, length - 2);
        }
        if (length > 4 && word.endsWith("oes") && !word.equals("shoes")) {
            return word.substring(0, length - 2);
        }
        if (length > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
            return word.substring(0, length - 1);
        }
        return word;
    }
}
