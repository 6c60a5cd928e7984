package io.renderyard.imaging.gif;

/** Each bin with the colour that is nearest to it. */
final class Clusters {
    private final ColourBins bins;
    private final int[] colours;
    private final int[] nearest;

    Clusters(ColourBins bins, int[] colours) {
        this.bins = bins;
        this.colours = colours;
        NearestColour search = new NearestColour(colours);
        this.nearest = new int[bins.size()];
        for (int bin = 0; bin < nearest.length; bin++) {
            nearest[bin] = search.of(bins.colour(bin));
        }
    }

    /** The mean of each cluster; an empty one stays where it is. */
    int[] middles() {
        double[] weight = new double[colours.length];
        double[] red = new double[colours.length];
        double[] green = new double[colours.length];
        double[] blue = new double[colours.length];
        for (int bin = 0; bin < nearest.length; bin++) {
            int cluster = nearest[bin];
            weight[cluster] += bins.weight[bin];
            red[cluster] += bins.weight[bin] * bins.red[bin];
            green[cluster] += bins.weight[bin] * bins.green[bin];
            blue[cluster] += bins.weight[bin] * bins.blue[bin];
        }
        int[] middles = colours.clone();
        for (int i = 0; i < middles.length; i++) {
            if (weight[i] > 0) {
                middles[i] = ColourBins.rgb(red[i] / weight[i], green[i] / weight[i], blue[i] / weight[i]);
            }
        }
        return middles;
    }

    /** The colour that makes up most of a cluster where there is one, so that flat areas keep their exact colour. */
    int[] prevailing() {
        double[] weight = new double[colours.length];
        double[] votes = new double[colours.length];
        int[] candidate = new int[colours.length];
        for (int bin = 0; bin < nearest.length; bin++) {
            int cluster = nearest[bin];
            weight[cluster] += bins.weight[bin];
            if (bins.votes[bin] > votes[cluster]) {
                votes[cluster] = bins.votes[bin];
                candidate[cluster] = bins.prevailing[bin];
            }
        }
        int[] prevailing = colours.clone();
        for (int i = 0; i < prevailing.length; i++) {
            if (votes[i] > 0 && votes[i] * 2 >= weight[i]) {
                prevailing[i] = candidate[i];
            }
        }
        return prevailing;
    }
}
