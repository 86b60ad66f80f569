package org.leontief.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one sheet of an Excel workbook of before 2007 (.xls); of formulas what they gave when it was saved. Such a sheet has
 * at most 65,536 rows and is held in memory.
 */
final class BinarySheetRows implements RowReader {

    /** Integers below this are written without a decimal point, as Excel shows them. */
    private static final double LARGEST_INTEGER = 1e15;

    private final DataFile file;
    private final HSSFWorkbook workbook;
    private final Iterator<Row> rows;
    private @Nullable Row row;
    /** Rows end early where their last cells are blank; they are taken to be as wide as the widest before them. */
    private int widest;

    private BinarySheetRows(DataFile file, HSSFWorkbook workbook, Sheet sheet) {
        this.file = file;
        this.workbook = workbook;
        rows = sheet.iterator();
    }

    /** The names of the sheets, in their order. */
    static List<String> names(DataFile file) throws IOException {
        try (HSSFWorkbook workbook = load(file)) {
            List<String> names = new ArrayList<>();
            for (Sheet sheet : workbook) {
                names.add(sheet.getSheetName());
            }
            return names;
        }
    }

    /** Opens a sheet by name; the first if the name is empty. */
    static BinarySheetRows open(DataFile file, String name) throws IOException {
        HSSFWorkbook workbook = load(file);
        LabelList names = new LabelList();
        for (Sheet sheet : workbook) {
            if (name.isEmpty() || sheet.getSheetName().equals(name)) {
                return new BinarySheetRows(file, workbook, sheet);
            }
            names.add(sheet.getSheetName());
        }
        workbook.close();
        throw fails(
                file,
                "there is no sheet " + NumberParser.quoted(name) + "; there is " + (names.isEmpty() ? "none" : names));
    }

    private static HSSFWorkbook load(DataFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new HSSFWorkbook(in);
        } catch (CsvFormatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Whatever a damaged workbook makes the library throw.
            throw new CsvFormatException(
                    file.shown(), 0, file.shown() + ": the workbook cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static CsvFormatException fails(DataFile file, String problem) {
        return new CsvFormatException(file.shown(), 0, file.shown() + ": " + problem + ".");
    }

    @Override
    public boolean next() {
        do {
            row = rows.hasNext() ? rows.next() : null;
        } while (row != null && isBlank(row));
        if (row != null) {
            widest = Math.max(widest, row.getLastCellNum());
        }
        return row != null;
    }

    private static boolean isBlank(Row row) {
        for (Cell cell : row) {
            if (!text(cell).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long line() {
        return row == null ? 0 : row.getRowNum() + 1L;
    }

    @Override
    public int width() {
        return widest;
    }

    @Override
    public String cell(int column) {
        if (row == null) {
            throw new IllegalStateException("The source of " + file.shown() + " stands at no row.");
        }
        Cell cell = row.getCell(column);
        return cell == null ? "" : text(cell);
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case NUMERIC -> digits(cell.getNumericCellValue());
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    private static String digits(double number) {
        return number == Math.rint(number) && Math.abs(number) < LARGEST_INTEGER
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
