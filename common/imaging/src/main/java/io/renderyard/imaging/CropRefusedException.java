package io.renderyard.imaging;

import io.renderyard.imaging.crop.Cropping;

/** A crop does not fit the picture, or contradicts itself. */
public final class CropRefusedException extends PictureException {
    private static final long serialVersionUID = 1;

    private final transient Cropping.Refused refusal;

    CropRefusedException(Cropping.Refused refusal) {
        super(Reason.TRANSFORM, refusal.reason());
        this.refusal = refusal;
    }

    /** Names the value to change. */
    public Cropping.Refused refusal() {
        return refusal;
    }
}
