package io.renderyard.preview.scene;

import io.renderyard.preview.words.Habitat;

/** The zone of each habitat in one scene. */
record Zones(Zone landmark, Zone ground, Zone water, Zone deep, Zone air, Zone heavens) {
    Zone of(Habitat habitat) {
        return switch (habitat) {
            case LANDMARK -> landmark;
            case GROUND, TABLE -> ground;
            case AFLOAT -> water;
            case SUNKEN -> deep;
            case AIR -> air;
            case HEAVENS -> heavens;
        };
    }

    static Zones of(Stage stage) {
        double line = stage.horizon() / stage.height();
        boolean left = stage.left();
        Zone air = new Zone(0.06, 0.94, line * 0.42, line * 0.86, 0.75, 1.05);
        Zone heavens = new Zone(0.1, 0.9, line * 0.24, line * 0.5, 0.8, 1);
        Zone plain = new Zone(0.05, 0.95, line + (1 - line) * 0.26, 0.94, 0.5, 1.05);
        Zone back = new Zone(0.16, 0.84, line + (1 - line) * 0.06, line + (1 - line) * 0.2, 0.9, 1);
        return switch (stage.reading().scene()) {
            case SEA -> {
                double near = stage.peopled() ? 0.82 : 0.93;
                Zone sea = new Zone(0.07, 0.93, line + 0.05, near, 0.5, 1.1);
                Zone cliff = new Zone(left ? 0.1 : 0.68, left ? 0.32 : 0.9, line - 0.035, line - 0.03, 0.9, 0.9);
                yield new Zones(cliff, new Zone(0.08, 0.92, 0.91, 0.96, 0.9, 1), sea, sea, air, heavens);
            }
            case HARBOUR -> {
                Zone sea = new Zone(0.07, 0.93, line + 0.06, 0.84, 0.6, 1.1);
                yield new Zones(
                        new Zone(0.1, 0.9, line + 0.015, line + 0.02, 0.75, 0.8),
                        new Zone(0.08, 0.92, 0.92, 0.97, 0.9, 1),
                        sea,
                        sea,
                        air,
                        heavens);
            }
            case BEACH -> {
                Zone sea = new Zone(0.07, 0.93, line + 0.04, 0.64, 0.5, 0.8);
                yield new Zones(
                        new Zone(left ? 0.1 : 0.66, left ? 0.34 : 0.9, line + 0.005, line + 0.01, 0.7, 0.7),
                        new Zone(0.06, 0.94, 0.76, 0.95, 0.75, 1.1),
                        sea,
                        sea,
                        air,
                        heavens);
            }
            case LAKE -> {
                Zone lake = new Zone(0.1, 0.9, line + 0.07, stage.peopled() ? 0.8 : 0.88, 0.55, 1.05);
                yield new Zones(
                        new Zone(0.12, 0.88, line + 0.012, line + 0.018, 0.72, 0.76),
                        new Zone(0.06, 0.94, 0.9, 0.96, 0.9, 1.05),
                        lake,
                        lake,
                        air,
                        heavens);
            }
            case RIVER -> {
                Zone river = new Zone(0.36, 0.64, line + 0.2, 0.86, 0.5, 0.9);
                yield new Zones(back, plain, river, river, air, heavens);
            }
            case UNDERWATER -> {
                Zone deep = new Zone(0.08, 0.92, 0.2, 0.8, 0.8, 1.15);
                yield new Zones(
                        new Zone(0.1, 0.9, 0.86, 0.9, 0.8, 0.9),
                        new Zone(0.08, 0.92, 0.86, 0.95, 0.8, 1),
                        deep,
                        deep,
                        deep,
                        deep);
            }
            case SPACE, SKY, ABSTRACT -> {
                Zone open = new Zone(0.1, 0.9, 0.3, 0.88, 0.85, 1.1);
                Zone upper = new Zone(0.1, 0.9, 0.2, 0.55, 0.9, 1.1);
                yield new Zones(open, open, open, open, open, upper);
            }
            case TABLE, ROOM -> {
                Zone board = new Zone(0.12, 0.88, line + (1 - line) * 0.26, 0.9, 0.85, 1.15);
                yield new Zones(
                        board,
                        board,
                        board,
                        board,
                        new Zone(0.1, 0.9, 0.2, 0.5, 0.8, 0.9),
                        new Zone(0.3, 0.7, 0.2, 0.4, 0.6, 0.6));
            }
            case STUDIO -> {
                Zone floor = new Zone(0.14, 0.86, 0.74, 0.84, 1, 1.1);
                yield new Zones(
                        floor,
                        floor,
                        floor,
                        floor,
                        new Zone(0.12, 0.88, 0.4, 0.72, 1, 1.1),
                        new Zone(0.2, 0.8, 0.4, 0.7, 1.2, 1.2));
            }
            case CITY ->
                new Zones(
                        new Zone(0.12, 0.88, line + 0.004, line + 0.008, 1, 1.05),
                        new Zone(0.06, 0.94, 0.91, 0.96, 0.85, 1),
                        plain,
                        plain,
                        air,
                        heavens);
            case STREET ->
                new Zones(
                        new Zone(0.3, 0.7, line + 0.02, line + 0.04, 0.7, 0.8),
                        new Zone(0.08, 0.92, line + (1 - line) * 0.42, 0.94, 0.7, 1.15),
                        plain,
                        plain,
                        air,
                        heavens);
            case MOUNTAINS ->
                new Zones(
                        new Zone(0.36, 0.64, line - 0.02, line, 1, 1),
                        new Zone(0.06, 0.94, line + 0.2, 0.95, 0.6, 1.05),
                        plain,
                        plain,
                        air,
                        heavens);
            case FOREST ->
                new Zones(
                        back, new Zone(0.1, 0.9, line + (1 - line) * 0.4, 0.93, 0.65, 1.1), plain, plain, air, heavens);
            case DESERT, MEADOW, TUNDRA, PLANET -> new Zones(back, plain, plain, plain, air, heavens);
        };
    }
}
