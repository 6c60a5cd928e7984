package io.renderyard.preview.scene;

/**
 * Where things may stand: shares of the picture's width and height, and how much smaller they are in the back than in
 * front.
 */
record Zone(double left, double right, double back, double front, double smallest, double largest) {
    /** @param depth 0 in the back, 1 in front */
    double scale(double depth) {
        return smallest + (largest - smallest) * depth;
    }

    double y(double depth) {
        return back + (front - back) * depth;
    }
}
