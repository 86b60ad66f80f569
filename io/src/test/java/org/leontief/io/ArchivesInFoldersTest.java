package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;

/** Databases whose files lie in archives in a folder, and a workbook in the layout of WIOD 2016. */
class ArchivesInFoldersTest {

    @TempDir
    Path folder;

    private void zip(String name, Map<String, byte[]> members) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
    }

    private static Map<String, byte[]> files(Path from, String prefix) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (var list = Files.list(from)) {
            for (Path file : list.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void eoraWithItsLabelsInAnArchive() throws IOException {
        Path raw = RawFormats.folder().resolve("eora26_mock");
        zip("Eora26_2010_bp.zip", files(raw, "Eora26"));
        zip("indices.zip", files(raw, "labels"));
        assertThat(Eora26.read(folder).table()).isEqualTo(Eora26.read(raw).table());
    }

    @Test
    void gloriaInTwoArchives() throws IOException {
        Path raw = RawFormats.folder().resolve("gloria_mock");
        zip("GLORIA_MRIOs_59_2022.zip", files(raw.resolve("GLORIA_MRIOs_59_2022"), "0_"));
        zip("GLORIA_SatelliteAccounts_059_2022.zip", files(raw.resolve("GLORIA_SatelliteAccounts_059_2022"), "0_"));
        Files.copy(raw.resolve("GLORIA_ReadMe_059.xlsx"), folder.resolve("GLORIA_ReadMe_059.xlsx"));
        assertThat(Gloria.read(folder).table()).isEqualTo(Gloria.read(raw).table());
    }

    @Test
    void twoTablesInOneFolder() throws IOException {
        Path raw = RawFormats.folder().resolve("eora26_mock");
        zip("a.zip", files(raw, ""));
        zip("b.zip", files(raw, ""));
        assertThatThrownBy(() -> Eora26.read(folder))
                .isInstanceOf(CsvFormatException.class)
                .hasMessageContaining("a.zip/Eora26_2010_bp_T.txt")
                .hasMessageContaining("b.zip/Eora26_2010_bp_T.txt");
    }

    /** Rows of cells as a workbook; a cell that parses is a number. */
    private Path workbook(String text) throws IOException {
        StringBuilder sheet = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        List<String> lines = text.lines().toList();
        for (int r = 0; r < lines.size(); r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            String[] cells = lines.get(r).split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                String place = " r=\"" + (char) ('A' + c) + (r + 1) + "\"";
                if (cells[c].matches("-?[0-9.]+")) {
                    sheet.append("<c")
                            .append(place)
                            .append("><v>")
                            .append(cells[c])
                            .append("</v></c>");
                } else if (!cells[c].isEmpty()) {
                    sheet.append("<c").append(place).append(" t=\"inlineStr\"><is><t>");
                    sheet.append(cells[c]).append("</t></is></c>");
                }
            }
            sheet.append("</row>");
        }
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                + ".spreadsheetml.sheet.main+xml\"/></Types>";
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
                + " Target=\"%s\"/></Relationships>";
        String book =
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas"
                        + ".openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"2014\" sheetId=\"1\""
                        + " r:id=\"rId1\"/></sheets></workbook>";
        zip(
                "WIOT2014_Nov16_ROW.xlsx",
                Map.of(
                        "[Content_Types].xml", bytes(types),
                        "_rels/.rels", bytes(relations.formatted("officeDocument", "xl/workbook.xml")),
                        "xl/_rels/workbook.xml.rels", bytes(relations.formatted("worksheet", "worksheets/sheet1.xml")),
                        "xl/workbook.xml", bytes(book),
                        "xl/worksheets/sheet1.xml", bytes(sheet + "</sheetData></worksheet>")));
        return folder.resolve("WIOT2014_Nov16_ROW.xlsx");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void wiodOf2016() throws IOException {
        DatabaseTable read = Wiod.read(workbook("""
                Intercountry Input-Output Table
                Millions of US dollars
                ||||A01|B|A01|B|CONS_h|CONS_h|GO
                ||||Crops|Mining|Crops|Mining|Households|Households|Total output
                ||||AUS|AUS|ROW|ROW|AUS|ROW|TOT
                ||||c1|c2|c1|c2|c57|c57|c62
                A01|Crops|AUS|r1|1|2|3|4|5|6|21
                B|Mining|AUS|r2|1|1|1|1|1|1|6
                A01|Crops|ROW|r1|0|0.5|0|0|0|9.5|10
                B|Mining|ROW|r2|2|0|2|0|2|0|6
                II_fob|Total intermediate consumption|TOT|r65|4|3.5|6|5|8|16.5
                TXSP|taxes less subsidies on products|TOT|r66|1|0|0|0|3|0
                VA|Value added at basic prices|TOT|r70|16|2.5|4|1
                GO|Output at basic prices|TOT|r73|21|6|10|6
                """));
        InputOutputTable table = read.table();
        assertThat(read.source()).isEqualTo("WIOD 2016");
        assertThat(table.industries()).isEqualTo(Labels.ofRegions(List.of("AUS", "ROW"), List.of("A01", "B")));
        assertThat(table.finalDemand().categories().asList())
                .containsExactly(new Label("AUS", "CONS_h"), new Label("ROW", "CONS_h"));
        assertThat(table.valueAdded().rows()).isEqualTo(Labels.of("TXSP", "VA"));
        assertThat(table.transactions().of("ROW / A01", "AUS / B")).isEqualTo(0.5);
        assertThat(table.finalDemand().byCategory().of("ROW / A01", "ROW / CONS_h"))
                .isEqualTo(9.5);
        assertThat(table.valueAdded().of("VA", "AUS / A01")).isEqualTo(16);
        assertThat(table.grossOutput().toArray()).containsExactly(21, 6, 10, 6);
        assertThat(table.statedOutput().orElseThrow().toArray()).containsExactly(21, 6, 10, 6);
        assertThat(read.notes()).anyMatch(note -> note.contains("'TXSP: 3.00000'"));
    }
}
