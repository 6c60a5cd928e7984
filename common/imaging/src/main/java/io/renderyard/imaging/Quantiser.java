package io.renderyard.imaging;

import io.renderyard.imaging.ColourHistogram.Bin;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Finds few colours for many: boxes of colours are halved where one colour would cost most, then the colours move to the
 * middle of what is nearest to them. A colour that prevails among these is taken as it is, so that flat areas stay exact.
 */
final class Quantiser {
    private static final int ROUNDS = 3;

    private final Bin[] bins;

    Quantiser(ColourHistogram histogram) {
        this.bins = histogram.bins();
    }

    /** @param most how many colours at most */
    Palette palette(int most) {
        int[] colours = cut(most);
        for (int round = 0; round < ROUNDS; round++) {
            colours = new Clusters(colours).middles();
        }
        return new Palette(sorted(new Clusters(colours).prevailing()));
    }

    /** Mean squared distance between the picture and its nearest colours. */
    double error(Palette palette) {
        double sum = 0;
        long count = 0;
        for (Bin bin : bins) {
            int colour = palette.colours()[palette.nearest(colour(bin.mean()))];
            double distance = 0;
            for (int c = 0; c < ColourHistogram.CHANNELS; c++) {
                double difference = bin.mean()[c] - ColourHistogram.channel(colour, c);
                distance += difference * difference;
            }
            sum += distance * bin.count();
            count += bin.count();
        }
        return sum / Math.max(1, count);
    }

    private int[] cut(int most) {
        PriorityQueue<ColourBox> boxes =
                new PriorityQueue<>(Comparator.comparingDouble(ColourBox::error).reversed());
        boxes.add(new ColourBox(bins));
        while (boxes.size() < most && boxes.element().error() > 0) {
            ColourBox box = boxes.remove();
            if (!boxes.addAll(box.halves())) {
                boxes.add(box);
                break;
            }
        }
        return sorted(boxes.stream().mapToInt(box -> colour(box.mean())).toArray());
    }

    /** Without doubles, in an order that does not depend on how they were found. */
    private static int[] sorted(int[] colours) {
        return Arrays.stream(colours)
                .distinct()
                .mapToObj(Integer::valueOf)
                .sorted(Integer::compareUnsigned)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int colour(double[] mean) {
        int colour = 0;
        for (int c = 0; c < mean.length; c++) {
            colour |= (int) Math.round(mean[c]) << (8 * c);
        }
        return colour;
    }

    private final class Clusters {
        private final int[] colours;
        private final int[] nearest;

        Clusters(int[] colours) {
            this.colours = colours;
            Palette palette = new Palette(colours);
            this.nearest = Arrays.stream(bins)
                    .mapToInt(bin -> palette.nearest(colour(bin.mean())))
                    .toArray();
        }

        int[] middles() {
            double[][] sums = new double[colours.length][ColourHistogram.CHANNELS];
            double[] counts = new double[colours.length];
            for (int i = 0; i < bins.length; i++) {
                counts[nearest[i]] += bins[i].count();
                for (int c = 0; c < ColourHistogram.CHANNELS; c++) {
                    sums[nearest[i]][c] += bins[i].count() * bins[i].mean()[c];
                }
            }
            int[] middles = colours.clone();
            for (int i = 0; i < middles.length; i++) {
                if (counts[i] > 0) {
                    double count = counts[i];
                    middles[i] = colour(
                            Arrays.stream(sums[i]).map(sum -> sum / count).toArray());
                }
            }
            return middles;
        }

        int[] prevailing() {
            int[] votes = new int[colours.length];
            long[] counts = new long[colours.length];
            int[] candidates = colours.clone();
            for (int i = 0; i < bins.length; i++) {
                int cluster = nearest[i];
                counts[cluster] += bins[i].count();
                if (bins[i].votes() > votes[cluster]) {
                    votes[cluster] = bins[i].votes();
                    candidates[cluster] = bins[i].prevailing();
                }
            }
            int[] prevailing = colours.clone();
            for (int i = 0; i < prevailing.length; i++) {
                if (2L * votes[i] >= counts[i] && votes[i] > 0) {
                    prevailing[i] = candidates[i];
                }
            }
            return prevailing;
        }
    }
}
