package io.renderyard.dialect.pictify;

/** One picture that is wanted at once. */
public record PictureRequest(Subject subject, Drawing drawing) {}
