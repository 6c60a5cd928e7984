package io.renderyard.dispatcher.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shapes that faces bring, by their names. */
final class SubscriptionShapes {
    private final Map<String, SubscriptionShape> shapes;

    SubscriptionShapes(List<SubscriptionShape> shapes) {
        this.shapes =
                shapes.stream().collect(Collectors.toUnmodifiableMap(SubscriptionShape::name, Function.identity()));
    }

    Optional<SubscriptionShape> find(String name) {
        return Optional.ofNullable(shapes.get(name));
    }

    Set<String> names() {
        return shapes.keySet();
    }
}
