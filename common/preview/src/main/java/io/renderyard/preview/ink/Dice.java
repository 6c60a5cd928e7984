package io.renderyard.preview.ink;

import java.nio.charset.StandardCharsets;

/** Chance that is the same every time for the same start: SplitMix64, whose numbers no version of Java changes. */
public final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        this.state = seed;
    }

    /** FNV-1a over the text's bytes, so that words lead to a start. */
    public static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (each & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /** Dice of their own for one part of the picture, so that other parts do not change with it. */
    public Dice fork(String name) {
        return new Dice(state ^ hash(name));
    }

    private long next() {
        state += STEP;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** From 0 up to, but not, 1. */
    public double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public double between(double least, double most) {
        return least + unit() * (most - least);
    }

    /** From 0 up to, but not, the bound. */
    public int below(int bound) {
        return (int) (unit() * bound);
    }

    public boolean chance(double share) {
        return unit() < share;
    }

    @SafeVarargs
    public final <T> T of(T... choices) {
        return choices[below(choices.length)];
    }
}
