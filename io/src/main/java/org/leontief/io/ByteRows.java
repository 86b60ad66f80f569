package org.leontief.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a text, split byte by byte as long as that is simple: no quotes, no stray carriage returns, nothing that is
 * not text. From the first line that is not simple on, {@link ParsedRows} reads the rest, and says what is wrong with it if
 * something is. Numbers and labels of simple lines are taken from the bytes themselves, which is several times faster.
 */
final class ByteRows implements RowReader {

    /** Encodings in which a byte below 128 is that ASCII character wherever it stands. */
    private static final Set<Charset> SPLITTABLE =
            Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1);

    private static final int BUFFER = 1 << 16;
    /** Behind what has been read stand a line feed, where every search ends, and room to read eight bytes at a time. */
    private static final int PADDING = 1 + Long.BYTES;

    /** What a byte is to the splitting of a line. */
    private static final byte ORDINARY = 0;

    private static final byte SEPARATOR = 1;
    private static final byte LINE_FEED = 2;
    private static final byte CARRIAGE_RETURN = 3;
    private static final byte ABOVE_ASCII = 4;
    private static final byte NOT_SIMPLE = 5;
    private static final int LONGEST_MARK = 4;

    /** The cells of one row as bytes: cell c from start[c] (inclusive) to end[c] (exclusive), without blanks at its ends. */
    static final class Cells {
        byte[] buffer = new byte[BUFFER];
        int[] start = new int[64];
        int[] end = new int[64];
        int width;
        private final ByteNumbers numbers = new ByteNumbers();

        /** The number in a cell, or NaN if it is not a plain one with a decimal point. */
        double number(int column) {
            return numbers.parse(buffer, start[column], end[column]);
        }

        private void add(int from, int to) {
            if (width == start.length) {
                start = Arrays.copyOf(start, 2 * width);
                end = Arrays.copyOf(end, 2 * width);
            }
            start[width] = from;
            end[width] = to;
            if (from < to && (isBlank(buffer[from]) || isBlank(buffer[to - 1]))) {
                strip(from, to);
            }
            width++;
        }

        private void strip(int from, int to) {
            int first = from;
            int last = to;
            while (first < last && isBlank(buffer[first])) {
                first++;
            }
            while (last > first && isBlank(buffer[last - 1])) {
                last--;
            }
            start[width] = first;
            end[width] = last;
        }

        private static boolean isBlank(byte b) {
            return b == ' ' || b == '\t';
        }
    }

    private final InputStream in;
    private final String file;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final Delimiter delimiter;
    private final boolean isBinary;
    private final byte[] kinds;
    private final Cells cells = new Cells();

    /** Where the next row begins in the buffer, and where the bytes that have been read end. */
    private int position;

    private int limit;
    private boolean ended;
    /** Bytes of the file before the buffer. */
    private long bytesBefore;

    private long linesRead;
    private long line;
    private @Nullable ParsedRows rest;

    ByteRows(InputStream in, String file, Charset charset, Delimiter delimiter) throws IOException {
        this.in = in;
        this.file = file;
        this.charset = charset;
        this.delimiter = delimiter;
        kinds = kinds(delimiter);
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        while (limit < LONGEST_MARK && !ended) {
            fill();
        }
        if (charset.equals(StandardCharsets.UTF_8) && startsWith(0xef, 0xbb, 0xbf)) {
            position = 3;
        }
        isBinary = StrictTextReader.isBinary(ByteBuffer.wrap(cells.buffer, 0, limit));
        if (!SPLITTABLE.contains(charset) || isBinary) {
            parseRest();
        }
    }

    private static byte[] kinds(Delimiter delimiter) {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, 128, 256, ABOVE_ASCII);
        kinds['"'] = NOT_SIMPLE;
        kinds[0] = NOT_SIMPLE;
        kinds['\n'] = LINE_FEED;
        kinds['\r'] = CARRIAGE_RETURN;
        kinds[delimiter.character()] = SEPARATOR;
        return kinds;
    }

    /** Whether it begins as no text does; what it is will be said when its rows are read. */
    boolean isBinary() {
        return isBinary;
    }

    private boolean startsWith(int... mark) {
        return StrictTextReader.startsWith(ByteBuffer.wrap(cells.buffer, 0, limit), mark);
    }

    @Override
    public boolean next() throws IOException {
        if (rest == null && splitLine()) {
            return true;
        }
        if (rest == null) {
            return false;
        }
        return rest.next();
    }

    /** Splits the next line; false at the end, or if the rest is to be parsed. */
    private boolean splitLine() throws IOException {
        line = linesRead + 1;
        cells.width = 0;
        int begin = position;
        int cell = begin;
        int i = begin;
        boolean isAscii = true;
        while (true) {
            byte[] buffer = cells.buffer;
            byte kind = kinds[buffer[i] & 0xff];
            while (kind == ORDINARY) {
                kind = kinds[buffer[++i] & 0xff];
            }
            if (kind == SEPARATOR) {
                cells.add(cell, i);
                cell = ++i;
            } else if (kind == LINE_FEED && i < limit) {
                break;
            } else if (kind == LINE_FEED) {
                // The one behind what has been read so far.
                if (!more()) {
                    break;
                }
                shift(begin);
                cell -= begin;
                i -= begin;
                begin = 0;
            } else if (kind == ABOVE_ASCII) {
                isAscii = false;
                i++;
            } else if (kind == CARRIAGE_RETURN && isEndOfLine(i)) {
                i++;
            } else {
                position = begin;
                parseRest();
                return false;
            }
        }
        if (i == limit && i == begin) {
            return false;
        }
        cells.add(cell, i > cell && cells.buffer[i - 1] == '\r' ? i - 1 : i);
        if (!isAscii && !isText(begin, i)) {
            position = begin;
            parseRest();
            return false;
        }
        linesRead++;
        position = Math.min(limit, i + 1);
        return true;
    }

    /** Whether a carriage return stands before a line feed; the line feed may not have been read yet. */
    private boolean isEndOfLine(int carriageReturn) throws IOException {
        while (carriageReturn + 1 == limit && !ended) {
            growIfFull();
            fill();
        }
        return carriageReturn + 1 < limit && cells.buffer[carriageReturn + 1] == '\n';
    }

    private void shift(int by) {
        for (int c = 0; c < cells.width; c++) {
            cells.start[c] -= by;
            cells.end[c] -= by;
        }
    }

    /** Moves the row that has begun to the front of the buffer and reads on; false at the end of the file. */
    private boolean more() throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(cells.buffer, position, cells.buffer, 0, limit - position);
        bytesBefore += position;
        limit -= position;
        position = 0;
        growIfFull();
        fill();
        return true;
    }

    private void growIfFull() throws CsvFormatException {
        if (limit == cells.buffer.length - PADDING) {
            StrictTextReader.requireRowLength(limit, file, linesRead + 1);
            cells.buffer = Arrays.copyOf(cells.buffer, 2 * cells.buffer.length);
        }
    }

    private void fill() throws IOException {
        int read = in.read(cells.buffer, limit, cells.buffer.length - PADDING - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit += read;
        }
        cells.buffer[limit] = '\n';
    }

    /** Whether bytes of which some are above 127 are text in this encoding. */
    private boolean isText(int from, int to) {
        try {
            decoder.decode(ByteBuffer.wrap(cells.buffer, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void parseRest() throws IOException {
        byte[] unread = Arrays.copyOfRange(cells.buffer, position, limit);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(unread), in);
        StrictTextReader text = new StrictTextReader(all, file, charset, bytesBefore + position, linesRead);
        rest = new ParsedRows(text, delimiter, linesRead);
    }

    @Override
    public long line() {
        return rest == null ? line : rest.line();
    }

    @Override
    public int width() {
        return rest == null ? cells.width : rest.width();
    }

    @Override
    public String cell(int column) {
        return rest == null
                ? new String(cells.buffer, cells.start[column], cells.end[column] - cells.start[column], charset)
                : rest.cell(column);
    }

    @Override
    public @Nullable Cells bytes() {
        return rest == null ? cells : null;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
