package org.leontief.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.leontief.io.ByteRows.Cells;

/**
 * Numbers by label, for labels as the bytes of one or two cells: a hash table with open addressing whose keys stand one
 * after the other in one array. Looking a label up makes no object.
 */
final class ByteKeys {

    private static final int NONE = -1;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    /** Stands between the two cells of a key; no text holds it. */
    private static final byte BETWEEN = 0;

    private final long seed = new SplittableRandom().nextLong();

    private byte[] keys = new byte[1 << 12];
    private int keysEnd;
    /** Of entry e: where its key begins and ends, its hash and its number. */
    private int[] keyStart = new int[256];

    private int[] keyEnd = new int[256];
    private int[] hash = new int[256];
    private int[] number = new int[256];
    private int size;
    /** Entry + 1 by slot; 0 where the slot is free. */
    private int[] slots = new int[1024];

    /**
     * Labels of at most eight bytes: as one number, which is never 0 unless the slot is free, and behind it the number that is
     * looked for. They stand together, since a table of many labels is in no near cache.
     */
    private long[] shortSlots = new long[2048];

    private int shortSize;
    private long soughtShort;
    private long lastShort;
    private int lastShortNumber;

    private byte[] sought = new byte[256];
    private int soughtLength;
    private int soughtHash;
    private int lastFound = NONE;

    /** The number of the label in the given columns, or −1; firstColumn is −1 where it has one part only. */
    int find(Cells cells, int firstColumn, int secondColumn) {
        int from = cells.start[secondColumn];
        int length = cells.end[secondColumn] - from;
        boolean hasOnePart = firstColumn < 0 || cells.start[firstColumn] == cells.end[firstColumn];
        if (hasOnePart && length <= Long.BYTES && length > 0) {
            return findShort(word((long) LONGS.get(cells.buffer, from), length));
        }
        soughtShort = 0;
        soughtLength = 0;
        if (firstColumn >= 0 && cells.start[firstColumn] < cells.end[firstColumn]) {
            append(cells, firstColumn);
            sought[soughtLength++] = BETWEEN;
        }
        append(cells, secondColumn);
        if (lastFound != NONE && isSought(lastFound)) {
            return number[lastFound];
        }
        soughtHash = hashOfSought();
        int mask = slots.length - 1;
        for (int slot = soughtHash & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            int entry = slots[slot] - 1;
            if (hash[entry] == soughtHash && isSought(entry)) {
                lastFound = entry;
                return number[entry];
            }
        }
        return NONE;
    }

    /** A label of one to eight bytes as a number. No byte of a text is 0, so those that are not there can be. */
    static long word(long eightBytes, int length) {
        return eightBytes & (-1L >>> (Long.SIZE - Byte.SIZE * length));
    }

    /** The label that a number is. */
    static String text(long word) {
        int length = (Long.SIZE - Long.numberOfLeadingZeros(word) + Byte.SIZE - 1) / Byte.SIZE;
        byte[] bytes = new byte[Long.BYTES];
        LONGS.set(bytes, 0, word);
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** The number of a label of at most eight bytes, or −1. */
    int findShort(long key) {
        soughtShort = key;
        if (key == lastShort) {
            return lastShortNumber;
        }
        int slot = slotOf(key);
        if (shortSlots[slot] == 0) {
            return NONE;
        }
        lastShort = key;
        lastShortNumber = (int) shortSlots[slot + 1];
        return lastShortNumber;
    }

    /** Where a short label stands, or would. */
    private int slotOf(long key) {
        int mask = shortSlots.length - 2;
        // Twice, or the last characters of a label would hardly count: a product carries upwards only.
        long h = (key ^ seed) * MULTIPLIER;
        h = (h ^ (h >>> 32)) * MULTIPLIER;
        int slot = (int) (h >>> 32) & mask;
        while (shortSlots[slot] != 0 && shortSlots[slot] != key) {
            slot = (slot + 2) & mask;
        }
        return slot;
    }

    private void putShort(int value) {
        if (4 * (shortSize + 1) > shortSlots.length) {
            long[] before = shortSlots;
            shortSlots = new long[4 * before.length];
            for (int s = 0; s < before.length; s += 2) {
                if (before[s] != 0) {
                    store(before[s], before[s + 1]);
                }
            }
        }
        store(soughtShort, value);
        shortSize++;
    }

    private void store(long key, long value) {
        int slot = slotOf(key);
        shortSlots[slot] = key;
        shortSlots[slot + 1] = value;
    }

    /** Gives the label that was sought last, and not found, a number. */
    void putLastSought(int value) {
        if (soughtShort != 0) {
            putShort(value);
            return;
        }
        if (2 * (size + 1) > slots.length) {
            growSlots();
        }
        if (size == number.length) {
            keyStart = Arrays.copyOf(keyStart, 2 * size);
            keyEnd = Arrays.copyOf(keyEnd, 2 * size);
            hash = Arrays.copyOf(hash, 2 * size);
            number = Arrays.copyOf(number, 2 * size);
        }
        if (keysEnd + soughtLength > keys.length) {
            keys = Arrays.copyOf(keys, Math.max(2 * keys.length, keysEnd + soughtLength));
        }
        System.arraycopy(sought, 0, keys, keysEnd, soughtLength);
        keyStart[size] = keysEnd;
        keysEnd += soughtLength;
        keyEnd[size] = keysEnd;
        hash[size] = soughtHash;
        number[size] = value;
        size++;
        insert(size - 1);
    }

    int size() {
        return size + shortSize;
    }

    private void append(Cells cells, int column) {
        int from = cells.start[column];
        int length = cells.end[column] - from;
        // Room for what stands between two cells, and for whole words.
        int needed = soughtLength + length + 1 + Long.BYTES;
        if (needed > sought.length) {
            sought = Arrays.copyOf(sought, 2 * needed);
        }
        System.arraycopy(cells.buffer, from, sought, soughtLength, length);
        soughtLength += length;
    }

    private boolean isSought(int entry) {
        return Arrays.equals(keys, keyStart[entry], keyEnd[entry], sought, 0, soughtLength);
    }

    /**
     * Eight bytes at a time, from a start that differs from run to run: a file made so that all its labels meet in one slot
     * would else take forever. The numbers found do not depend on it.
     */
    private int hashOfSought() {
        int words = (soughtLength + Long.BYTES - 1) / Long.BYTES;
        Arrays.fill(sought, soughtLength, words * Long.BYTES, (byte) 0);
        long h = seed + soughtLength;
        for (int w = 0; w < words; w++) {
            h = (h ^ (long) LONGS.get(sought, w * Long.BYTES)) * MULTIPLIER;
            h ^= h >>> 29;
        }
        h *= MULTIPLIER;
        return (int) (h >>> 32);
    }

    private void growSlots() {
        slots = new int[4 * slots.length];
        for (int entry = 0; entry < size; entry++) {
            insert(entry);
        }
    }

    private void insert(int entry) {
        int mask = slots.length - 1;
        int slot = hash[entry] & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = entry + 1;
    }
}
