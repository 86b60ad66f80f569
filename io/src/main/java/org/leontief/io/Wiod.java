package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.leontief.io.HeadedMatrix.Shape;
import org.leontief.io.WholeTable.Part;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * Reads the World Input-Output Tables of the WIOD, releases of 2013 and 2016, one year a workbook (.xlsx; the release of 2016
 * is published as .xlsb and must be saved as .xlsx first). Million USD at basic prices.
 *
 * <p>Labels are the country and the code of the industry, {@code new Label("AUS", "AtB")} in the release of 2013 and
 * {@code new Label("AUS", "A01")} in that of 2016; categories of final demand are called by their name in 2013, which has no
 * codes for them, and by their code ({@code CONS_h}) in 2016. Rows below the industries are value added and what else lies
 * between intermediate consumption and output; subtotals are left out, output is the stated output.
 *
 * <p>What final users pay in taxes has no place in a table and is in the notes.
 *
 * <p>Source: M. P. Timmer et al., <i>An Illustrated User Guide to the World Input-Output Database</i>, Review of International
 * Economics 23 (2015).
 */
public final class Wiod {

    private static final String TABLE = "a World Input-Output Table of the WIOD";
    private static final String UNIT = "million USD";
    private static final String HOUSEHOLDS = "Final consumption expenditure by households";
    /** Codes, names, countries and numbers of columns stand above the numbers; the same of rows beside them. */
    private static final int LEVELS = 4;

    private static final int MOST_ROWS_ABOVE = 12;
    private static final Pattern NUMBER_OF_ROW = Pattern.compile("[rc]\\d+");
    private static final Map<String, Part> ROWS_BELOW =
            Map.of("r60", Part.SUBTOTAL, "r69", Part.OUTPUT, "II_fob", Part.SUBTOTAL, "GO", Part.OUTPUT);
    private static final Map<String, String> UNITS_OF_ACCOUNTS = unitsOfAccounts();

    private Wiod() {}

    /**
     * Reads one year.
     *
     * @param path the workbook, or a ZIP archive of it alone
     * @return the table, and what it could not hold
     * @throws CsvFormatException if the file is another
     * @throws IOException if it cannot be read
     */
    public static DatabaseTable read(Path path) throws IOException {
        return read(path, CsvOptions.defaults());
    }

    /**
     * Reads one year, watched.
     *
     * @param path the workbook, or a ZIP archive of it alone
     * @param options the listener that is told how far the read has come, if there is one
     * @return the table, and what it could not hold
     * @throws CsvFormatException if the file is another
     * @throws IOException if it cannot be read
     */
    public static DatabaseTable read(Path path, CsvOptions options) throws IOException {
        return Recognition.expecting(
                path,
                TABLE,
                List.of(FileLooks.WIOD),
                () -> parts(DataFile.of(path), options).build());
    }

    /**
     * Reads one year of the release of 2013 together with environmental accounts, which become the table's extensions. Whatever
     * households emit or use themselves stands under their consumption.
     *
     * @param path the workbook
     * @param year which sheet of the accounts
     * @param accounts for each account the folder or ZIP archive with a workbook for each country
     * @return the table, and what it could not hold
     * @throws CsvFormatException if a file is another, or an industry of the table is not in an account
     * @throws IOException if they cannot be read
     */
    public static DatabaseTable readWithEnvironment(Path path, int year, Path... accounts) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(accounts, "accounts");
        CsvOptions options = CsvOptions.defaults();
        MrioParts parts =
                Recognition.expecting(path, TABLE, List.of(FileLooks.WIOD), () -> parts(DataFile.of(path), options));
        for (Path account : accounts) {
            WiodEnvironment.join(
                    readEnvironment(account, year), parts.sectors(), parts.categories(), HOUSEHOLDS, parts);
        }
        return parts.build();
    }

    /**
     * Reads one environmental account of the release of 2013, one year of all countries: air emissions (AIR), CO₂ by energy carrier
     * (CO2), gross and emission-relevant energy use (EU, EM), land (LAN), materials (MAT) or water (WAT). Its workbooks, such as
     * {@code AUS_AIR_May12.xls}, are of before 2007; to read them Apache POI ({@code org.apache.poi:poi}) must be on the class path.
     *
     * <p>Labels are the country and the code of the industry, {@code new Label("AUS", "AtB")}, and {@code FC_HH} for households. Sums
     * over industries are left out; a blank cell is 0. Units are those of the sheet, and where it names none Gg of CO₂, tonnes of
     * other emissions, TJ of energy.
     *
     * <p>Source: A. Genty, I. Arto and F. Neuwahl, <i>Final database of environmental satellite accounts: technical report on their
     * compilation</i>, WIOD Deliverable 4.6 (2012).
     *
     * @param path the folder or ZIP archive of the account, or the workbook of one country
     * @param year such as 2009
     * @return stressors × industries and households of countries
     * @throws CsvFormatException if a workbook is another, or has no such year
     * @throws IOException if they cannot be read
     */
    public static LabelledMatrix readEnvironment(Path path, int year) throws IOException {
        return Recognition.expecting(
                path,
                "an environmental account of the WIOD",
                List.of(FileLooks.WIOD_ENVIRONMENT),
                () -> WiodEnvironment.read(path, year, CsvOptions.defaults()));
    }

    private static MrioParts parts(DataFile file, CsvOptions options) throws IOException {
        CsvOptions blankIsZero = options.withMissingAsZero("");
        int rowsAbove = rowsAbove(file, options);
        HeadedMatrix all = HeadedMatrix.read(file, new Shape(LEVELS, LEVELS), () -> {
            CsvSource source = CsvSource.openSheet(file, "", blankIsZero);
            for (int skipped = 0; skipped < rowsAbove - LEVELS; skipped++) {
                source.next();
            }
            return source;
        });
        boolean is2013 = all.rows().get(0).get(3).matches("c\\d+");
        MrioParts parts = new MrioParts(is2013 ? "WIOD 2013" : "WIOD 2016", file.shown());
        parts.noteEmptyCells(all);
        List<Label> rows = all.rows().stream().map(Wiod::label).toList();
        List<Label> columns = all.columns().stream().map(Wiod::label).toList();
        Map<Label, String> numberOfRow = new HashMap<>();
        for (int r = 0; r < rows.size(); r++) {
            List<String> levels = all.rows().get(r);
            numberOfRow.put(rows.get(r), levels.get(0).isEmpty() ? levels.get(3) : levels.get(0));
        }
        WholeTable.split(
                all,
                rows,
                columns,
                row -> ROWS_BELOW.getOrDefault(numberOfRow.getOrDefault(row, ""), Part.VALUE_ADDED),
                column -> column.region() == null || column.region().equals("TOT") ? Part.OUTPUT : Part.FINAL_DEMAND,
                UNIT,
                parts);
        return parts;
    }

    /** How many rows that are not blank stand above the first row of numbers. */
    private static int rowsAbove(DataFile file, CsvOptions options) throws IOException {
        try (CsvSource source = CsvSource.openSheet(file, "", options)) {
            int above = 0;
            while (source.next() && above < MOST_ROWS_ABOVE) {
                boolean isData = source.width() > LEVELS
                        && !source.cell(2).isEmpty()
                        && NUMBER_OF_ROW.matcher(source.cell(3)).matches()
                        && isNumber(source.cell(LEVELS));
                if (isData && above >= LEVELS) {
                    return above;
                }
                above++;
            }
            throw source.inFile(
                    "this is no World Input-Output Table: codes, names, countries and numbers of the industries"
                            + " are expected above the first row of numbers and beside it");
        }
    }

    private static boolean isNumber(String text) {
        return !Double.isNaN(new NumberParser(CsvOptions.defaults()).parse(text));
    }

    /** Country and code, or name where there is no code. */
    private static Label label(List<String> levels) {
        String name = levels.get(0).isEmpty() ? levels.get(1) : levels.get(0);
        String country = levels.get(2);
        return new Label(
                country.isEmpty() || country.equals("TOT") ? null : country, name.isEmpty() ? levels.get(3) : name);
    }

    /**
     * Reads the Socio-Economic Accounts (release of 2013, and of 2016 saved as .xlsx): one year, all variables, by country and
     * industry, to be joined to a table. Totals over industries are left out. Countries without accounts (RoW) are not there.
     *
     * @param path the workbook
     * @param year such as 2009
     * @return variables × industries of countries; money in millions of national currency, so that rows cannot be added up over
     *     countries
     * @throws CsvFormatException if the file is another, has no such year, or a number is missing
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix readAccounts(Path path, int year) throws IOException {
        return readAccounts(path, year, CsvOptions.defaults());
    }

    /**
     * Reads the Socio-Economic Accounts, where numbers may be missing: the published workbooks hold {@code NA}, empty cells and
     * what Excel could not compute, which {@code CsvOptions.defaults().withMissingAsZero("NA", "", "#VALUE!", "#DIV/0!")} takes
     * for 0.
     *
     * @param path the workbook
     * @param year such as 2009
     * @param options what marks a missing number
     * @return variables × industries of countries
     * @throws CsvFormatException if the file is another, or has no such year
     * @throws IOException if it cannot be read
     */
    public static LabelledMatrix readAccounts(Path path, int year, CsvOptions options) throws IOException {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(options, "options");
        return Recognition.expecting(
                path,
                "a workbook of the WIOD's Socio-Economic Accounts",
                List.of(FileLooks.WIOD_ACCOUNTS),
                () -> readAccounts(DataFile.of(path), year, options));
    }

    private static LabelledMatrix readAccounts(DataFile file, int year, CsvOptions options) throws IOException {
        try (CsvSource source = CsvSource.openSheet(file, "DATA", options)) {
            source.first();
            List<String> header = new ArrayList<>();
            for (int c = 0; c < source.width(); c++) {
                header.add(source.cell(c).toLowerCase(Locale.ROOT));
            }
            int value = Math.max(header.indexOf("_" + year), header.indexOf(Integer.toString(year)));
            int country = header.indexOf("country");
            int variable = header.indexOf("variable");
            int code = header.indexOf("code");
            if (value < 0 || country < 0 || variable < 0 || code < 0) {
                throw source.inRow("columns Country, Variable, Code and _" + year + " are expected; there are "
                        + String.join(", ", header));
            }
            List<Label> variables = new ArrayList<>();
            List<Label> industries = new ArrayList<>();
            Map<Label, Integer> placeOf = new HashMap<>();
            CellList cells = new CellList();
            while (source.next()) {
                if (source.width() <= value || source.cell(code).equals("TOT")) {
                    continue;
                }
                int row = place(variables, placeOf, Label.of(source.cell(variable)));
                int column = place(industries, placeOf, new Label(source.cell(country), source.cell(code)));
                cells.add(row, column, source.number(value), source.line());
            }
            Labels rows = Labels.ofLabels(variables);
            Labels columns = Labels.ofLabels(industries);
            List<String> units = rows.asList().stream()
                    .map(label -> UNITS_OF_ACCOUNTS.getOrDefault(label.name(), "unit of the source"))
                    .toList();
            return LabelledMatrix.of(
                    "Socio-Economic Accounts " + year,
                    rows,
                    columns,
                    Units.perLabel(units),
                    cells.toDistinct(source, rows, columns));
        }
    }

    private static int place(List<Label> labels, Map<Label, Integer> placeOf, Label label) {
        return placeOf.computeIfAbsent(label, added -> {
            labels.add(added);
            return labels.size() - 1;
        });
    }

    private static Map<String, String> unitsOfAccounts() {
        Map<String, String> units = new TreeMap<>();
        for (String money : Arrays.asList("GO", "II", "VA", "COMP", "LAB", "CAP", "GFCF", "K")) {
            units.put(money, "million of national currency");
        }
        for (String persons : Arrays.asList("EMP", "EMPE")) {
            units.put(persons, "thousand persons");
        }
        for (String hours : Arrays.asList("H_EMP", "H_EMPE")) {
            units.put(hours, "million hours");
        }
        return units;
    }
}
