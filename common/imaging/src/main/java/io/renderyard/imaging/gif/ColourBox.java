package io.renderyard.imaging.gif;

import java.util.List;

/** A range of bins that shares one colour of the palette, and the cut that would lower its squared error most. */
final class ColourBox {
    private static final int LEVELS = 256;
    private static final int AXES = 3;
    private static final int MOMENTS = 4;

    private final ColourBins bins;
    private final int[] order;
    private final int from;
    private final int to;
    private final double[] total = new double[MOMENTS];
    private double gain;
    private int axis;
    private int below;

    /** @param order bin numbers; those at {@code from} (inclusive) to {@code to} (exclusive) are in the box */
    ColourBox(ColourBins bins, int[] order, int from, int to) {
        this.bins = bins;
        this.order = order;
        this.from = from;
        this.to = to;
        findCut();
    }

    /** By how much the squared error falls when the box is cut; 0 when it cannot be. */
    double gain() {
        return gain;
    }

    int colour() {
        return ColourBins.rgb(total[1] / total[0], total[2] / total[0], total[3] / total[0]);
    }

    private void findCut() {
        double[][] slices = new double[AXES][LEVELS * MOMENTS];
        for (int i = from; i < to; i++) {
            int bin = order[i];
            for (int along = 0; along < AXES; along++) {
                add(slices[along], slice(bin, along) * MOMENTS, bin);
            }
            add(total, 0, bin);
        }
        for (int along = 0; along < AXES; along++) {
            findCut(along, slices[along]);
        }
    }

    private void add(double[] moments, int at, int bin) {
        double weight = bins.weight[bin];
        moments[at] += weight;
        moments[at + 1] += weight * bins.red[bin];
        moments[at + 2] += weight * bins.green[bin];
        moments[at + 3] += weight * bins.blue[bin];
    }

    private void findCut(int along, double[] slices) {
        double[] left = new double[MOMENTS];
        double whole = strength(total[0], total[1], total[2], total[3]);
        for (int slice = 0; slice < LEVELS - 1; slice++) {
            for (int moment = 0; moment < MOMENTS; moment++) {
                left[moment] += slices[slice * MOMENTS + moment];
            }
            double right = total[0] - left[0];
            if (left[0] > 0 && right > 0) {
                double cut = strength(left[0], left[1], left[2], left[3])
                        + strength(right, total[1] - left[1], total[2] - left[2], total[3] - left[3])
                        - whole;
                if (cut > gain) {
                    gain = cut;
                    axis = along;
                    below = slice;
                }
            }
        }
    }

    private static double strength(double weight, double red, double green, double blue) {
        return (red * red + green * green + blue * blue) / weight;
    }

    private int slice(int bin, int along) {
        double[] channel = along == 0 ? bins.red : along == 1 ? bins.green : bins.blue;
        return (int) channel[bin];
    }

    /** Only if there is a {@link #gain()}. */
    List<ColourBox> halves() {
        int left = from;
        int right = to - 1;
        while (left <= right) {
            if (slice(order[left], axis) <= below) {
                left++;
            } else {
                int bin = order[left];
                order[left] = order[right];
                order[right--] = bin;
            }
        }
        return List.of(new ColourBox(bins, order, from, left), new ColourBox(bins, order, left, to));
    }
}
