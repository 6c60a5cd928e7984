package io.renderyard.imaging.crop;

/** What the values of one axis are called in errors. */
enum AxisRoles {
    X(Role.X_START, Role.X_END, Role.WIDTH, Role.X_ORIGIN),
    Y(Role.Y_START, Role.Y_END, Role.HEIGHT, Role.Y_ORIGIN);

    final Role start;
    final Role end;
    final Role size;
    final Role origin;

    AxisRoles(Role start, Role end, Role size, Role origin) {
        this.start = start;
        this.end = end;
        this.size = size;
        this.origin = origin;
    }
}
