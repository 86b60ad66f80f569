package org.leontief.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.leontief.solve.SparseMatrix;

/** Arrays as raw little-endian numbers, one file each: what NumPy reads with {@code fromfile}. */
final class RawArrays {

    private static final int BUFFER_BYTES = 1 << 20;

    private RawArrays() {}

    /** Writes the compressed columns of a matrix: start.i32, row.i32 and value.f64. */
    static void write(SparseMatrix matrix, Path folder) throws IOException {
        try (Out start = new Out(folder.resolve("start.i32"));
                Out row = new Out(folder.resolve("row.i32"));
                Out value = new Out(folder.resolve("value.f64"))) {
            int[] end = {0};
            start.put(0);
            for (int j = 0; j < matrix.columns(); j++) {
                matrix.forEachInColumn(j, (i, column, v) -> {
                    row.put(i);
                    value.put(v);
                    end[0]++;
                });
                start.put(end[0]);
            }
        }
    }

    static void write(double[] vector, Path file) throws IOException {
        try (Out out = new Out(file)) {
            for (double v : vector) {
                out.put(v);
            }
        }
    }

    /** Row after row. */
    static void write(double[][] rows, Path file) throws IOException {
        try (Out out = new Out(file)) {
            for (double[] row : rows) {
                for (double v : row) {
                    out.put(v);
                }
            }
        }
    }

    /** A file under way; an error of the disk comes as an unchecked one, since it ends the run anyway. */
    private static final class Out implements AutoCloseable {
        private final FileChannel channel;
        private final ByteBuffer buffer =
                ByteBuffer.allocateDirect(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

        Out(Path file) throws IOException {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        }

        void put(int number) {
            flushIfFull();
            buffer.putInt(number);
        }

        void put(double number) {
            flushIfFull();
            buffer.putDouble(number);
        }

        private void flushIfFull() {
            if (buffer.remaining() < Double.BYTES) {
                try {
                    flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private void flush() throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }

        @Override
        public void close() throws IOException {
            flush();
            channel.close();
        }
    }
}
