package io.renderyard.conformance.fault.child;

/** What is wrong with the place where pictures are kept. */
public enum StoreFault {
    /** Nothing. */
    NONE,
    /** A byte takes a second. */
    SLOW,
    /** Nothing can be read or written. */
    GONE
}
