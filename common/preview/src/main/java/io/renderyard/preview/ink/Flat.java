package io.renderyard.preview.ink;

/** A clean illustration: two tones per area, nothing over it but a little depth at the edges. */
record Flat() implements Treatment {
    @Override
    public Colour tone(Colour colour) {
        return colour;
    }

    @Override
    public String area(Colour colour, Defs defs) {
        return "fill='" + defs.slanted(Defs.stop(0, colour.light(0.1)), Defs.stop(1, colour.dark(0.12))) + "'";
    }

    @Override
    public String finish(Frame frame, Defs defs, Dice dice) {
        return Finish.vignette(frame, defs, Colour.of(0x101830), 0.28);
    }
}
