package io.renderyard.imaging.crop;

/** What a crop comes to on a picture of a certain size. */
public sealed interface Cropping {
    /** A part of the picture, never empty, never outside; device pixels. */
    record Area(int x, int y, int width, int height) implements Cropping {}

    /**
     * The values contradict each other or the picture.
     *
     * @param role the value to change
     * @param reason a sentence for people, without the value's name
     */
    record Refused(Role role, String reason) implements Cropping {}
}
