package io.renderyard.imaging.gif;

/** The first look at the clip: counts the colours of all that has to be painted, and chooses the palette for it. */
final class Survey {
    private final int most;
    private final ColourTally tally = new ColourTally();
    private final int[] before;
    private int frames;
    private boolean holes;

    /**
     * @param most indices of the palette
     * @param pixels of a frame
     */
    Survey(int most, int pixels) {
        this.most = most;
        this.before = new int[pixels];
    }

    /** The frames in order. */
    void see(int[] frame) {
        int run = 0;
        int colour = 0;
        for (int i = 0; i < frame.length; i++) {
            int pixel = frame[i];
            if (pixel == 0) {
                holes = true;
            } else if (pixel != before[i]) {
                if (pixel != colour && run > 0) {
                    tally.add(colour & 0xFFFFFF, run);
                    run = 0;
                }
                colour = pixel;
                run++;
            }
        }
        if (run > 0) {
            tally.add(colour & 0xFFFFFF, run);
        }
        System.arraycopy(frame, 0, before, 0, frame.length);
        frames++;
    }

    /** With an index for transparency where there are holes, and for what has not changed if there is room. */
    Palette palette() {
        boolean exact = tally.exact() && tally.count() <= most - (holes ? 1 : 0);
        boolean transparent = holes || (frames > 1 && !(exact && tally.count() == most));
        ColourBins bins = tally.bins();
        int[] colours = exact ? bins.colours() : new Quantiser(bins).colours(most - (transparent ? 1 : 0));
        return new Palette(colours, transparent, exact);
    }
}
