package io.renderyard.kernel.event;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * What an endpoint made of a delivery attempt.
 *
 * @param status of HTTP; empty when there was no answer
 * @param note for people
 * @param took from the request to the answer, or to its want
 */
public record DeliveryAnswer(OptionalInt status, String note, Duration took) {}
