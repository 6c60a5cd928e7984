package io.renderyard.kernel.render;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names requests that are not made. Both conditions must hold; one that is missing always does.
 *
 * @param url pattern for the whole address, case-sensitive; {@code *} stands for any text, the empty one too
 * @param types empty for every type
 */
public record BlockRule(@Nullable String url, Set<ResourceType> types) {
    public BlockRule {
        types = Set.copyOf(types);
        if (url == null && types.isEmpty()) {
            throw new IllegalArgumentException(
                    "A rule that names neither an address nor a type would block everything.");
        }
    }

    public boolean matches(String address, ResourceType type) {
        return (types.isEmpty() || types.contains(type)) && (url == null || matches(url, address));
    }

    /** Greedy from star to star, so a hostile pattern costs length times length and no more. */
    private static boolean matches(String pattern, String address) {
        int inPattern = 0;
        int inAddress = 0;
        int star = -1;
        int resume = 0;
        while (inAddress < address.length()) {
            if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
                star = inPattern++;
                resume = inAddress;
            } else if (inPattern < pattern.length() && pattern.charAt(inPattern) == address.charAt(inAddress)) {
                inPattern++;
                inAddress++;
            } else if (star >= 0) {
                inPattern = star + 1;
                inAddress = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(inPattern).chars().allMatch(rest -> rest == '*');
    }
}
