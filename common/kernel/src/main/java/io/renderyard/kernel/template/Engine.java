package io.renderyard.kernel.template;

/** The language that a template is written in. It never changes: what one engine reads means something else to the other. */
public enum Engine {
    /** Ours: expressions, filters, conditions and loops. */
    EXPRESSION,
    /** Handlebars. */
    HANDLEBARS
}
