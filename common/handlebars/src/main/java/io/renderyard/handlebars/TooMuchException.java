package io.renderyard.handlebars;

/** A template with these values would be too long or take too many steps. */
public final class TooMuchException extends Exception {
    private final String sentence;

    TooMuchException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** The message: what was too much, and what to do about it. */
    public String sentence() {
        return sentence;
    }
}
