package io.renderyard.models;

/**
 * A job at a provider, to be asked for later, also by another process.
 *
 * @param provider its name
 * @param model the provider's id that it was submitted with
 * @param text the provider's own names for it, without secrets; what is in it is the adapter's business
 */
public record Handle(String provider, String model, String text) {}
