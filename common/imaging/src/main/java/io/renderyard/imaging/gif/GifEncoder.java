package io.renderyard.imaging.gif;

import io.renderyard.imaging.gif.Timetable.Slot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a clip as an animated GIF: the first frame whole, of each other only the rectangle that changed. The same frames
 * give the same bytes. Works in one thread; needs about twenty bytes for each pixel of a frame, however many frames come.
 */
public final class GifEncoder {
    private final GifOptions options;

    public GifEncoder(GifOptions options) {
        this.options = options;
    }

    /**
     * @param out is flushed but not closed; after a failure it holds a part of a GIF
     * @throws UnsuitableFramesException before anything is written
     * @throws IOException of the source or of the stream
     */
    public void encode(FrameSource frames, OutputStream out, GifProgress progress) throws IOException {
        Timetable timetable = Timetable.of(frames);
        FrameReader reader = new FrameReader(frames);
        Steps steps = new Steps(progress, timetable.slots().size(), frames.size());
        Palette palette = survey(reader, timetable, steps);
        BufferedOutputStream buffered = new BufferedOutputStream(out);
        write(reader, timetable, palette, new GifStream(buffered, palette), steps);
        buffered.flush();
    }

    private Palette survey(FrameReader reader, Timetable timetable, Steps steps) throws IOException {
        int[] frame = new int[reader.width() * reader.height()];
        Survey survey = new Survey(options.colours(), frame.length);
        for (Slot slot : timetable.slots()) {
            reader.read(slot.frame(), frame);
            survey.see(frame);
            steps.done();
        }
        return survey.palette();
    }

    private void write(FrameReader reader, Timetable timetable, Palette palette, GifStream stream, Steps steps)
            throws IOException {
        ColourMix mix = new ColourMix(palette, options.dither());
        Animation animation = new Animation(stream, new Canvas(reader.width(), reader.height(), palette, mix));
        stream.header(reader.width(), reader.height());
        stream.plays(options.plays());
        int[] frame = new int[reader.width() * reader.height()];
        for (Slot slot : timetable.slots()) {
            reader.read(slot.frame(), frame);
            frame = animation.show(frame, slot.delay());
            steps.done();
        }
        animation.end();
    }
}
