package org.leontief.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an Excel workbook (.xlsx), one after the other; numbers as the digits that the file has. */
final class SheetRows implements RowReader {

    /** Excel's own limit is 16,384. */
    private static final int MOST_COLUMNS = 1 << 14;

    private final DataFile file;
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private @Nullable Row row;
    private long line;
    /** A sheet has no cells where a row ends early; its rows are taken to be as wide as the widest before them. */
    private int widest;

    private SheetRows(DataFile file, ReadableWorkbook workbook, Stream<Row> stream) {
        this.file = file;
        this.workbook = workbook;
        this.stream = stream;
        rows = stream.iterator();
    }

    /** Opens a sheet by name; the first if the name is empty. */
    static SheetRows open(DataFile file, String sheet) throws IOException {
        ReadableWorkbook workbook = null;
        try (InputStream in = file.open()) {
            requireHarmless(file);
            workbook = new ReadableWorkbook(in);
            return new SheetRows(file, workbook, find(file, workbook, sheet).openStream());
        } catch (IOException | RuntimeException e) {
            if (workbook != null) {
                workbook.close();
            }
            throw explained(file, e);
        }
    }

    /** The names of the sheets, in their order. */
    static List<String> names(DataFile file) throws IOException {
        try (InputStream in = file.open()) {
            requireHarmless(file);
            try (ReadableWorkbook workbook = new ReadableWorkbook(in)) {
                return workbook.getSheets().map(Sheet::getName).toList();
            }
        } catch (IOException | RuntimeException e) {
            throw explained(file, e);
        }
    }

    private static Sheet find(DataFile file, ReadableWorkbook workbook, String name) throws CsvFormatException {
        List<Sheet> sheets = workbook.getSheets().toList();
        LabelList names = new LabelList();
        for (Sheet sheet : sheets) {
            if (name.isEmpty() || sheet.getName().equals(name)) {
                return sheet;
            }
            names.add(sheet.getName());
        }
        throw fails(
                file,
                "there is no sheet " + NumberParser.quoted(name) + "; there is " + (names.isEmpty() ? "none" : names));
    }

    /**
     * A workbook is a ZIP archive whose shared texts are unpacked into memory; what it unpacks to is looked at first. The
     * sizes that an archive states are not believed.
     */
    private static void requireHarmless(DataFile file) throws IOException {
        long[] packed = {0};
        byte[] buffer = new byte[1 << 16];
        try (InputStream counted = new FilterInputStream(file.open()) {
                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        int read = super.read(target, offset, length);
                        packed[0] += Math.max(read, 0);
                        return read;
                    }
                };
                ZipInputStream zip = new ZipInputStream(counted)) {
            ExpansionGuard guard = new ExpansionGuard(zip, file.shown(), () -> packed[0]);
            boolean any = false;
            while (zip.getNextEntry() != null) {
                any = true;
                while (guard.read(buffer, 0, buffer.length) >= 0) {
                    // Only the count matters.
                }
            }
            if (!any) {
                throw Workbooks.notOne(file);
            }
        }
    }

    private static IOException explained(DataFile file, Exception e) {
        if (e instanceof CsvFormatException same) {
            return same;
        }
        return new CsvFormatException(
                file.shown(), 0, file.shown() + ": the workbook cannot be read: " + e.getMessage() + ".", e);
    }

    private static CsvFormatException fails(DataFile file, String problem) {
        return new CsvFormatException(file.shown(), 0, file.shown() + ": " + problem + ".");
    }

    @Override
    public boolean next() throws IOException {
        try {
            do {
                row = rows.hasNext() ? rows.next() : null;
            } while (row != null && row.getFirstNonEmptyCell().isEmpty());
        } catch (RuntimeException e) {
            // Whatever a damaged workbook makes the library and its parser of XML throw.
            throw explained(file, e);
        }
        if (row != null) {
            line = row.getRowNum();
            if (row.getCellCount() > MOST_COLUMNS) {
                throw fails(file, "row " + line + " has " + row.getCellCount() + " cells, more than Excel knows");
            }
            widest = Math.max(widest, row.getCellCount());
        }
        return row != null;
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public int width() {
        return widest;
    }

    @Override
    public String cell(int column) {
        Row current = current();
        Cell cell = column < current.getCellCount()
                ? current.getOptionalCell(column).orElse(null)
                : null;
        if (cell == null) {
            return "";
        }
        String text = cell.getType() == CellType.NUMBER ? cell.getRawValue() : cell.getText();
        if (text == null || text.isEmpty()) {
            // A formula that nobody has calculated is no empty cell, and no 0.
            String formula = cell.getFormula();
            return formula == null ? "" : "=" + formula;
        }
        return text;
    }

    private Row current() {
        if (row == null) {
            throw new IllegalStateException("The source stands at no row.");
        }
        return row;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
