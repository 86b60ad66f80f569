package org.leontief.region;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.TechnologyOptions;

/**
 * The regions of an interregional table, and what they do for each other: x = A x + Σ_r y_r, with industries and categories
 * of final demand that belong to regions.
 *
 * <pre>{@code
 * RegionalEconomy world = RegionalEconomy.of(table);
 * RegionalAccounts co2 = world.accounts("CO2");
 * co2.consumption().of("DEU");                   // the footprint
 * co2.footprint("DEU").bySourceRegion();
 * co2.bilateral().balance();
 * }</pre>
 *
 * <p>y_r, n: all deliveries, from wherever, to final users of region r; the region of a category of final demand says who
 * uses, the region of an industry who makes. Regions may have different industries. What the table records as imported from
 * outside all of its regions is not followed. Immutable, and safe to share between threads; outputs for the final demand of
 * each region are computed once. Source: Miller and Blair 2009, chapter 3; for footprints K. Kanemoto, M. Lenzen, G. P.
 * Peters, D. D. Moran, A. Geschke, "Frameworks for comparing emissions associated with production, consumption, and
 * international trade", Environ. Sci. Technol. 46 (2012).
 */
public final class RegionalEconomy {

    /** Bytes that a plan keeps for each industry: demand, outputs, bounds, and the latter two once more in its certificate. */
    private static final double BYTES_OF_PLAN = 40;

    private final InputOutputTable table;
    private final Regions regions;
    private final TechnicalCoefficients coefficients;
    private final SolveOptions options;
    private final LabelledMatrix finalDemand;
    private @Nullable List<GrossOutputPlan> plans;

    private RegionalEconomy(
            InputOutputTable table,
            Regions regions,
            TechnicalCoefficients coefficients,
            SolveOptions options,
            LabelledMatrix finalDemand) {
        this.table = table;
        this.regions = regions;
        this.coefficients = coefficients;
        this.options = options;
        this.finalDemand = finalDemand;
    }

    /**
     * The regions of a table.
     *
     * @param table industries and categories of final demand have regions
     * @return the economy, with the default policies
     * @throws IllegalArgumentException if an industry or a category has no region, or has flows but no output
     */
    public static RegionalEconomy of(InputOutputTable table) {
        return of(table, TechnologyOptions.defaults());
    }

    /**
     * The regions of a table.
     *
     * @param table industries and categories of final demand have regions
     * @param policies for zero output, dust and negative flows
     * @return the economy
     * @throws IllegalArgumentException if an industry or a category has no region, or a policy refuses what is in the table
     */
    public static RegionalEconomy of(InputOutputTable table, TechnologyOptions policies) {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(policies, "policies");
        Regions regions = Regions.of(table);
        return new RegionalEconomy(
                table,
                regions,
                TechnicalCoefficients.of(table, policies),
                SolveOptions.defaults(),
                byRegion(table, regions));
    }

    /** Y with the categories of a region added up in doubled precision. */
    private static LabelledMatrix byRegion(InputOutputTable table, Regions regions) {
        SparseMatrix y = table.finalDemand().byCategory().matrix();
        int n = y.rows();
        SparseMatrixBuilder sums = SparseMatrix.builder(n, regions.count());
        for (int r = 0; r < regions.count(); r++) {
            double[] high = new double[n];
            double[] low = new double[n];
            for (int c = 0; c < y.columns(); c++) {
                if (regions.ofCategory(c) == r) {
                    y.forEachInColumn(c, (i, category, v) -> {
                        double sum = high[i] + v;
                        double shifted = sum - high[i];
                        low[i] += (high[i] - (sum - shifted)) + (v - shifted);
                        high[i] = sum;
                    });
                }
            }
            for (int i = 0; i < n; i++) {
                sums.add(i, r, high[i] + low[i]);
            }
        }
        return LabelledMatrix.of(
                "Final demand by region", table.industries(), regions.names(), table.units(), sums.build());
    }

    /**
     * The same economy, solved in another way.
     *
     * @param newOptions how to solve from now on: tolerance, threads, a listener
     * @return a new economy that shares the prepared coefficients
     */
    public RegionalEconomy with(SolveOptions newOptions) {
        Objects.requireNonNull(newOptions, "newOptions");
        return new RegionalEconomy(table, regions, coefficients, newOptions, finalDemand);
    }

    /**
     * The regions: those of the industries in order of first appearance, then those that only have final users.
     *
     * @return their names
     */
    public Labels regions() {
        return regions.names();
    }

    /**
     * The industries of a region.
     *
     * @param region its name
     * @return their labels, in the order of the table; empty for a region that only has final users
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public Labels industries(String region) {
        Objects.requireNonNull(region, "region");
        return regions.industries(regions.indexOf(region));
    }

    /**
     * The technology of all regions together.
     *
     * @return A and S
     */
    public TechnicalCoefficients coefficients() {
        return coefficients;
    }

    /**
     * The recipes of a region, with what they take from home and from abroad apart.
     *
     * @param region its name
     * @return blocks of A
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public RegionalCoefficients coefficients(String region) {
        Objects.requireNonNull(region, "region");
        return new RegionalCoefficients(regions, coefficients.matrix(), regions.indexOf(region));
    }

    /**
     * y_r: what final users of each region get, from all regions, all categories together.
     *
     * @return industries × regions, in the units of the industries
     */
    public LabelledMatrix finalDemand() {
        return finalDemand;
    }

    /**
     * Accounts of an extension or a row of value added: by consumption, by production, imports and exports.
     *
     * @param rows such as "CO2"; several rows in one unit are added up
     * @return the accounts; one transposed solve
     * @throws org.leontief.label.UnknownLabelException if there is no such row, with the nearest
     * @throws IllegalArgumentException if rows are in different units, or none or one twice is named
     * @throws org.leontief.technology.NotViableException if the economy is proved not to be viable
     * @throws IllegalStateException if the solver stopped before it was done; the message holds its report
     */
    public RegionalAccounts accounts(String... rows) {
        Objects.requireNonNull(rows, "rows");
        return RegionalAccounts.of(this, Stressor.of(table, coefficients, Arrays.asList(rows)));
    }

    /**
     * The footprint of each region: what is embodied in what its final users get, and what they emit or use themselves.
     *
     * @param rows such as "CO2"; several rows in one unit are added up
     * @return {@link RegionalAccounts#consumption()}, with bounds
     */
    public BoundedVector footprints(String... rows) {
        Objects.requireNonNull(rows, "rows");
        return accounts(rows).consumption();
    }

    /**
     * Gross trade between regions, for industries and final users.
     *
     * @return exports, imports and balances as the table records them
     */
    public RegionalTrade trade() {
        return RegionalTrade.of(table, regions);
    }

    /**
     * Gross exports of each region in nine parts, by who added the value and where it ends up.
     *
     * @param rowsOfValueAdded such as "Wages", "Taxes" and "Surplus", which together are all value added; none for all rows
     *     of value added in the table
     * @return the parts, which add up to gross exports; one transposed solve for each region
     * @throws IllegalArgumentException if the table has no value added, or it is not in the unit of the products
     * @throws IllegalStateException if products are in different units
     */
    public ExportDecomposition exportDecomposition(String... rowsOfValueAdded) {
        return accounts(rowsOfValueAdded.length > 0 ? rowsOfValueAdded : allValueAdded())
                .exportDecomposition();
    }

    private String[] allValueAdded() {
        Labels rows = table.valueAdded().rows();
        if (rows.size() == 0) {
            throw new IllegalArgumentException(
                    "The table has no value added, so that nothing says who earns from exports. Add"
                            + " it: InputOutputTable.builder(…).valueAdded(\"Value added\", amounts); where a source has none, it is"
                            + " what an industry's output exceeds its inputs by.");
        }
        return IntStream.range(0, rows.size())
                .mapToObj(k -> rows.get(k).toString())
                .toArray(String[]::new);
    }

    /**
     * What a region's final demand sets in motion at home and abroad, and what comes back.
     *
     * @param region where the products are made
     * @param amounts final demand for products of the region, by name as in the region: "Steel"
     * @return outputs in all regions, and in a model of the region alone
     * @throws org.leontief.label.UnknownLabelException if there is no such region or product, with the nearest
     */
    public InterregionalFeedback feedback(String region, Map<String, Double> amounts) {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(amounts, "amounts");
        int r = regions.indexOf(region);
        return InterregionalFeedback.of(
                this, r, LabelledVector.of("Final demand", regions.industries(r), unitsOf(r), amounts));
    }

    InputOutputTable table() {
        return table;
    }

    Regions partition() {
        return regions;
    }

    SolveOptions options() {
        return options;
    }

    Units unitsOf(int region) {
        return coefficients.units().reorder(regions.places(region));
    }

    /** x_r = A x_r + y_r by consuming region. */
    synchronized List<GrossOutputPlan> plans() {
        List<GrossOutputPlan> made = plans;
        if (made == null) {
            int count = regions.count();
            MemoryLimitException.require(
                    "Outputs for the final demand of " + count + " regions, with bounds,",
                    BYTES_OF_PLAN * count * table.industries().size(),
                    "Ask for accounts.footprint(region) of single regions.");
            made = GrossOutputPlan.all(
                    coefficients,
                    IntStream.range(0, count).mapToObj(this::demandOf).toList(),
                    options);
            made.forEach(GrossOutputPlan::requireConverged);
            plans = made;
        }
        return made;
    }

    LabelledVector demandOf(int region) {
        return finalDemand.column(regions.name(region));
    }

    /** How many regions, and what they are made of. */
    @Override
    public String toString() {
        return "Economy of " + regions.count() + " regions: " + coefficients;
    }
}
