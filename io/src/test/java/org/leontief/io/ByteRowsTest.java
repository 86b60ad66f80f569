package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Splitting by bytes against the parser that goes character by character, numbers against the JDK, labels against a map. */
class ByteRowsTest {

    private record Read(List<List<String>> rows, List<Long> lines, String error) {}

    private static Read read(RowReader rows) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        try (rows) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < rows.width(); c++) {
                    row.add(rows.cell(c).strip());
                }
                cells.add(row);
                lines.add(rows.line());
            }
            return new Read(cells, lines, "");
        } catch (ParsedRows.UnfitQuotesException e) {
            return new Read(cells, lines, "quotes");
        } catch (CsvFormatException e) {
            return new Read(cells, lines, String.valueOf(e.getMessage()));
        }
    }

    /** Gives a few bytes at a time, so that rows and line ends are cut anywhere. */
    private static InputStream inPieces(byte[] bytes, SplittableRandom random) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, random.nextInt(1, 8)));
            }
        };
    }

    @Test
    void bothSplitTheSame() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        String[] pieces = {
            "a",
            ",",
            "1.5",
            "\n",
            "\r\n",
            " ",
            "é",
            "\"",
            ",,",
            "\t",
            "x y",
            "\"q,\n\"",
            "\r",
            "\0",
            ";",
            "\ud83d\ude00"
        };
        int simple = 0;
        for (int round = 0; round < 20_000; round++) {
            int kinds = random.nextInt(4) == 0 ? pieces.length : 7;
            StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "\ufeff" : "");
            for (int k = random.nextInt(12); k > 0; k--) {
                text.append(pieces[random.nextInt(kinds)]);
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(20) == 0 && bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) 0xc3;
            }
            ByteRows fast = new ByteRows(inPieces(bytes, random), "f", StandardCharsets.UTF_8, Delimiter.COMMA);
            simple += fast.bytes() == null ? 0 : 1;
            Read byBytes = read(fast);
            Read byCharacters = read(new ParsedRows(
                    new StrictTextReader(new ByteArrayInputStream(bytes), "f", StandardCharsets.UTF_8),
                    Delimiter.COMMA,
                    0));
            // The parser reads ahead, and so meets an error before it gives the rows above it.
            if (byCharacters.error().isEmpty() || byCharacters.error().equals("quotes")) {
                assertThat(byBytes).as(text.toString()).isEqualTo(byCharacters);
            } else {
                assertThat(byBytes.error()).as(text.toString()).isEqualTo(byCharacters.error());
            }
        }
        assertThat(simple).isGreaterThan(10_000);
    }

    @Test
    void aRowLongerThanTheBuffer() throws IOException {
        StringBuilder text = new StringBuilder("first,row\n");
        for (int i = 0; i < 100_000; i++) {
            text.append(i).append(',');
        }
        text.append("end\r\nlast,row");
        InputStream in = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        Read read = read(new ByteRows(in, "f", StandardCharsets.UTF_8, Delimiter.COMMA));
        assertThat(read.rows()).hasSize(3);
        assertThat(read.rows().get(1)).hasSize(100_001).contains("99999", "end");
        assertThat(read.rows().get(2)).containsExactly("last", "row");
    }

    @Test
    void numbersAreThoseOfTheJdk() {
        ByteNumbers numbers = new ByteNumbers();
        SplittableRandom random = new SplittableRandom(11);
        List<String> texts = new ArrayList<>(List.of(
                "0",
                "-0",
                "-0.0",
                "+1",
                "1.",
                ".5",
                "9007199254740993",
                "123456789012345",
                "0.000000000000001",
                "1e22",
                "1e23",
                "1E-7",
                "4.9e-324",
                "2.2250738585072011e-308",
                "1.7976931348623157e308",
                "00012.5"));
        for (int i = 0; i < 100_000; i++) {
            texts.add(Double.toString(Double.longBitsToDouble(random.nextLong())));
            texts.add(Float.toString((float) random.nextDouble(-1e6, 1e6)));
            texts.add(random.nextInt(1_000_000) + "." + random.nextInt(1_000_000));
        }
        texts.removeIf(text -> text.contains("N") || text.contains("I"));
        for (String text : texts) {
            byte[] bytes = ("xx" + text + "yy").getBytes(StandardCharsets.US_ASCII);
            assertThat(Double.doubleToRawLongBits(numbers.parse(bytes, 2, bytes.length - 2)))
                    .as(text)
                    .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
        }
        for (String text :
                List.of("", "-", ".", "1e", "1e+", "1d", "0x1p3", "NaN", "Infinity", "1e999", "1 2", "1,2", "--1")) {
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            assertThat(numbers.parse(bytes, 0, bytes.length)).as(text).isNaN();
        }
    }

    @Test
    void labelsAreFoundAgain() throws IOException {
        SplittableRandom random = new SplittableRandom(13);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            String label = "x".repeat(random.nextInt(12)) + random.nextInt(20_000);
            text.append(random.nextInt(3) == 0 ? "r" + random.nextInt(5) : "")
                    .append(',')
                    .append(label)
                    .append('\n');
        }
        InputStream in = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
        ByteRows rows = new ByteRows(in, "f", StandardCharsets.UTF_8, Delimiter.COMMA);
        ByteKeys keys = new ByteKeys();
        Map<String, Integer> expected = new HashMap<>();
        while (rows.next()) {
            ByteRows.Cells cells = rows.bytes();
            assertThat(cells).isNotNull();
            String label = rows.cell(0) + '\0' + rows.cell(1);
            int found = keys.find(cells, 0, 1);
            assertThat(found).as(label).isEqualTo(expected.getOrDefault(label, -1));
            if (found < 0) {
                keys.putLastSought(expected.size());
                expected.put(label, expected.size());
            }
        }
        assertThat(keys.size()).isEqualTo(expected.size());
    }
}
