package io.renderyard.preview.shape;

import io.renderyard.preview.ink.Pen;

/** Draws a thing 100 units high that stands on, or hangs with its lower edge at, the origin; y grows downwards. */
@FunctionalInterface
interface Shape {
    void draw(Pen pen, Look look);
}
