package org.leontief.solve;

import java.util.Locale;

/**
 * How long the arrays of a matrix under construction may become: decided before they are made, so that what cannot fit is
 * refused with its number and not met as an error of the virtual machine.
 */
final class EntryCapacity {

    /** Most entries of any matrix: all of them stand in one array, and none of Java's is longer. */
    static final int LONGEST = MemoryLimitException.LONGEST_ARRAY;

    private static final int SMALLEST = 16;
    private static final String MEND =
            "Aggregate sectors, leave out coefficients too small to matter, or split the economy by region.";

    private final String shape;
    private final int bytesPerEntry;
    private final int longest;

    /**
     * Checks the shape.
     *
     * @param bytesPerEntry in all arrays, 8 of them in the one that grows last
     * @param longest {@link #LONGEST}, or less in tests
     */
    EntryCapacity(int rows, int columns, int bytesPerEntry, int longest) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("A matrix of " + rows + " by " + columns + " cannot be.");
        }
        shape = "A matrix of " + rows + " by " + columns;
        this.bytesPerEntry = bytesPerEntry;
        this.longest = longest;
        if (Math.max(rows, columns) >= LONGEST) {
            throw MemoryLimitException.tooLong(shape, (double) Integer.BYTES * columns, LONGEST, MEND);
        }
    }

    /** The capacity for so many entries, if they and so many bytes beside them fit. */
    int exactly(long entries, double bytesBeside) {
        String what = with(entries);
        double bytes = (double) bytesPerEntry * entries + bytesBeside;
        if (entries > longest) {
            throw MemoryLimitException.tooLong(what, bytes, longest, MEND);
        }
        MemoryLimitException.require(what, bytes, MEND);
        return (int) entries;
    }

    /** A capacity above the present one that holds so many entries: half as much again, less if memory is short. */
    int grown(int present, long needed) {
        if (needed > longest) {
            throw MemoryLimitException.tooLong(with(needed), (double) bytesPerEntry * needed, longest, MEND);
        }
        long generous = Math.min(longest, Math.max(needed, Math.max(SMALLEST, present + (present >> 1))));
        if (MemoryLimitException.fits(bytesToGrow(present, generous))) {
            return (int) generous;
        }
        long modest = Math.min(longest, Math.max(needed, present + (present >> 3)));
        MemoryLimitException.require(
                with(modest) + ", while its arrays grow,",
                bytesToGrow(present, modest),
                "Say how many entries are expected when the matrix is begun (SparseMatrix.byColumns). " + MEND);
        return (int) modest;
    }

    /** The arrays are replaced one after the other, so only one of them is there twice at a time. */
    private double bytesToGrow(int present, long capacity) {
        return (bytesPerEntry - Double.BYTES) * (double) (capacity - present) + (double) Double.BYTES * capacity;
    }

    private String with(long entries) {
        return String.format(Locale.ROOT, "%s with %d entries", shape, entries);
    }
}
