package io.renderyard.worker.rendering;

import io.renderyard.kernel.artifact.Receipt;

/** What came of drawing, and how. */
public record Rendering(Exposure exposure, Receipt receipt) {}
