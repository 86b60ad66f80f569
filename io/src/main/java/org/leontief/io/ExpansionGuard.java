package org.leontief.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * Stops a compressed file that unpacks to more than any table would: a few kilobytes can be made to unpack to terabytes.
 * What counts is what is really unpacked, not the size that the archive states.
 */
final class ExpansionGuard extends FilterInputStream {

    /** More than the largest tables there are; the transactions of GLORIA take about 15 GB as text. */
    static final long MOST_BYTES = 1L << 36;
    /** Below this a high ratio does no harm. */
    static final long HARMLESS_BYTES = 1L << 26;
    /** Tables of numbers unpack to 2 to 20 times their size, nothing but zeros to about 1000 times. */
    static final long HIGHEST_RATIO = 400;

    private final String file;
    private final LongSupplier packedBytes;
    private long unpackedBytes;

    /** Guards what an unpacking stream gives. */
    ExpansionGuard(InputStream unpacking, String file, LongSupplier packedBytes) {
        super(unpacking);
        this.file = file;
        this.packedBytes = packedBytes;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws CsvFormatException {
        unpackedBytes += bytes;
        if (unpackedBytes <= HARMLESS_BYTES) {
            return;
        }
        long packed = Math.max(1, packedBytes.getAsLong());
        if (unpackedBytes > MOST_BYTES || unpackedBytes / packed >= HIGHEST_RATIO) {
            throw new CsvFormatException(
                    file,
                    0,
                    file + ": " + packed + " bytes have been unpacked to " + unpackedBytes
                            + " and that is not the end. No table is compressed like this; it may be made to fill the"
                            + " memory. If it is what you want, unpack it yourself and read the unpacked file.");
        }
    }
}
