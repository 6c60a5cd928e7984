package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.words.Habitat;
import io.renderyard.preview.words.Kind;
import io.renderyard.preview.words.Scene;
import io.renderyard.preview.words.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a place for everything: of some that chance offers the one that disturbs least. */
final class Layout {
    private static final int OFFERS = 40;
    private static final int MOST = 60;
    private static final Set<Kind> HANDS = Set.of(Kind.PERSON, Kind.WOMAN, Kind.CHILD);

    private final Stage stage;
    private final Zones zones;
    private final List<Placed> placed = new ArrayList<>();
    private final double third;

    private Layout(Stage stage) {
        this.stage = stage;
        this.zones = Zones.of(stage);
        this.third = stage.frame().tall() ? (stage.left() ? 0.45 : 0.55) : stage.left() ? 0.36 : 0.64;
    }

    /** From the back to the front. */
    static List<Placed> of(Stage stage) {
        Layout layout = new Layout(stage);
        List<Thing> things = stage.reading().things();
        for (int i = 0; i < things.size(); i++) {
            layout.place(things.get(i), i == 0);
        }
        return layout.placed.stream()
                .sorted(Comparator.comparingDouble(Placed::ground))
                .toList();
    }

    private void place(Thing thing, boolean hero) {
        Dice dice = stage.dice().fork("place" + thing.kind());
        int count = Math.min(thing.count(), stage.sparse() ? 7 : MOST);
        Placed before = null;
        for (int number = 0; number < count && placed.size() < MOST; number++) {
            Placed best = held(thing, number);
            if (best != null) {
                placed.add(best);
                continue;
            }
            double least = Double.MAX_VALUE;
            for (int offer = 0; offer < OFFERS; offer++) {
                Placed each = offer(thing, number, count, hero, dice);
                double cost = cost(each, before, hero, count) + dice.unit() * 0.25;
                if (cost < least) {
                    least = cost;
                    best = each;
                }
            }
            if (best != null) {
                placed.add(best);
                before = best;
            }
        }
    }

    /** An umbrella over the head of whoever has none yet. */
    private @Nullable Placed held(Thing thing, int number) {
        if (thing.kind() != Kind.UMBRELLA || thing.name().startsWith("beach")) {
            return null;
        }
        return placed.stream()
                .filter(each -> HANDS.contains(each.thing().kind()))
                .skip(number)
                .findFirst()
                .map(each -> inHand(thing, each, number))
                .orElse(null);
    }

    private static Placed inHand(Thing thing, Placed by, int number) {
        double lift = by.tall() * 0.43;
        return new Placed(thing, by.x() + by.tall() * 0.16, by.y() - lift, lift, by.tall(), by.depth(), number);
    }

    private Placed offer(Thing thing, int number, int count, boolean hero, Dice dice) {
        Zone zone = zones.of(thing.kind().habitat());
        double depth = count > 7 && thing.kind().habitat() == Habitat.GROUND ? Math.sqrt(dice.unit()) : dice.unit();
        if (count == 1 && hero) {
            depth = 0.6 + depth * 0.4;
        }
        double tall = tall(thing, count, hero) * zone.scale(depth) * dice.between(hero ? 0.94 : 0.74, 1.06);
        double foot = stage.height() * zone.y(depth);
        double fitting = Math.min(tall, foot - stage.height() * 0.035);
        return new Placed(
                thing, stage.width() * dice.between(zone.left(), zone.right()), foot, 0, fitting, depth, number);
    }

    private double tall(Thing thing, int count, boolean hero) {
        double crowd = count > 7 && thing.kind().habitat() == Habitat.GROUND ? 0.72 : Math.pow(count, -0.24);
        int kinds = stage.reading().things().size();
        boolean close = stage.reading().scene().indoors()
                || stage.reading().scene() == Scene.SPACE
                || stage.reading().scene() == Scene.SKY;
        double main =
                hero && count < 4 ? (kinds == 1 ? 1.6 : thing.kind().habitat() == Habitat.LANDMARK ? 1.1 : 1.32) : 1;
        double tall = stage.unit(thing.kind().height())
                * crowd
                * main
                * (close ? 1.3 : 1)
                * (stage.sparse() && hero ? 1.12 : 1);
        if (stage.reading().scene() == Scene.STUDIO && kinds == 1 && count == 1) {
            tall = stage.unit(0.52);
        }
        double widest = stage.width() * (count == 1 ? 0.62 : 0.4);
        return Math.min(Math.min(tall, widest / thing.kind().aspect()), stage.height() * 0.66);
    }

    /** A bridge that does not lead across the river leads nowhere. */
    private boolean across(Placed offer) {
        return offer.thing().kind() == Kind.BRIDGE && stage.reading().scene() == Scene.RIVER;
    }

    private double cost(Placed offer, @Nullable Placed before, boolean hero, int count) {
        double cost = 0;
        for (Placed each : placed) {
            cost += offer.overlap(each) * (count > 7 ? 1.6 : 5);
        }
        double half = offer.wide() / 2;
        boolean high = offer.thing().kind().habitat() == Habitat.AIR;
        double edge = stage.width() * (stage.reading().scene() == Scene.FOREST ? 0.1 : 0.02);
        double outside = Math.max(0, half + edge - offer.x()) + Math.max(0, offer.x() + half + edge - stage.width());
        cost += outside / Math.max(1, offer.wide()) * 12;
        cost += Math.max(0, offer.tall() + stage.height() * 0.03 - offer.y()) / offer.tall() * 12;
        // The mark lies over the lower right corner.
        if (offer.x() + half > stage.width() * 0.8 && offer.y() > stage.height() * 0.92) {
            cost += 0.8;
        }
        if (offer.thing().kind().habitat() == Habitat.HEAVENS
                || offer.thing().kind().habitat() == Habitat.AIR) {
            cost += Math.max(
                            0,
                            1
                                    - Math.hypot(offer.x() - stage.lit(), offer.y() - offer.tall() / 2 - stage.high())
                                            / stage.unit(0.16))
                    * 1.5;
        }
        if (hero && count == 1 || across(offer)) {
            double wanted = stage.reading().things().size() == 1
                                    && (stage.reading().scene() == Scene.STUDIO
                                            || stage.frame().tall())
                            || across(offer)
                    ? 0.5
                    : third;
            cost += Math.abs(offer.x() / stage.width() - wanted) * 4;
        } else if (before != null && count < 8) {
            cost += Math.hypot(offer.x() - before.x(), offer.y() - before.y()) / stage.width() * (high ? 0.3 : 0.9);
        } else if (before == null && !placed.isEmpty()) {
            cost += Math.max(0, 0.42 - Math.abs(offer.x() - placed.getFirst().x()) / stage.width()) * 3;
        }
        return cost;
    }
}
