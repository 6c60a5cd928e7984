package io.renderyard.imaging;

/** Lays the pixels of a row out as a PNG's colour type wants them. */
sealed interface PixelPacker {
    /** As in the PNG's header. */
    int colourType();

    /** Bits per sample. */
    int depth();

    int rowBytes(int width);

    /** Bytes from a pixel to the next one, at least 1. */
    int step();

    void pack(int[] row, byte[] line);

    record Grey() implements PixelPacker {
        @Override
        public int colourType() {
            return 0;
        }

        @Override
        public int depth() {
            return 8;
        }

        @Override
        public int rowBytes(int width) {
            return width;
        }

        @Override
        public int step() {
            return 1;
        }

        @Override
        public void pack(int[] row, byte[] line) {
            for (int x = 0; x < row.length; x++) {
                line[x] = (byte) row[x];
            }
        }
    }

    record Rgb() implements PixelPacker {
        @Override
        public int colourType() {
            return 2;
        }

        @Override
        public int depth() {
            return 8;
        }

        @Override
        public int rowBytes(int width) {
            return 3 * width;
        }

        @Override
        public int step() {
            return 3;
        }

        @Override
        public void pack(int[] row, byte[] line) {
            for (int x = 0, i = 0; x < row.length; x++, i += 3) {
                line[i] = (byte) (row[x] >> 16);
                line[i + 1] = (byte) (row[x] >> 8);
                line[i + 2] = (byte) row[x];
            }
        }
    }

    record Rgba() implements PixelPacker {
        @Override
        public int colourType() {
            return 6;
        }

        @Override
        public int depth() {
            return 8;
        }

        @Override
        public int rowBytes(int width) {
            return 4 * width;
        }

        @Override
        public int step() {
            return 4;
        }

        @Override
        public void pack(int[] row, byte[] line) {
            for (int x = 0, i = 0; x < row.length; x++, i += 4) {
                line[i] = (byte) (row[x] >> 16);
                line[i + 1] = (byte) (row[x] >> 8);
                line[i + 2] = (byte) row[x];
                line[i + 3] = (byte) (row[x] >> 24);
            }
        }
    }

    /** @param indexer gives each pixel its place in the palette */
    record Indexed(int[] palette, Indexer indexer) implements PixelPacker {
        @Override
        public int colourType() {
            return 3;
        }

        @Override
        public int depth() {
            return palette.length <= 2 ? 1 : palette.length <= 4 ? 2 : palette.length <= 16 ? 4 : 8;
        }

        @Override
        public int rowBytes(int width) {
            return (width * depth() + 7) / 8;
        }

        @Override
        public int step() {
            return 1;
        }

        @Override
        public void pack(int[] row, byte[] line) {
            int[] indexes = indexer.indexes(row);
            int depth = depth();
            int perByte = 8 / depth;
            for (int i = 0; i < line.length; i++) {
                int packed = 0;
                for (int x = i * perByte; x < (i + 1) * perByte; x++) {
                    packed = packed << depth | (x < row.length ? indexes[x] : 0);
                }
                line[i] = (byte) packed;
            }
        }
    }
}
