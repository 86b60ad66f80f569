package org.leontief.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook (.xlsx) written by hand: sheets of rows whose cells are divided by bars; formulas are not calculated. */
final class SmallWorkbook {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String PART = "application/vnd.openxmlformats-";

    private SmallWorkbook() {}

    static Path write(Path path, Map<String, String> sheets) throws IOException {
        List<Map.Entry<String, String>> inOrder = List.copyOf(new TreeMap<>(sheets).entrySet());
        StringBuilder book =
                new StringBuilder("<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, RELATIONS));
        StringBuilder places = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            for (int s = 0; s < inOrder.size(); s++) {
                book.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                        .formatted(inOrder.get(s).getKey(), s + 1, s + 1));
                places.append(relation("rId" + (s + 1), "worksheet", "worksheets/sheet" + (s + 1) + ".xml"));
                put(
                        zip,
                        "xl/worksheets/sheet" + (s + 1) + ".xml",
                        sheet(inOrder.get(s).getValue()));
            }
            put(zip, "xl/workbook.xml", book + "</sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", places + "</Relationships>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                            + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>");
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\"" + PART
                            + "package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                            + PART
                            + "officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
        }
        return path;
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATIONS, type, target);
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sheet(String rows) {
        StringBuilder sheet = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        List<String> lines = rows.lines().toList();
        for (int r = 0; r < lines.size(); r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            String[] cells = lines.get(r).split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                String place = (char) ('A' + c) + Integer.toString(r + 1);
                if (cells[c].matches("-?[0-9.]*[0-9]")) {
                    sheet.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, cells[c]));
                } else if (cells[c].startsWith("=")) {
                    sheet.append("<c r=\"%s\"><f>%s</f></c>".formatted(place, cells[c].substring(1)));
                } else if (!cells[c].isEmpty()) {
                    sheet.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, cells[c]));
                }
            }
            sheet.append("</row>");
        }
        return sheet + "</sheetData></worksheet>";
    }
}
