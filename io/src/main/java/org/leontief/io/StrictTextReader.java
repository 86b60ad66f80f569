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

    private static final int BUFFER = 1 << 16;
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

    private long line = 1;
    private boolean afterCarriageReturn;

    StrictTextReader(InputStream in, String file, Charset charset) {
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
        return count;
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

    private void requireTextStart() throws CsvFormatException {
        if (startsWith('P', 'K', 3, 4)) {
            throw notText("is a zip or Excel file (.xlsx), not text; save it as CSV");
        }
        if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) {
            throw notText("is an old Excel file (.xls), not text; save it as CSV");
        }
        if (startsWith(0x1f, 0x8b)) {
            throw notText("is a gzip file; give it a name that ends in .gz and it will be read");
        }
        if (startsWith(0xff, 0xfe) || startsWith(0xfe, 0xff)) {
            throw notText("is UTF-16 text; save it as UTF-8");
        }
    }

    private boolean startsWith(int... magic) {
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
