package io.renderyard.kernel.tenant;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something that a credential may be allowed to do. */
public enum Scope {
    IMAGES_CREATE("images:create"),
    IMAGES_READ("images:read"),
    IMAGES_DELETE("images:delete"),
    IMAGES_STORE("images:store"),
    TEMPLATES_READ("templates:read"),
    TEMPLATES_CREATE_UPDATE("templates:create_update"),
    TEMPLATES_DELETE("templates:delete"),
    USAGE_READ("usage:read"),
    API_KEYS_READ("api_keys:read"),
    API_KEYS_CREATE_UPDATE("api_keys:create_update"),
    API_KEYS_DELETE("api_keys:delete");

    private static final Map<String, Scope> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Scope::label, Function.identity()));

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    /** As clients write it and the ledger keeps it, such as {@code images:create}. */
    public String label() {
        return label;
    }

    /** Empty when there is no such scope. */
    public static Optional<Scope> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }
}
