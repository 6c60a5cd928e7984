package io.renderyard.conformance.walls;

import com.tngtech.archunit.core.domain.JavaClass;

/** Nested, local and anonymous classes speak for the file they stand in. */
final class Outermost {
    private Outermost() {}

    static String name(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }
}
