package io.renderyard.gateway.artifact;

import io.renderyard.imaging.crop.Role;

/** What can be said about changing a picture, whatever a face calls it. */
public enum Parameter {
    X_START,
    X_END,
    CROP_WIDTH,
    X_ORIGIN,
    Y_START,
    Y_END,
    CROP_HEIGHT,
    Y_ORIGIN,
    RATIO,
    WIDTH,
    HEIGHT,
    DPI;

    static Parameter of(Role role) {
        return switch (role) {
            case X_START -> X_START;
            case X_END -> X_END;
            case WIDTH -> CROP_WIDTH;
            case X_ORIGIN -> X_ORIGIN;
            case Y_START -> Y_START;
            case Y_END -> Y_END;
            case HEIGHT -> CROP_HEIGHT;
            case Y_ORIGIN -> Y_ORIGIN;
            case RATIO -> RATIO;
        };
    }
}
