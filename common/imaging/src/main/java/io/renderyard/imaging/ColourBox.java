package io.renderyard.imaging;

import io.renderyard.imaging.ColourHistogram.Bin;
import java.util.Arrays;
import java.util.List;

/** Some of the bins, and what one colour for all of them would cost. */
final class ColourBox {
    private final Bin[] bins;
    private final double[] mean = new double[ColourHistogram.CHANNELS];
    private final double error;
    private final int widest;

    ColourBox(Bin[] bins) {
        this.bins = bins;
        double count = 0;
        double[] squares = new double[mean.length];
        for (Bin bin : bins) {
            count += bin.count();
            for (int c = 0; c < mean.length; c++) {
                mean[c] += bin.count() * bin.mean()[c];
                squares[c] += bin.count() * bin.mean()[c] * bin.mean()[c];
            }
        }
        double worst = 0;
        int channel = 0;
        for (int c = 0; c < mean.length; c++) {
            double spread = squares[c] - mean[c] * mean[c] / count;
            mean[c] /= count;
            if (spread > worst) {
                worst = spread;
                channel = c;
            }
        }
        this.error = bins.length > 1 ? worst : 0;
        this.widest = channel;
    }

    double error() {
        return error;
    }

    double[] mean() {
        return mean;
    }

    /** Cut at the mean of the channel that spreads most; both halves have bins when there is an error. */
    List<ColourBox> halves() {
        Bin[] low = Arrays.stream(bins)
                .filter(bin -> bin.mean()[widest] <= mean[widest])
                .toArray(Bin[]::new);
        Bin[] high = Arrays.stream(bins)
                .filter(bin -> bin.mean()[widest] > mean[widest])
                .toArray(Bin[]::new);
        return low.length == 0 || high.length == 0 ? List.of() : List.of(new ColourBox(low), new ColourBox(high));
    }
}
