package io.renderyard.expression;

/** What a name that nobody gave means: not null, which somebody gave. */
enum Undefined {
    UNDEFINED;

    @Override
    public String toString() {
        return "";
    }
}
