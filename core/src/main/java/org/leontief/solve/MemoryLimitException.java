package org.leontief.solve;

import java.util.Locale;

/** A computation was refused before it started, because its memory does not fit; the message says how much it needs. */
public final class MemoryLimitException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    private static final double GIB = 1L << 30;
    /** What every virtual machine can be asked for. */
    static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Bytes that the computation would take. */
    private final long bytesNeeded;

    private MemoryLimitException(String message, long bytesNeeded) {
        super(message);
        this.bytesNeeded = bytesNeeded;
    }

    /**
     * What the computation would take.
     *
     * @return bytes
     */
    public long bytesNeeded() {
        return bytesNeeded;
    }

    /**
     * Refuses a computation that cannot fit into the memory that the virtual machine may still take.
     *
     * @param what the computation, for the message
     * @param bytesNeeded what it takes
     * @param mend what the user can do instead
     * @throws MemoryLimitException if it does not fit
     */
    public static void require(String what, double bytesNeeded, String mend) {
        if (!fits(bytesNeeded)) {
            long free = free();
            throw new MemoryLimitException(
                    String.format(
                            Locale.ROOT,
                            "%s needs %.1f GiB of memory and %.1f GiB are free (of -Xmx %.1f GiB). %s",
                            what,
                            bytesNeeded / GIB,
                            free / GIB,
                            Runtime.getRuntime().maxMemory() / GIB,
                            mend),
                    (long) bytesNeeded);
        }
    }

    /** Whether so much memory may still be taken. */
    static boolean fits(double bytesNeeded) {
        if (bytesNeeded > free()) {
            // What counts is what is in use, not what has not been cleared away yet.
            System.gc();
        }
        return bytesNeeded <= free();
    }

    /** The same for dense matrices, each of which has to fit into one array of Java's as well. */
    static void requireDense(String what, int rows, int columns, int copies, String mend) {
        double entries = (double) rows * columns;
        double bytes = 8.0 * copies * entries;
        if (entries > LONGEST_ARRAY) {
            throw tooLong(what, bytes, LONGEST_ARRAY, mend);
        }
        require(what, bytes, mend);
    }

    /** For what would not fit into one array whatever the memory. */
    static MemoryLimitException tooLong(String what, double bytes, int longest, String mend) {
        return new MemoryLimitException(
                String.format(
                        Locale.ROOT,
                        "%s needs %.1f GiB of memory, and more than the %d entries that one array can hold. %s",
                        what,
                        bytes / GIB,
                        longest,
                        mend),
                (long) bytes);
    }

    private static long free() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - (runtime.totalMemory() - runtime.freeMemory());
    }
}
