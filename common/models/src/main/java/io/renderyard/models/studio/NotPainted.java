package io.renderyard.models.studio;

import io.renderyard.models.Trouble;

/** There is no picture. The message is for whoever asked: what failed, why, how to mend it, and the provider's words. */
public final class NotPainted extends Exception {
    private static final long serialVersionUID = 1;

    /** By who can mend it. */
    public enum Reason {
        /** The words: the model does not paint this. */
        REFUSED,
        /** The reference image: the model cannot use it. */
        REFERENCE,
        /** The settings: no provider is left that has the model. */
        UNAVAILABLE,
        /** Nobody but time, as a rule: the providers failed. */
        FAILED,
        /** More time: none was ready. */
        LATE
    }

    private final Reason reason;

    private NotPainted(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static NotPainted refused(String model, String words) {
        return new NotPainted(
                Reason.REFUSED,
                "The model '" + model + "' refuses to paint this. Change the words or the reference image."
                        + said(words));
    }

    static NotPainted reference(String model, String words) {
        return new NotPainted(
                Reason.REFERENCE,
                "The model '" + model + "' cannot use the reference image. Send another PNG, JPEG or WebP."
                        + said(words));
    }

    static NotPainted unavailable(String model, String why) {
        return new NotPainted(
                Reason.UNAVAILABLE,
                "The model '" + model + "' is not available, since no provider for it can be used now. Choose another"
                        + " model, or ask the operator to look at its providers." + said(why));
    }

    static NotPainted misunderstood(String model, String words) {
        return new NotPainted(
                Reason.FAILED,
                "The provider of the model '" + model + "' did not accept the request. Ask the operator to look at its"
                        + " settings." + said(words));
    }

    static NotPainted failed(String model, Trouble trouble, String words) {
        String what = trouble == Trouble.THROTTLED ? " has too much to do" : " failed, also when it was asked again";
        return new NotPainted(
                Reason.FAILED, "The provider of the model '" + model + "'" + what + ". Try again later." + said(words));
    }

    static NotPainted late(String model, long seconds, String words) {
        return new NotPainted(
                Reason.LATE,
                "The model '" + model + "' had no picture ready within " + seconds + " s. Try again later, or choose a"
                        + " faster model." + said(words));
    }

    static NotPainted crowded(String model, long seconds) {
        return new NotPainted(
                Reason.LATE,
                "The model '" + model + "' had no place free for this within " + seconds + " s, so many wait for it."
                        + " Try again later, or choose another model.");
    }

    private static String said(String words) {
        return words.isBlank() ? "" : " In its own words: " + words;
    }
}
