package io.renderyard.preview.words;

/** Where it happens. Of several that are named the one with most say is drawn, and the others lie in its distance. */
public enum Scene {
    UNDERWATER(9),
    SPACE(8),
    PLANET(8.5),
    ROOM(7),
    TABLE(7.5),
    BEACH(6.4),
    HARBOUR(6.2),
    SEA(6),
    LAKE(5.8),
    RIVER(5.6),
    STREET(5),
    CITY(4.6),
    FOREST(4.2),
    DESERT(4.4),
    MEADOW(3.6),
    MOUNTAINS(3.2),
    TUNDRA(3),
    SKY(1),
    STUDIO(0.5),
    ABSTRACT(0);

    private final double say;

    Scene(double say) {
        this.say = say;
    }

    double say() {
        return say;
    }

    public boolean watery() {
        return switch (this) {
            case BEACH, HARBOUR, SEA, LAKE, RIVER -> true;
            case UNDERWATER,
                    SPACE,
                    PLANET,
                    ROOM,
                    TABLE,
                    STREET,
                    CITY,
                    FOREST,
                    DESERT,
                    MEADOW,
                    MOUNTAINS,
                    TUNDRA,
                    SKY,
                    STUDIO,
                    ABSTRACT -> false;
        };
    }

    /** Without a horizon and an open sky. */
    public boolean indoors() {
        return this == ROOM || this == TABLE || this == STUDIO;
    }
}
