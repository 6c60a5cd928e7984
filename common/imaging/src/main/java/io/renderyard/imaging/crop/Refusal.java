package io.renderyard.imaging.crop;

/** Carries a refusal out of the arithmetic. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final Role role;

    Refusal(Role role, String reason) {
        super(reason, null, false, false);
        this.role = role;
    }

    Cropping.Refused result() {
        return new Cropping.Refused(role, String.valueOf(getMessage()));
    }
}
