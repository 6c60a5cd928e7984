package io.renderyard.kernel.render;

/** Which part of the page becomes the picture. */
public sealed interface Capture {
    /** What the viewport shows. */
    record Window() implements Capture {}

    /** The whole page, however far it scrolls. */
    record FullPage() implements Capture {}

    /** The border box of the first element that matches. */
    record Element(String selector) implements Capture {}
}
