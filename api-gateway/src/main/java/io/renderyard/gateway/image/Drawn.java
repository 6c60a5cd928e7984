package io.renderyard.gateway.image;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Failure;
import java.time.Duration;
import java.time.Instant;

/** What came of waiting for a picture. */
public sealed interface Drawn {
    /** @param at when it was drawn */
    record Ready(Artifact artifact, Instant at) implements Drawn {}

    /** @param again after that time it is tried anew when somebody asks */
    record Failed(Failure failure, Duration again) implements Drawn {}

    /** Its job was called off by its owner; the next one who asks has it drawn. */
    record CalledOff() implements Drawn {}

    /** It was to be drawn once, it was, and its bytes are lost. */
    record Lost() implements Drawn {}

    /** Still being drawn. */
    record Late() implements Drawn {}
}
