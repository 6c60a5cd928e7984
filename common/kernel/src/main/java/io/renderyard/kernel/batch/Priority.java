package io.renderyard.kernel.batch;

/** Which of a tenant's batches goes first; later ones are admitted while earlier ones leave room in their turn. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH
}
