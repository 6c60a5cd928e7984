package io.renderyard.preview.scene;

import io.renderyard.preview.words.Thing;

/**
 * One thing in its place.
 *
 * @param x the middle, in pixels
 * @param y the foot, in pixels
 * @param lift how high above the ground the foot is, in pixels
 * @param tall in pixels
 * @param depth 0 in the back, 1 in front
 * @param number which of its kind it is
 */
record Placed(Thing thing, double x, double y, double lift, double tall, double depth, int number) {
    double wide() {
        return tall * thing.kind().aspect();
    }

    /** Where what carries it stands, in pixels. */
    double ground() {
        return y + lift;
    }

    /** The share of the smaller one that the two have in common. */
    double overlap(Placed other) {
        double across = Math.min(x + wide() / 2, other.x + other.wide() / 2)
                - Math.max(x - wide() / 2, other.x - other.wide() / 2);
        double down = Math.min(y, other.y) - Math.max(y - tall, other.y - other.tall);
        if (across <= 0 || down <= 0) {
            return 0;
        }
        return across * down / Math.min(wide() * tall, other.wide() * other.tall);
    }
}
