package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.SupplyUseTableBuilder;

/**
 * Reads the input-output accounts of the United States, Bureau of Economic Analysis (BEA), at any level of detail, in million USD:
 * make and use tables, at producers' prices, and tables of the supply-use framework, supply at basic and uses at purchasers'
 * prices.
 *
 * <p>A file is a workbook (.xlsx) as BEA publishes it, one sheet a year, with titles above, codes and names beside the numbers,
 * {@code ...} for what is nothing and notes below; or a CSV file of the same rows and columns, with or without names. Labels are
 * the codes: {@code 111CA}, {@code F01000}, {@code V00100}. What the codes mean is fixed:
 *
 * <ul>
 *   <li>{@code T…}, {@code VABAS}, {@code VAPRO}, {@code Total …}: totals, which are left out; outputs and uses are compared with them;
 *   <li>{@code F…}: final demand; {@code V…}, {@code T00OTOP}, {@code T00OSUB}: value added (other subsidies are subtracted);
 *   <li>{@code MCIF}, {@code MADJ}: imports; {@code TRADE}, {@code TRANS}: margins; {@code MDTY}, {@code TOP}, {@code SUB}: taxes;
 *   <li>any other row of a make table is an industry, any other column of it or row of a supply table a product.
 * </ul>
 *
 * <p>In make and use tables imports are a negative final demand, {@code F050}; they stay that, unless an import matrix is read with
 * them, which says who uses them. Numbers are rounded to millions, so
 * that the totals that BEA states differ from the sums; the notes say by how much. Use tables at purchasers' prices (PUR) leave out
 * the trade that margins pay for and do not fit a make table: they are refused.
 *
 * <p>Source: K. J. Horowitz and M. A. Planting, <i>Concepts and Methods of the U.S. Input-Output Accounts</i>, BEA (2009), chapter
 * 4; J. A. Young et al., <i>Supply-Use Tables for the United States</i>, Survey of Current Business (2015).
 */
public final class Bea {

    static final String UNIT = "million USD";
    private static final String SOURCE = "BEA";

    private static final Pattern TOTAL = Pattern.compile("T\\d{3}|VABAS|VAPRO|(?i:total)\\b.*");
    /** What R makes of the code of a column that has none. */
    private static final Pattern NO_CODE = Pattern.compile("NA(\\.\\d+)?");

    static final Pattern FINAL_DEMAND = Pattern.compile("F\\d{2}\\w*");
    static final Pattern VALUE_ADDED = Pattern.compile("V\\d{3}\\w*|T00OTOP|T00OSUB");
    static final String OTHER_SUBSIDIES = "T00OSUB";
    static final List<String> TAXES_BY_PRODUCER = List.of("T00TOP", "T00SUB");
    private static final Set<String> IMPORTS = Set.of("MCIF", "MADJ");
    private static final Set<String> MARGINS = Set.of("TRADE", "TRANS");
    private static final Set<String> TAXES = Set.of("MDTY", "TOP", "SUB");

    private static final String OUTPUT_OF_INDUSTRY = "T018";
    private static final String SUPPLY_AT_PURCHASERS = "T016";
    private static final String USE_AT_PURCHASERS = "T019";

    /** Which of BEA's tables a file holds. */
    private enum Kind {
        MAKE("a make table"),
        USE("a use table of the make-use framework"),
        IMPORTS("an import matrix"),
        SUPPLY("a supply table"),
        USE_OF_SUPPLY("a use table of the supply-use framework");

        private final String described;

        Kind(String described) {
            this.described = described;
        }

        static Kind of(CodedTable table) {
            if (table.hasRow("VABAS") || table.hasRow("T00OTOP")) {
                return USE_OF_SUPPLY;
            }
            if (table.columns().stream().anyMatch(FINAL_DEMAND.asMatchPredicate())) {
                return table.rows().stream().anyMatch(VALUE_ADDED.asMatchPredicate()) ? USE : IMPORTS;
            }
            return table.hasColumn("MCIF") ? SUPPLY : MAKE;
        }
    }

    private Bea() {}

    /**
     * Reads make and use tables that are alone in their files.
     *
     * @param make industries × commodities, before or after redefinitions
     * @param use commodities × industries and final users, at producers' prices, redefined or not like the make table
     * @return the tables, uses at producers' prices, imports as a negative final demand, and what they could not hold
     * @throws CsvFormatException if a file is another, or the two do not have the same industries and commodities
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse readMakeUse(Path make, Path use) throws IOException {
        return readMakeUse(make, use, CsvOptions.defaults());
    }

    /**
     * Reads make and use tables that are alone in their files.
     *
     * @param make industries × commodities, before or after redefinitions
     * @param use commodities × industries and final users, at producers' prices, redefined or not like the make table
     * @param options how the text of the files is to be read; the listener that is told how far the read has come, if there is one
     * @return the tables, uses at producers' prices, imports as a negative final demand, and what they could not hold
     * @throws CsvFormatException if a file is another, or the two do not have the same industries and commodities
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse readMakeUse(Path make, Path use, CsvOptions options) throws IOException {
        Objects.requireNonNull(make, "make");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(options, "options");
        return makeUse(read(make, "", Kind.MAKE, options), read(use, "", Kind.USE, options));
    }

    /**
     * Reads the make and use tables of one year from workbooks.
     *
     * @param make the workbook of make tables
     * @param use the workbook of use tables at producers' prices
     * @param year such as 2017, the name of a sheet in both
     * @param options the listener that is told how far the read has come, if there is one
     * @return the tables, and what they could not hold
     * @throws CsvFormatException if a file is another, has no such year, or the two do not fit
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse readMakeUse(Path make, Path use, int year, CsvOptions options) throws IOException {
        Objects.requireNonNull(make, "make");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(options, "options");
        String sheet = Integer.toString(year);
        return makeUse(read(make, sheet, Kind.MAKE, options), read(use, sheet, Kind.USE, options));
    }

    /**
     * Reads make and use tables and the import matrix, which are alone in their files: of what is used, the part from abroad. Imports
     * are a column over the products then and no final demand, so that domestic and imported uses can be told apart.
     *
     * @param make industries × commodities
     * @param use commodities × industries and final users, at producers' prices
     * @param imports the import matrix of the same year and level, before redefinitions
     * @return the tables, with imported uses, and what they could not hold
     * @throws CsvFormatException if a file is another, or they do not have the same industries and commodities
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse readMakeUse(Path make, Path use, Path imports) throws IOException {
        Objects.requireNonNull(make, "make");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(imports, "imports");
        CsvOptions options = CsvOptions.defaults();
        return makeUse(
                read(make, "", Kind.MAKE, options),
                read(use, "", Kind.USE, options),
                read(imports, "", Kind.IMPORTS, options));
    }

    /**
     * Reads the make and use tables and the import matrix of one year from workbooks.
     *
     * @param make the workbook of make tables
     * @param use the workbook of use tables at producers' prices
     * @param imports the workbook of import matrices
     * @param year such as 2017, the name of a sheet in all three
     * @param options the listener that is told how far the read has come, if there is one
     * @return the tables, with imported uses, and what they could not hold
     * @throws CsvFormatException if a file is another, has no such year, or they do not fit
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse readMakeUse(Path make, Path use, Path imports, int year, CsvOptions options)
            throws IOException {
        Objects.requireNonNull(make, "make");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(imports, "imports");
        Objects.requireNonNull(options, "options");
        String sheet = Integer.toString(year);
        return makeUse(
                read(make, sheet, Kind.MAKE, options),
                read(use, sheet, Kind.USE, options),
                read(imports, sheet, Kind.IMPORTS, options));
    }

    /**
     * Reads supply and use tables that are alone in their files.
     *
     * @param supply commodities × industries at basic prices, with imports, margins and taxes
     * @param use commodities × industries and final users at purchasers' prices
     * @return the tables, uses at purchasers' prices, and what they could not hold
     * @throws CsvFormatException if a file is another, or the two do not have the same industries and commodities
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse readSupplyUse(Path supply, Path use) throws IOException {
        return readSupplyUse(supply, use, CsvOptions.defaults());
    }

    /**
     * Reads supply and use tables that are alone in their files.
     *
     * @param supply commodities × industries at basic prices, with imports, margins and taxes
     * @param use commodities × industries and final users at purchasers' prices
     * @param options how the text of the files is to be read; the listener that is told how far the read has come, if there is one
     * @return the tables, uses at purchasers' prices, and what they could not hold
     * @throws CsvFormatException if a file is another, or the two do not have the same industries and commodities
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse readSupplyUse(Path supply, Path use, CsvOptions options) throws IOException {
        Objects.requireNonNull(supply, "supply");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(options, "options");
        return supplyUse(read(supply, "", Kind.SUPPLY, options), read(use, "", Kind.USE_OF_SUPPLY, options));
    }

    /**
     * Reads the supply and use tables of one year from workbooks.
     *
     * @param supply the workbook of supply tables
     * @param use the workbook of use tables of the supply-use framework
     * @param year such as 2017, the name of a sheet in both
     * @param options the listener that is told how far the read has come, if there is one
     * @return the tables, and what they could not hold
     * @throws CsvFormatException if a file is another, has no such year, or the two do not fit
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse readSupplyUse(Path supply, Path use, int year, CsvOptions options)
            throws IOException {
        Objects.requireNonNull(supply, "supply");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(options, "options");
        String sheet = Integer.toString(year);
        return supplyUse(read(supply, sheet, Kind.SUPPLY, options), read(use, sheet, Kind.USE_OF_SUPPLY, options));
    }

    private static CodedTable read(Path path, String sheet, Kind expected, CsvOptions options) throws IOException {
        CsvOptions blankIsZero = options.withMissingAsZero("", "...");
        return Recognition.expecting(
                path,
                expected.described,
                List.of(FileLooks.BEA),
                () -> read(DataFile.of(path), sheet, expected, blankIsZero));
    }

    private static CodedTable read(DataFile file, String sheet, Kind expected, CsvOptions options) throws IOException {
        CodedTable table = CodedTable.read(file, sheet, options);
        Kind found = Kind.of(table);
        if (found != expected) {
            throw table.fails("this is not " + expected.described + "; it looks like " + found.described);
        }
        return table;
    }

    private static DatabaseSupplyUse makeUse(CodedTable make, CodedTable use, CodedTable... imports)
            throws CsvFormatException {
        return SupplyUseNotes.checked(use, () -> assembleMakeUse(make, use, List.of(imports)));
    }

    private static DatabaseSupplyUse assembleMakeUse(CodedTable make, CodedTable use, List<CodedTable> imports)
            throws CsvFormatException {
        SupplyUseNotes notes =
                new SupplyUseNotes(SOURCE + ", make and use" + (imports.isEmpty() ? "" : ", imported use"));
        for (CodedTable table :
                Stream.concat(Stream.of(make, use), imports.stream()).toList()) {
            notes.addEmptyCells(table);
            noteColumnsWithoutCode(notes, table);
        }
        List<String> industries =
                make.rows().stream().filter(code -> !isTotal(code)).toList();
        List<String> products =
                make.columns().stream().filter(code -> !isTotal(code)).toList();
        BeaUse parts = BeaUse.of(use, make, products, industries, notes);
        SupplyUseTableBuilder builder = SupplyUseTable.builder(Labels.of(products), Labels.of(industries))
                .unit(UNIT)
                .make(make.part("Make", industries, products, UNIT))
                .usesAt(PriceBasis.PRODUCERS)
                .use(parts.use())
                .finalDemand(parts.finalDemand())
                .valueAdded(parts.valueAdded());
        for (CodedTable matrix : imports) {
            BeaImports.of(matrix, make, products, industries, parts, notes).addTo(builder);
        }
        SupplyUseTable table = builder.build();
        compare(notes, table, use, industries, products, total(use, "T008", "Total Industry Output"));
        return notes.of(table);
    }

    private static DatabaseSupplyUse supplyUse(CodedTable supply, CodedTable use) throws CsvFormatException {
        return SupplyUseNotes.checked(use, () -> assembleSupplyUse(supply, use));
    }

    private static DatabaseSupplyUse assembleSupplyUse(CodedTable supply, CodedTable use) throws CsvFormatException {
        SupplyUseNotes notes = new SupplyUseNotes(SOURCE + ", supply and use");
        for (CodedTable table : List.of(supply, use)) {
            notes.addEmptyCells(table);
            noteColumnsWithoutCode(notes, table);
        }
        List<String> products =
                supply.rows().stream().filter(code -> !isTotal(code)).toList();
        List<String> industries = supply.columns().stream()
                .filter(code -> !isTotal(code) && !isIn(IMPORTS, code) && !isIn(MARGINS, code) && !isIn(TAXES, code))
                .toList();
        BeaUse parts = BeaUse.of(use, supply, products, industries, notes);
        SupplyUseTable table = SupplyUseTable.builder(Labels.of(products), Labels.of(industries))
                .unit(UNIT)
                .supply(supply.part("Supply", products, industries, UNIT))
                .imports(columns(supply, "Imports", products, IMPORTS))
                .margins(columns(supply, "Margins", products, MARGINS))
                .taxes(columns(supply, "Taxes less subsidies on products", products, TAXES))
                .usesAt(PriceBasis.PURCHASERS)
                .use(parts.use())
                .finalDemand(parts.finalDemand())
                .valueAdded(parts.valueAdded())
                .build();
        compare(notes, table, use, industries, products, total(use, OUTPUT_OF_INDUSTRY));
        if (supply.hasColumn(SUPPLY_AT_PURCHASERS)) {
            LabelledVector supplied = table.productOutput()
                    .plus(table.imports().rowTotals())
                    .plus(table.valuation().total());
            notes.addDifference(
                    "Supply at purchasers' prices",
                    SUPPLY_AT_PURCHASERS,
                    supply.column(SUPPLY_AT_PURCHASERS, products, UNIT),
                    supplied);
        }
        for (String row : TAXES_BY_PRODUCER) {
            if (use.hasRow(row)) {
                notes.addLeftOut(
                        "Row '" + row + "'",
                        use.row(row, industries, UNIT),
                        "taxes and subsidies on the products that an industry sells, which are in the columns of taxes by"
                                + " product");
            }
        }
        return notes.of(table);
    }

    /** The stated totals of uses and of industries' outputs against the sums. */
    private static void compare(
            SupplyUseNotes notes,
            SupplyUseTable table,
            CodedTable use,
            List<String> industries,
            List<String> products,
            String outputRow)
            throws CsvFormatException {
        if (!outputRow.isEmpty()) {
            notes.addDifference(
                    "Industry output", outputRow, use.row(outputRow, industries, UNIT), table.industryOutput());
        }
        String useColumn = total(use, USE_AT_PURCHASERS, "T007", "Total Commodity Output");
        if (!useColumn.isEmpty()) {
            // Imports are a negative use in the source, and a column of supply here where an import matrix was read.
            LabelledVector used = table.use()
                    .rowTotals()
                    .plus(table.finalDemand().byCategory().rowTotals());
            if (table.prices() == PriceBasis.PRODUCERS
                    && table.imports().columns().size() > 0) {
                used = used.minus(table.imports().rowTotals());
            }
            notes.addDifference("The use of a product", useColumn, use.column(useColumn, products, UNIT), used);
        }
    }

    /** The first of these totals that the table states; empty if it states none. */
    private static String total(CodedTable table, String... codes) {
        for (String code : codes) {
            if (table.hasRow(code) != table.hasColumn(code)) {
                return code;
            }
        }
        return "";
    }

    private static void noteColumnsWithoutCode(SupplyUseNotes notes, CodedTable table) {
        LabelList without = new LabelList();
        table.columns().stream().filter(NO_CODE.asMatchPredicate()).forEach(without::add);
        if (!without.isEmpty()) {
            notes.add("The columns " + without + " of " + table.name()
                    + " have no code; they are taken for totals and left" + " out.");
        }
    }

    static boolean isTotal(String code) {
        return TOTAL.matcher(code).matches() || NO_CODE.matcher(code).matches();
    }

    /** BEA writes {@code TRADE} at detail level and {@code Trade} in its summary. */
    private static boolean isIn(Set<String> codes, String code) {
        return codes.contains(code.toUpperCase(Locale.ROOT));
    }

    private static LabelledMatrix columns(CodedTable table, String name, List<String> products, Set<String> codes)
            throws CsvFormatException {
        List<String> there =
                table.columns().stream().filter(code -> isIn(codes, code)).toList();
        return table.part(name, products, there, UNIT);
    }
}
