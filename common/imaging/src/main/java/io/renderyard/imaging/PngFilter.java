package io.renderyard.imaging;

/** Makes a row of a PNG easier to deflate by what it holds beyond its neighbours. */
final class PngFilter {
    /** Which of the five filters a row gets. */
    enum Choice {
        NONE,
        SUB,
        UP,
        /** For each row the one that leaves the smallest differences. */
        ADAPTIVE
    }

    private final Choice choice;
    private final int step;
    private final byte[][] candidates;

    PngFilter(Choice choice, int step, int rowBytes) {
        this.choice = choice;
        this.step = step;
        this.candidates = new byte[choice == Choice.ADAPTIVE ? 5 : 1][rowBytes + 1];
    }

    /** The filter's number and the filtered row; valid until the next call. */
    byte[] apply(byte[] line, byte[] above) {
        return switch (choice) {
            case NONE -> filter(0, line, above, candidates[0]);
            case SUB -> filter(1, line, above, candidates[0]);
            case UP -> filter(2, line, above, candidates[0]);
            case ADAPTIVE -> smallest(line, above);
        };
    }

    private byte[] smallest(byte[] line, byte[] above) {
        byte[] best = candidates[0];
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < 5; filter++) {
            byte[] candidate = filter(filter, line, above, candidates[filter]);
            long sum = 0;
            for (int i = 1; i < candidate.length; i++) {
                sum += Math.abs(candidate[i]);
            }
            if (sum < least) {
                least = sum;
                best = candidate;
            }
        }
        return best;
    }

    private byte[] filter(int filter, byte[] line, byte[] above, byte[] to) {
        to[0] = (byte) filter;
        switch (filter) {
            case 0 -> System.arraycopy(line, 0, to, 1, line.length);
            case 1 -> sub(line, to);
            case 2 -> up(line, above, to);
            case 3 -> average(line, above, to);
            default -> paeth(line, above, to);
        }
        return to;
    }

    private void sub(byte[] line, byte[] to) {
        int head = Math.min(step, line.length);
        System.arraycopy(line, 0, to, 1, head);
        for (int i = head; i < line.length; i++) {
            to[i + 1] = (byte) (line[i] - line[i - step]);
        }
    }

    private static void up(byte[] line, byte[] above, byte[] to) {
        for (int i = 0; i < line.length; i++) {
            to[i + 1] = (byte) (line[i] - above[i]);
        }
    }

    private void average(byte[] line, byte[] above, byte[] to) {
        for (int i = 0; i < line.length; i++) {
            int left = i < step ? 0 : line[i - step] & 0xFF;
            to[i + 1] = (byte) (line[i] - ((left + (above[i] & 0xFF)) >> 1));
        }
    }

    private void paeth(byte[] line, byte[] above, byte[] to) {
        int head = Math.min(step, line.length);
        for (int i = 0; i < head; i++) {
            to[i + 1] = (byte) (line[i] - above[i]);
        }
        for (int i = head; i < line.length; i++) {
            to[i + 1] = (byte) (line[i] - paeth(line[i - step] & 0xFF, above[i] & 0xFF, above[i - step] & 0xFF));
        }
    }

    static int paeth(int left, int up, int corner) {
        int toLeft = Math.abs(up - corner);
        int toUp = Math.abs(left - corner);
        int toCorner = Math.abs(left + up - 2 * corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
