package io.renderyard.bench;

/** One way to draw a page. */
interface Tier {
    String name();

    /** Renders that may be asked for at the same time. */
    int lanes();

    /**
     * Returns when the picture is there.
     *
     * @param lane from 0; each lane is used by one thread at a time
     */
    void draw(int lane, Page page, String unique) throws BenchException, InterruptedException;

    /** @return SHA-256 of the picture, in hexadecimal */
    String digest(Page page, String unique) throws BenchException, InterruptedException;

    /** What everything that works for this tier has used so far; empty when that cannot be seen. */
    CpuTime used();

    /** After a segment: what an idle browser shows must not cost the next one time. */
    default void rest() throws BenchException, InterruptedException {}
}
