package io.renderyard.dialect.hcti;

/** What a picture is made from: it decides which parameters mean something. */
enum Context {
    HTML,
    URL,
    TEMPLATE
}
