package io.renderyard.imaging.gif;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * Chooses a palette with a small squared error: boxes are cut where that helps most, then the colours are moved to the
 * middle of what they stand for, and a colour that makes up most of what it stands for is kept as it is.
 */
final class Quantiser {
    private static final int ROUNDS = 4;

    private final ColourBins bins;

    Quantiser(ColourBins bins) {
        this.bins = bins;
    }

    /** At most {@code most} colours, {@code 0xrrggbb}, ascending. */
    int[] colours(int most) {
        int[] colours = cut(most);
        for (int round = 0; round < ROUNDS; round++) {
            colours = new Clusters(bins, colours).middles();
        }
        return Arrays.stream(new Clusters(bins, colours).prevailing())
                .distinct()
                .sorted()
                .toArray();
    }

    private int[] cut(int most) {
        PriorityQueue<ColourBox> boxes = new PriorityQueue<>(
                most + 1, Comparator.comparingDouble(ColourBox::gain).reversed().thenComparingInt(ColourBox::colour));
        int[] order = IntStream.range(0, bins.size()).toArray();
        boxes.add(new ColourBox(bins, order, 0, order.length));
        while (boxes.size() < most && boxes.element().gain() > 0) {
            boxes.addAll(boxes.remove().halves());
        }
        return boxes.stream().mapToInt(ColourBox::colour).sorted().toArray();
    }
}
