package io.renderyard.kernel.tenant;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a credential decides about it.
 *
 * @param name what people call it; null to have one made up
 * @param enabled whether it opens anything
 * @param futureScopes whether scopes that are yet to be invented will be its own, too
 */
public record Grant(
        @Nullable String name, @Nullable String description, boolean enabled, Set<Scope> scopes, boolean futureScopes) {
    public Grant {
        scopes = Set.copyOf(scopes);
    }

    /** Everything, now and later. */
    public static Grant ofAll(String name) {
        return new Grant(name, null, true, EnumSet.allOf(Scope.class), true);
    }
}
