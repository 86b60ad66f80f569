package org.leontief.io;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a long file in batches: several threads split lines and read numbers, whoever asks for the batches looks the
 * labels up, in the order of the file, so that the result does not depend on threads. Only for usual files: labels of at most
 * eight bytes, plain numbers, no quotes, no blank lines. At the first sign of anything else it gives up, and the file has to be
 * read from the start, row by row, which also says what is wrong if something is.
 */
final class LongBatches {

    /** Where what stands in a row; unit is −1 where there is none. */
    record Columns(int from, int to, int unit, int value, int width) {}

    /** So many rows, column by column; labels as the number that their bytes make. */
    static final class Batch {
        long[] from;
        long[] to;
        long[] unit;
        double[] value;
        int count;
        /** How long the rows are together in the file. */
        int bytes;

        private Batch(int capacity) {
            from = new long[capacity];
            to = new long[capacity];
            unit = new long[capacity];
            value = new double[capacity];
        }

        private void reserve() {
            if (count == value.length) {
                int capacity = 2 * count;
                from = Arrays.copyOf(from, capacity);
                to = Arrays.copyOf(to, capacity);
                unit = Arrays.copyOf(unit, capacity);
                value = Arrays.copyOf(value, capacity);
            }
        }
    }

    /** Takes the batches in the order of the file. */
    @FunctionalInterface
    interface Taker {
        /** False to give up. */
        boolean take(Batch batch) throws IOException;
    }

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** Small enough to be no burden on the collector of garbage: arrays of a megabyte it treats one by one. */
    private static final int CHUNK = 1 << 18;

    private static final int PADDING = Long.BYTES;
    /** One core is left to whoever looks the labels up, who cannot keep up with more than three others. */
    private static final int SPLITTERS =
            Math.max(1, Math.min(3, Runtime.getRuntime().availableProcessors() - 1));

    private static final int IN_FLIGHT = SPLITTERS + 2;
    private static final int USUAL_LINE = 24;

    private final InputStream in;
    private final byte delimiter;
    private final Columns columns;
    private byte[] carried = new byte[0];
    private boolean ended;

    private LongBatches(InputStream in, Delimiter delimiter, Columns columns) {
        this.in = in;
        this.delimiter = (byte) delimiter.character();
        this.columns = columns;
    }

    /** Reads all rows below the first line; false if the file is not usual, or the taker has given up. */
    static boolean read(DataFile file, Delimiter delimiter, Columns columns, Taker taker) throws IOException {
        ExecutorService splitters = Executors.newFixedThreadPool(SPLITTERS, task -> {
            Thread thread = new Thread(task, "reading " + file.name());
            thread.setDaemon(true);
            return thread;
        });
        try (InputStream in = file.open()) {
            return new LongBatches(in, delimiter, columns).read(splitters, taker);
        } catch (IOException e) {
            throw file.explained(e);
        } finally {
            splitters.shutdownNow();
        }
    }

    private boolean read(ExecutorService splitters, Taker taker) throws IOException {
        ArrayDeque<CompletableFuture<@Nullable Batch>> flight = new ArrayDeque<>();
        boolean first = true;
        while (!ended || !flight.isEmpty()) {
            if (!ended && flight.size() < IN_FLIGHT) {
                byte[] chunk = nextChunk();
                int end = endOfLines(chunk);
                int begin = first ? afterFirstLine(chunk, end) : 0;
                if (end < 0) {
                    return false;
                }
                first = false;
                flight.add(CompletableFuture.supplyAsync(() -> parse(chunk, begin, end), splitters));
                continue;
            }
            Batch batch = flight.remove().join();
            if (batch == null || !taker.take(batch)) {
                return false;
            }
        }
        return true;
    }

    /** What was left of the chunk before, and as much again; padding behind it. */
    private byte[] nextChunk() throws IOException {
        byte[] chunk = new byte[CHUNK + carried.length + PADDING];
        System.arraycopy(carried, 0, chunk, 0, carried.length);
        int read = in.readNBytes(chunk, carried.length, CHUNK);
        int length = carried.length + read;
        if (read < CHUNK) {
            ended = true;
            if (length > 0 && chunk[length - 1] != '\n') {
                chunk[length++] = '\n';
            }
        }
        return length == chunk.length - PADDING ? chunk : Arrays.copyOf(chunk, length + PADDING);
    }

    /** Where the last whole line ends; the rest is carried over. −1 if there is no whole line. */
    private int endOfLines(byte[] chunk) {
        int length = chunk.length - PADDING;
        int end = length;
        while (end > 0 && chunk[end - 1] != '\n') {
            end--;
        }
        carried = Arrays.copyOfRange(chunk, end, length);
        return end == 0 && !ended ? -1 : end;
    }

    private static int afterFirstLine(byte[] chunk, int end) {
        int i = 0;
        while (i < end && chunk[i] != '\n') {
            i++;
        }
        return Math.min(end, i + 1);
    }

    /** The rows of whole lines; null if one is not usual. */
    private @Nullable Batch parse(byte[] bytes, int begin, int end) {
        Batch batch = new Batch(16 + (end - begin) / USUAL_LINE);
        batch.bytes = end - begin;
        ByteNumbers numbers = new ByteNumbers();
        int last = columns.width() - 1;
        int i = begin;
        while (i < end) {
            batch.reserve();
            int row = batch.count++;
            for (int column = 0; column <= last; column++) {
                int start = i;
                while (isOrdinary(bytes[i])) {
                    i++;
                }
                int stop = i;
                if (column == last && bytes[i] == '\r') {
                    i++;
                }
                if (bytes[i] != (column == last ? '\n' : delimiter) || start == stop || isPadded(bytes, start, stop)) {
                    return null;
                }
                i++;
                if (column == columns.value()) {
                    batch.value[row] = numbers.parse(bytes, start, stop);
                    if (Double.isNaN(batch.value[row])) {
                        return null;
                    }
                } else if (!storeLabel(batch, row, column, bytes, start, stop)) {
                    return null;
                }
            }
        }
        return batch;
    }

    /** False if the label is too long. */
    private boolean storeLabel(Batch batch, int row, int column, byte[] bytes, int start, int stop) {
        boolean isRead = column == columns.from() || column == columns.to() || column == columns.unit();
        if (!isRead) {
            return true;
        }
        int length = stop - start;
        if (length > Long.BYTES) {
            return false;
        }
        long word = ByteKeys.word((long) LONGS.get(bytes, start), length);
        if (column == columns.from()) {
            batch.from[row] = word;
        }
        if (column == columns.to()) {
            batch.to[row] = word;
        }
        if (column == columns.unit()) {
            batch.unit[row] = word;
        }
        return true;
    }

    /** Printable ASCII, and neither the delimiter nor a quote. */
    private boolean isOrdinary(byte b) {
        return b >= ' ' && b != '"' && b != delimiter;
    }

    private static boolean isPadded(byte[] bytes, int start, int stop) {
        return bytes[start] == ' ' || bytes[stop - 1] == ' ';
    }
}
