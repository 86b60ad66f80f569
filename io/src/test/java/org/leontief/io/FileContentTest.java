package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are empty, not text, or not rows of cells. */
class FileContentTest {

    @TempDir
    Path folder;

    private CsvFormatException readingFails(byte[] content, String name) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        CsvFormatException error = catchThrowableOfType(CsvFormatException.class, () -> VectorCsv.read(file));
        assertThat(error).as("reading " + name + " should fail").isNotNull();
        assertThat(error.file()).isEqualTo(file.toString());
        assertThat(error).hasMessageContaining(name);
        return error;
    }

    private CsvFormatException readingFails(String content) throws IOException {
        return readingFails(content.getBytes(StandardCharsets.UTF_8), "x.csv");
    }

    @Test
    void emptyFiles() throws IOException {
        assertThat(readingFails("")).hasMessageContaining("empty");
        assertThat(readingFails("\n\n  \n")).hasMessageContaining("empty");
        assertThat(readingFails("\ufeff")).hasMessageContaining("empty");
        assertThat(readingFails("label,unit,value\n")).hasMessageContaining("nothing below");
    }

    @Test
    void bytesThatAreNotUtf8AreNamedWithTheirPlace() throws IOException {
        byte[] latin = "label,unit,value\nEisen,t,1\nMöbel,t,2\n".getBytes(StandardCharsets.ISO_8859_1);
        CsvFormatException error = readingFails(latin, "latin.csv");
        assertThat(error)
                .hasMessageContaining("line 3")
                .hasMessageContaining("F6")
                .hasMessageContaining("byte 29");
        assertThat(error).hasMessageContaining("CsvOptions.withCharset");
        assertThat(error.line()).isEqualTo(3);
    }

    @Test
    void malformedBytesFarIntoTheFileAreFoundOnTheirLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("label,unit,value\r\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 20_000; i++) {
            bytes.writeBytes(("łabel " + i + ",t,1\r\n").getBytes(StandardCharsets.UTF_8));
        }
        int place = bytes.size() + 1;
        bytes.write(0xff);
        CsvFormatException error = readingFails(bytes.toByteArray(), "long.csv");
        assertThat(error.line()).isEqualTo(20_002);
        assertThat(error).hasMessageContaining("byte " + place);
    }

    @Test
    void aCharacterCutOffAtTheEndIsMalformed() throws IOException {
        ByteArrayOutputStream cut = new ByteArrayOutputStream();
        cut.writeBytes("label,unit,value\n".getBytes(StandardCharsets.UTF_8));
        cut.writeBytes(new byte[] {(byte) 0xe2, (byte) 0x82});
        assertThat(readingFails(cut.toByteArray(), "cut.csv"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("E2 82");
    }

    @Test
    void binaryFilesSayWhatTheyAre() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.write(1);
        }
        assertThat(readingFails(zip.toByteArray(), "book.xlsx"))
                .hasMessageContaining("Excel")
                .hasMessageContaining("CSV");
        byte[] oldExcel = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0};
        assertThat(readingFails(oldExcel, "book.xls")).hasMessageContaining("Excel");
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write('a');
        }
        assertThat(readingFails(gzip.toByteArray(), "x.csv"))
                .hasMessageContaining("gzip")
                .hasMessageContaining(".gz");
        assertThat(readingFails("label,value".getBytes(StandardCharsets.UTF_16LE), "le.csv"))
                .hasMessageContaining("NUL");
        assertThat(readingFails("label,value".getBytes(StandardCharsets.UTF_16), "bom.csv"))
                .hasMessageContaining("UTF-16");
        assertThat(readingFails("label,unit,value\na\0b,t,1"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("NUL");
    }

    @Test
    void aNameOfAWorkbookOnWhatIsNone() throws IOException {
        String expected = "book.xlsx: the name ends in .xlsx, but the file is not an Excel workbook.";
        byte[] text = "label,unit,value\na,t,1\n".getBytes(StandardCharsets.UTF_8);
        assertThat(readingFails(text, "book.xlsx"))
                .hasMessageContaining(expected)
                .hasMessageContaining(".csv");
        assertThat(readingFails(new byte[] {1, 2, (byte) 0xff, 0}, "book.xlsx")).hasMessageContaining(expected);
        Path file = folder.resolve("book.xlsx");
        assertThatThrownBy(() -> Tables.read(file)).hasMessageContaining(expected);
    }

    @Test
    void brokenGzip() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write("label,unit,value\na,t,1\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        byte[] half = Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2);
        assertThat(readingFails(half, "half.csv.gz")).hasMessageContaining("gzip");
        assertThat(readingFails("label,unit,value".getBytes(StandardCharsets.UTF_8), "plain.csv.gz"))
                .hasMessageContaining("gzip");
        assertThat(readingFails(new byte[0], "nothing.csv.gz")).hasMessageContaining("gzip");
    }

    @Test
    void aMissingFileIsNoFormatError() {
        assertThat(catchThrowableOfType(IOException.class, () -> VectorCsv.read(folder.resolve("no.csv"))))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anotherDelimiterIsNamed() throws IOException {
        assertThat(readingFails("label;unit;value\na;t;1\n"))
                .hasMessageContaining("line 1")
                .hasMessageContaining("';' in it (2 times)")
                .hasMessageContaining("Delimiter.SEMICOLON");
        assertThat(readingFails("label\tunit\tvalue\na\tt\t1\n")).hasMessageContaining("Delimiter.TAB");
        Path file = Files.writeString(folder.resolve("c.csv"), "label,unit,value\na,t,1\n");
        CsvOptions semicolon = CsvOptions.defaults().withDelimiter(Delimiter.SEMICOLON);
        assertThat(catchThrowableOfType(CsvFormatException.class, () -> VectorCsv.read(file, semicolon)))
                .hasMessageContaining("Delimiter.COMMA");
    }

    @Test
    void raggedRows() throws IOException {
        assertThat(readingFails("label,unit,value\na,t,1\nSteel,t\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("'Steel'")
                .hasMessageContaining("2 cells")
                .hasMessageContaining("has 3");
        assertThat(readingFails("label,unit,value\nSteel,t,1,234\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("'Steel'")
                .hasMessageContaining("4 cells");
    }

    @Test
    void quotesThatDoNotFit() throws IOException {
        CsvFormatException open = readingFails("label,unit,value\na,t,1\n\"b,t,2\nc,t,3\n");
        assertThat(open).hasMessageContaining("line 3").hasMessageContaining("quote");
        assertThat(readingFails("label,unit,value\n\"a\"b,t,1\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("quote");
    }

    @Test
    void linesAreThoseOfAnEditorThoughCellsSpanSeveral() throws IOException {
        CsvFormatException error =
                readingFails("label,unit,value\n\n\"two\nlines\",t,1\n\"three\r\nmore\nlines\",t,x\n");
        // The row begins on line 5 and its third cell stands on line 7.
        assertThat(error.line()).isEqualTo(7);
        assertThat(error)
                .hasMessageContaining("line 7, column 3 ('value'), row 'three\\r\\nmore\\nlines'")
                .hasMessageContaining("'x'");
    }

    @Test
    void encodingsOfTwoBytesAreRefusedAtOnce() {
        assertThatThrownBy(() -> CsvOptions.defaults().withCharset(StandardCharsets.UTF_16LE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTF-16LE");
    }

    @Test
    void theLastLineNeedsNoEnd() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "label,unit,value\na,t,1\nb,t,2");
        assertThat(VectorCsv.read(file).of("b")).isEqualTo(2);
        assertThat(readingFails("label,unit,value\na,t,1\nb,t,x").line()).isEqualTo(3);
    }
}
