package org.leontief.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;

/**
 * Reads the supply and use tables of one country and year in Eurostat's codes, each as a wide file: products ({@code CPA_A01})
 * in the rows, industries ({@code A01}) and further columns beside each other; a text file, or the first sheet of a workbook
 * (.xlsx). Titles above, notes below and a column of names beside the codes do not matter.
 *
 * <ul>
 *   <li>Supply (naio_10_cp15): industries, imports {@code P7} or its parts {@code P7_S…}, margins {@code OTTM}, taxes less subsidies
 *       on products {@code D21X31}, totals {@code TOTAL}, {@code P1}, {@code TS_BP}, {@code TS_PP}.
 *   <li>Use (naio_10_cp16 at purchasers' prices, naio_10_cp1610 at basic prices): industries, final users {@code P3…}, {@code P5…},
 *       {@code P6…}, totals {@code TOTAL}, {@code TFU}, {@code TU}; below the products {@code D1}, {@code D29X39}, {@code B2A3G} or
 *       their parts, and totals. A row {@code D21X31}, taxes on the products that industries use, is what a table at basic prices
 *       has below its products: uses are then basic, without it at purchasers' prices.
 * </ul>
 *
 * <p>Where a file has a total and its parts ({@code P3} and {@code P3_S13}, {@code P3_S14}, {@code P3_S15}), the parts are taken if
 * they add up to the total within one part in ten thousand, and the total otherwise; without a total, those that are there. Where products or industries of two levels
 * stand in one file, they add up to more than the total that it states, and it is refused. Eurostat marks what is not published
 * with a colon: {@code CsvOptions.defaults().withMissingAsZero(":")} takes that for 0.
 *
 * <p>Source: Regulation (EU) No 549/2013 (ESA 2010), annex B, tables 1500 and 1600; Eurostat, <i>Manual of Supply, Use and
 * Input-Output Tables</i> (2008), chapters 4 and 5.
 */
public final class EurostatSupplyUse {

    private static final String CPA = "CPA_";
    private static final Pattern INDUSTRY = Pattern.compile("[A-U](\\d\\d[A-Z]?([-_][A-Z]?\\d\\d)?)?");
    private static final Pattern FINAL_USE = Pattern.compile("P[356]([A-Z0-9_].*)?");
    private static final Pattern IMPORTS = Pattern.compile("P7(_.*)?");
    private static final String MARGINS = "OTTM";
    private static final String TAXES = "D21X31";
    private static final Set<String> TOTALS =
            Set.of("TOTAL", "CPA_TOTAL", "P1", "P2", "B1G", "TS_BP", "TS_PP", "TU", "TFU");
    /** Cif to fob, and purchases of residents abroad and of others here: rows that are no products. */
    private static final Set<String> ADJUSTMENTS = Set.of("OP_RES", "OP_NRES", "P33", "P34", "P2_ADJ");

    private static final List<String> FINAL_USES = List.of("P3", "P5", "P6");
    private static final List<String> PRIMARY_INPUTS = List.of("D1", "D29X39", "B2A3G", TAXES);
    private static final double AGREEMENT = 1e-4;

    /** What a total may consist of, finest first. */
    private static final Map<String, List<List<String>>> PARTS = Map.of(
            "P3", List.of(List.of("P3_S14", "P3_S15", "P3_S13")),
            "P5", List.of(List.of("P51G", "P5M")),
            "P5M", List.of(List.of("P52", "P53"), List.of("P52_P53"), List.of("P52")),
            "P6", List.of(List.of("P6_S21", "P6_S22"), List.of("P6_B0", "P6_D0")),
            "P6_S21", List.of(List.of("P6_S2111", "P6_S2112")),
            "P7", List.of(List.of("P7_S21", "P7_S22"), List.of("P7_B0", "P7_D0")),
            "P7_S21", List.of(List.of("P7_S2111", "P7_S2112")),
            "D1", List.of(List.of("D11", "D12")),
            "D29X39", List.of(List.of("D29", "D39")),
            "B2A3G", List.of(List.of("P51C", "B2A3N")));

    private final CodedTable supply;
    private final CodedTable use;
    private final String unit;
    private final SupplyUseNotes notes;
    private final List<String> products;
    private final List<String> industries;

    private EurostatSupplyUse(CodedTable supply, CodedTable use, String unit) throws CsvFormatException {
        this.supply = supply;
        this.use = use;
        this.unit = unit;
        notes = new SupplyUseNotes("Eurostat, supply and use");
        products = products(supply);
        industries = industries(supply, IMPORTS);
        use.requireSame("products", products(use), supply, products);
        use.requireSame("industries", industries(use, FINAL_USE), supply, industries);
    }

    /**
     * Reads comma-separated files or workbooks in which nothing is missing.
     *
     * @param supply the supply table
     * @param use the use table of the same country and year
     * @param unit of both, such as "million EUR"
     * @return the tables, and what they could not hold
     * @throws CsvFormatException if a file is another, mixes levels, or the two do not have the same products and industries
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse read(Path supply, Path use, String unit) throws IOException {
        return read(supply, use, unit, CsvOptions.defaults());
    }

    /**
     * Reads files with another delimiter, decimal mark or mark for what is missing.
     *
     * @param supply the supply table
     * @param use the use table of the same country and year
     * @param unit of both, such as "million EUR"
     * @param options how the text of both is to be read
     * @return the tables, and what they could not hold
     * @throws CsvFormatException if a file is another, mixes levels, or the two do not have the same products and industries
     * @throws IOException if a file cannot be read
     */
    public static DatabaseSupplyUse read(Path supply, Path use, String unit, CsvOptions options) throws IOException {
        Objects.requireNonNull(supply, "supply");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(options, "options");
        CodedTable supplied = read(supply, options);
        CodedTable used = read(use, options);
        return SupplyUseNotes.checked(used, () -> new EurostatSupplyUse(supplied, used, unit).build());
    }

    private static CodedTable read(Path path, CsvOptions options) throws IOException {
        return Recognition.expecting(
                path, "a supply or use table in Eurostat's codes", List.of(FileLooks.EUROSTAT), () -> {
                    CodedTable table = CodedTable.read(DataFile.of(path), "", options);
                    products(table);
                    return table;
                });
    }

    private static List<String> products(CodedTable table) throws CsvFormatException {
        List<String> products = table.rows().stream()
                .filter(code -> code.startsWith(CPA) && !TOTALS.contains(code))
                .toList();
        if (products.isEmpty()) {
            throw table.fails("no row has a code of the CPA, such as 'CPA_A01'. Maybe products are in the columns?");
        }
        return products;
    }

    private static List<String> industries(CodedTable table, Pattern beside) throws CsvFormatException {
        List<String> industries = new ArrayList<>();
        LabelList unknown = new LabelList();
        for (String code : table.columns()) {
            boolean isKnown = TOTALS.contains(code)
                    || code.equals(MARGINS)
                    || code.equals(TAXES)
                    || beside.matcher(code).matches();
            if (!isKnown
                    && INDUSTRY.matcher(code).matches()
                    && !FINAL_USE.matcher(code).matches()) {
                industries.add(code);
            } else if (!isKnown) {
                unknown.add(code);
            }
        }
        if (!unknown.isEmpty()) {
            throw table.fails(
                    "the columns " + unknown + " are neither industries in codes of the NACE, such as 'C10-12',"
                            + " nor what else such a table has. Maybe supply and use were exchanged?");
        }
        return industries;
    }

    private DatabaseSupplyUse build() throws CsvFormatException {
        for (CodedTable table : List.of(supply, use)) {
            notes.addEmptyCells(table);
            for (String row : table.rows()) {
                if (ADJUSTMENTS.contains(row)) {
                    notes.addLeftOut(
                            "Row '" + row + "' of " + table.name(),
                            table.row(row, table.columns(), unit),
                            "an adjustment, which is no product");
                }
            }
        }
        PriceBasis basis = use.hasRow(TAXES) ? PriceBasis.BASIC : PriceBasis.PURCHASERS;
        SupplyUseTable table = SupplyUseTable.builder(Labels.of(products), Labels.of(industries))
                .unit(unit)
                .supply(supply.part("Supply", products, industries, unit))
                .imports(supply.part("Imports", products, columns(supply, List.of("P7"), IMPORTS), unit))
                .margins(supply.part("Margins", products, there(supply, MARGINS), unit))
                .taxes(supply.part("Taxes less subsidies on products", products, there(supply, TAXES), unit))
                .usesAt(basis)
                .use(use.part("Use", products, industries, unit))
                .finalDemand(use.part("Final demand", products, columns(use, FINAL_USES, FINAL_USE), unit))
                .valueAdded(use.part("Value added", primaryInputs(), industries, unit))
                .build();
        compare(table);
        return notes.of(table);
    }

    private static List<String> there(CodedTable table, String column) {
        return table.hasColumn(column) ? List.of(column) : List.of();
    }

    /** The finest columns that add up to the totals. */
    private List<String> columns(CodedTable table, List<String> totals, Pattern kind) throws CsvFormatException {
        List<String> chosen = new ArrayList<>();
        for (String total : totals) {
            chosen.addAll(chosen(total, code -> table.hasColumn(code) ? table.column(code, products, unit) : null));
        }
        List<String> others = table.columns().stream()
                .filter(code -> kind.matcher(code).matches() && !chosen.contains(code))
                .toList();
        noteOthers("columns", table, others, chosen);
        return chosen;
    }

    private List<String> primaryInputs() throws CsvFormatException {
        List<String> chosen = new ArrayList<>();
        for (String total : PRIMARY_INPUTS) {
            chosen.addAll(chosen(total, code -> use.hasRow(code) ? use.row(code, industries, unit) : null));
        }
        noteOthers(
                "rows",
                use,
                use.rows().stream()
                        .filter(code -> !code.startsWith(CPA)
                                && !TOTALS.contains(code)
                                && !ADJUSTMENTS.contains(code)
                                && !chosen.contains(code))
                        .toList(),
                chosen);
        return chosen;
    }

    private void noteOthers(String side, CodedTable table, List<String> others, List<String> chosen) {
        if (!others.isEmpty()) {
            LabelList listed = new LabelList();
            others.forEach(listed::add);
            notes.add("The " + side + " " + listed + " of " + table.name() + " are left out; taken are "
                    + String.join(", ", chosen) + ".");
        }
    }

    /** The amounts of a row or column; null if there is none such. */
    @FunctionalInterface
    private interface Amounts {
        @Nullable
        LabelledVector of(String code) throws CsvFormatException;
    }

    private static List<String> chosen(String total, Amounts amounts) throws CsvFormatException {
        LabelledVector stated = amounts.of(total);
        List<String> some = List.of();
        for (List<String> alternative : PARTS.getOrDefault(total, List.of())) {
            List<String> parts = new ArrayList<>();
            boolean isWhole = true;
            for (String part : alternative) {
                List<String> finer = chosen(part, amounts);
                isWhole = isWhole && !finer.isEmpty();
                parts.addAll(finer);
            }
            if (isWhole && (stated == null || addUp(stated, parts, amounts))) {
                return parts;
            }
            some = some.isEmpty() ? parts : some;
        }
        // Without a total nothing else holds the parts that are there.
        return stated == null ? some : List.of(total);
    }

    private static boolean addUp(LabelledVector stated, List<String> parts, Amounts amounts) throws CsvFormatException {
        double[] difference = stated.toArray();
        double turnover = 0;
        for (double amount : difference) {
            turnover += Math.abs(amount);
        }
        for (String part : parts) {
            LabelledVector some = amounts.of(part);
            for (int i = 0; some != null && i < difference.length; i++) {
                difference[i] -= some.at(i);
            }
        }
        double apart = 0;
        for (double amount : difference) {
            apart += Math.abs(amount);
        }
        return apart <= AGREEMENT * turnover;
    }

    /** The sums against the totals that the files state; two levels of products or industries in one file are refused. */
    private void compare(SupplyUseTable table) throws CsvFormatException {
        if (supply.hasColumn("TOTAL")) {
            LabelledVector stated = supply.column("TOTAL", products, unit);
            requireOneLevel("industries", stated.total(), table.productOutput().total());
            notes.addDifference("Product output", "TOTAL", stated, table.productOutput());
        }
        for (String row : List.of("CPA_TOTAL", "TOTAL")) {
            if (supply.hasRow(row)) {
                LabelledVector stated = supply.row(row, industries, unit);
                requireOneLevel(
                        "products", stated.total(), table.industryOutput().total());
                notes.addDifference("Industry output", row, stated, table.industryOutput());
            }
        }
        LabelledMatrix y = table.finalDemand().byCategory();
        if (use.hasColumn("TFU")) {
            notes.addDifference("Final use", "TFU", use.column("TFU", products, unit), y.rowTotals());
        }
        if (use.hasColumn("TU")) {
            notes.addDifference(
                    "The use of a product",
                    "TU",
                    use.column("TU", products, unit),
                    table.use().rowTotals().plus(y.rowTotals()));
        }
        if (use.hasRow("P1")) {
            notes.addDifference("Industry output", "P1", use.row("P1", industries, unit), table.industryOutput());
        }
    }

    private void requireOneLevel(String what, double stated, double sum) throws CsvFormatException {
        if (Math.abs(sum - stated) > 0.01 * Math.abs(stated)) {
            throw supply.fails("the " + what + " add up to " + sum + " where the file states " + stated
                    + " in total. Maybe " + what
                    + " of two levels stand beside each other, such as 'B' and 'B05'? Keep one"
                    + " of them");
        }
    }
}
