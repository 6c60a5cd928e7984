package io.renderyard.kernel.render;

/** A part of the page. */
public sealed interface Area {
    /** What the viewport shows. */
    record Window() implements Area {}

    /** The whole page, however far it scrolls; scrolled through once before, so that lazy content is there. */
    record FullPage() implements Area {}

    /** The border box of the first element that matches. */
    record Element(String selector) implements Area {}

    /** What the body holds: the border boxes of its elements and their margins. For fragments of markup. */
    record Content() implements Area {}

    /** A rectangle of the page in CSS pixels, which may reach beyond the viewport. */
    record Clip(double x, double y, double width, double height) implements Area {}
}
