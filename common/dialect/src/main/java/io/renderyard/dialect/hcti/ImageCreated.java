package io.renderyard.dialect.hcti;

/** The answer to a request for a picture; section 3.2. */
public record ImageCreated(String url, String id) {}
