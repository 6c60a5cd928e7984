package io.renderyard.kernel.subscription;

/**
 * What a subscription wants to be told. Nobody but the face that took it looks into it: the dispatcher finds that
 * face's part by the shape, and asks it of each event.
 *
 * @param shape name of the wire shape that the endpoint reads
 * @param topic the face's name for a kind of event
 * @param filters JSON object, what of that topic is wanted; everything when it is empty
 */
public record Wish(String shape, String topic, String filters) {}
