package io.renderyard.kernel.job;

/** What came of a request that writes. */
public sealed interface Acceptance<T> {
    /** It was done, and is on disk. */
    record Accepted<T>(T made) implements Acceptance<T> {}

    /** The same request was done before under this key; nothing was written now. */
    record Repeated<T>(T made) implements Acceptance<T> {}

    /** The key stands for another request; nothing was written. */
    record KeyTaken<T>() implements Acceptance<T> {}
}
