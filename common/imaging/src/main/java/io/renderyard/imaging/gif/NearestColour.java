package io.renderyard.imaging.gif;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The colour of a palette that is nearest to any other, by squared distance; of equals the first. For each cube of 16 x 16
 * x 16 levels the few colours that can be nearest to one of its points are found once.
 */
final class NearestColour {
    private static final int CUBES = 4096;
    private static final int SIDE = 15;

    private final int[] colours;
    private final @Nullable Cube[] cubes = new Cube[CUBES];

    NearestColour(int[] colours) {
        this.colours = colours;
    }

    /** Its index. */
    int of(int colour) {
        int number = (colour >> 20 & 0xF) << 8 | (colour >> 12 & 0xF) << 4 | (colour >> 4 & 0xF);
        Cube cube = cubes[number];
        if (cube == null) {
            cube = new Cube(candidates(number));
            cubes[number] = cube;
        }
        int best = 0;
        int bestDistance = Integer.MAX_VALUE;
        for (int index : cube.candidates) {
            int distance = distance(colours[index], colour);
            if (distance < bestDistance) {
                bestDistance = distance;
                best = index;
            }
        }
        return best;
    }

    /** Who is farther from the cube's nearest point than another is from its farthest, cannot be nearest to any. */
    private int[] candidates(int cube) {
        int[] least = new int[colours.length];
        int bound = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int most = 0;
            for (int shift = 0; shift <= 8; shift += 4) {
                int low = (cube >> shift & 0xF) << 4;
                int level = (colours[i] >> (shift * 2)) & 0xFF;
                int outside = Math.max(0, Math.max(low - level, level - low - SIDE));
                int farthest = Math.max(Math.abs(level - low), Math.abs(level - low - SIDE));
                least[i] += outside * outside;
                most += farthest * farthest;
            }
            bound = Math.min(bound, most);
        }
        int within = bound;
        return IntStream.range(0, least.length).filter(i -> least[i] <= within).toArray();
    }

    static int distance(int one, int other) {
        int red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        int green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        int blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }

    private static final class Cube {
        private final int[] candidates;

        private Cube(int[] candidates) {
            this.candidates = candidates;
        }
    }
}
