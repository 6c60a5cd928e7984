package io.renderyard.gateway.artifact;

import io.renderyard.imaging.crop.Length;
import io.renderyard.imaging.crop.Origin;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What may be written as the origin of an axis. */
public sealed interface Placement {
    /** {@code start}, {@code center} or {@code end}. */
    Form<Placement> SIDE = new Form<>(Placement::side, "must be start, center or end");

    /** Where what is kept lies, of which only the size is known. */
    record Side(Origin origin) implements Placement {}

    /** The start itself. */
    record Position(Length start) implements Placement {}

    private static Optional<Placement> side(String text) {
        return Arrays.stream(Origin.values())
                .filter(origin -> origin.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .map(Side::new);
    }
}
