package org.leontief.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes a file and refuses what is not text: bytes that the encoding does not know, NUL characters, the first bytes of
 * zip, gzip, old Excel and UTF-16 files. The JDK's own readers either replace such bytes or do not say where they are.
 */
final class StrictTextReader extends Reader {

    /** A row of a million cells takes about as much. Whoever reads a longer one fills the memory with something else. */
    static final int LONGEST_ROW = 1 << 24;

    private static final int BUFFER = 1 << 16;
    private static final int[] ZIP = {'P', 'K', 3, 4};
    private static final int[] OLD_EXCEL = {0xd0, 0xcf, 0x11, 0xe0};
    private static final int[] GZIP = {0x1f, 0x8b};
    private static final int[] UTF_16_LE = {0xff, 0xfe};
    private static final int[] UTF_16_BE = {0xfe, 0xff};
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final InputStream in;
    private final String file;
    private final Charset charset;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean ended;
    private boolean started;
    /** Bytes of the file before the buffer. */
    private long bytesBefore;

    private long line;
    private boolean afterCarriageReturn;
    private long charsOfRow;

    StrictTextReader(InputStream in, String file, Charset charset) {
        this(in, file, charset, 0, 0);
    }

    /** Reads on where so many bytes and whole lines of the file have been read by others. */
    StrictTextReader(InputStream in, String file, Charset charset, long bytesBefore, long linesBefore) {
        this.bytesBefore = bytesBefore;
        line = linesBefore + 1;
        started = bytesBefore > 0;
        this.in = in;
        this.file = file;
        this.charset = charset;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!chars.hasRemaining()) {
            if (!decodeMore()) {
                return -1;
            }
        }
        int count = Math.min(length, chars.remaining());
        chars.get(target, offset, count);
        charsOfRow += count;
        requireRowLength(charsOfRow, file, line);
        return count;
    }

    /** Tells where a row begins, as nearly as the buffer of the parser allows. */
    void beginRow() {
        charsOfRow = 0;
    }

    /** An error if a row has become longer than any of a table. */
    static void requireRowLength(long length, String file, long line) throws CsvFormatException {
        if (length > LONGEST_ROW) {
            throw new CsvFormatException(
                    file,
                    line,
                    file + ", line " + line + ": a row of more than " + LONGEST_ROW
                            + " characters ends there or does not end at all. Maybe the file is no table, or a quote is"
                            + " not closed?");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Refills the decoded characters; false at the end of the file. */
    private boolean decodeMore() throws IOException {
        if (ended && !bytes.hasRemaining()) {
            return false;
        }
        if (!ended) {
            fill();
        }
        if (!started) {
            requireTextStart();
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, ended);
        chars.flip();
        if (!started) {
            started = true;
            if (chars.hasRemaining() && chars.get(0) == BYTE_ORDER_MARK) {
                chars.get();
            }
        }
        countLines();
        if (result.isError()) {
            throw malformed(result.length());
        }
        return true;
    }

    private void fill() throws IOException {
        bytesBefore += bytes.position();
        bytes.compact();
        int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + read).flip();
        // readNBytes gives less than asked only at the end
        ended = bytes.limit() < bytes.capacity();
    }

    private void countLines() throws CsvFormatException {
        for (int i = chars.position(); i < chars.limit(); i++) {
            char c = chars.get(i);
            if (c == '\n' ? !afterCarriageReturn : c == '\r') {
                line++;
            } else if (c == 0) {
                throw notText("holds a NUL character, so it is not text");
            }
            afterCarriageReturn = c == '\r';
        }
    }

    /** Whether a file that begins with these bytes is none that can be read here. */
    static boolean isBinary(ByteBuffer first) {
        return startsWith(first, ZIP)
                || startsWith(first, OLD_EXCEL)
                || startsWith(first, GZIP)
                || startsWith(first, UTF_16_LE)
                || startsWith(first, UTF_16_BE);
    }

    private void requireTextStart() throws CsvFormatException {
        if (startsWith(bytes, ZIP)) {
            throw notText("is a zip or Excel file (.xlsx), not text; save it as CSV");
        }
        if (startsWith(bytes, OLD_EXCEL)) {
            throw notText("is an old Excel file (.xls), not text; save it as CSV");
        }
        if (startsWith(bytes, GZIP)) {
            throw notText("is a gzip file; give it a name that ends in .gz and it will be read");
        }
        if (startsWith(bytes, UTF_16_LE) || startsWith(bytes, UTF_16_BE)) {
            throw notText("is UTF-16 text; save it as UTF-8");
        }
    }

    static boolean startsWith(ByteBuffer bytes, int... magic) {
        if (bytes.limit() < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes.get(i) & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private CsvFormatException malformed(int length) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(length, bytes.remaining()); i++) {
            hex.append(String.format(" %02X", bytes.get(bytes.position() + i) & 0xff));
        }
        return notText("holds bytes that are not " + charset + " text:" + hex + " (byte "
                + (bytesBefore + bytes.position() + 1)
                + " of the file). Maybe it was saved in an older encoding? Save it as UTF-8, or see"
                + " CsvOptions.withCharset");
    }

    private CsvFormatException notText(String what) {
        return new CsvFormatException(file, line, file + ", line " + line + ": the file " + what + ".");
    }
}
