package org.leontief.region;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.Multipliers;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/**
 * Accounts of one extension (CO₂, labour, value added) by region, with m = s L and x_r = L y_r:
 *
 * <pre>
 * consumption  m y_r + F_Y,r                 what is embodied in the final demand of r, and what its final users emit
 * production   Σ_{i in r} F_i + F_Y,r        what is emitted in r
 * imports      Σ_{i not in r} s_i (x_r)_i    emitted elsewhere for final users of r
 * exports      Σ_{i in r} s_i Σ_{q≠r} (x_q)_i   emitted in r for final users elsewhere
 * </pre>
 *
 * <p>So consumption = production + imports − exports, for every region, and production = consumption for the world.
 * Embodied trade is counted where products finally end up, through whatever countries they pass: exports are not those of
 * trade statistics. In the unit of the extension, by region. Consumption takes one transposed solve, made at creation;
 * imports, exports and what they are made of take one solve for each region, made when first asked for and shared by all
 * accounts of an economy. Bounds hold for the coefficients as they are stored, and for each region's final demand as the
 * rounded sum of its categories. Immutable.
 *
 * <p>Source: Kanemoto, Lenzen, Peters, Moran and Geschke 2012 (multi-regional input-output, with households' own emissions
 * added to both sides); Miller and Blair 2009, chapter 10.
 */
public final class RegionalAccounts {

    /** Bytes for each industry and source: s, m and its bound, and the latter two once more where they were solved. */
    private static final double BYTES_OF_SOURCE = 40;

    private final RegionalEconomy economy;
    private final Stressor stressor;
    private final SolvedMultipliers multipliers;
    private final BoundedVector byCategory;
    private final BoundedVector embodied;
    private final BoundedVector direct;
    private final BoundedVector consumption;
    private final BoundedVector ofIndustries;
    private final BoundedVector production;
    private @Nullable List<BoundedVector> multipliersBySource;
    private @Nullable EmbodiedTrade bilateral;

    private RegionalAccounts(RegionalEconomy economy, Stressor stressor, SolvedMultipliers multipliers) {
        this.economy = economy;
        this.stressor = stressor;
        this.multipliers = multipliers;
        Regions regions = economy.partition();
        InputOutputTable table = economy.table();
        SparseMatrix y = table.finalDemand().byCategory().matrix();
        int count = regions.count();
        BoundedSum[] categories = BoundedSum.zeros(y.columns());
        BoundedSum[] embodiedSums = BoundedSum.zeros(count);
        BoundedSum[] directSums = BoundedSum.zeros(count);
        BoundedSum[] consumed = BoundedSum.zeros(count);
        BoundedSum[] made = BoundedSum.zeros(count);
        BoundedSum[] produced = BoundedSum.zeros(count);
        y.forEach((i, c, v) -> {
            int r = regions.ofCategory(c);
            categories[c].addProduct(v, multipliers.perUnit(), i);
            embodiedSums[r].addProduct(v, multipliers.perUnit(), i);
            consumed[r].addProduct(v, multipliers.perUnit(), i);
        });
        for (LabelledVector row : stressor.byFinalUsers()) {
            for (int c = 0; c < row.size(); c++) {
                int r = regions.ofCategory(c);
                categories[c].add(row.at(c));
                directSums[r].add(row.at(c));
                consumed[r].add(row.at(c));
                produced[r].add(row.at(c));
            }
        }
        for (LabelledVector row : stressor.byIndustries()) {
            for (int i = 0; i < row.size(); i++) {
                int r = regions.ofIndustry(i);
                made[r].add(row.at(i));
                produced[r].add(row.at(i));
            }
        }
        byCategory = BoundedVector.of(
                name() + ", consumption", table.finalDemand().categories(), units(), c -> categories[c].total());
        embodied = byRegion("embodied in final demand", embodiedSums);
        direct = byRegion("of final users", directSums);
        consumption = byRegion("consumption", consumed);
        ofIndustries = byRegion("of industries", made);
        production = byRegion("production", produced);
    }

    static RegionalAccounts of(RegionalEconomy economy, Stressor stressor) {
        return new RegionalAccounts(
                economy, stressor, SolvedMultipliers.of(economy.coefficients(), stressor.perUnit(), economy.options()));
    }

    /**
     * The footprint: m y_r + F_Y,r.
     *
     * @return by region, with bounds
     */
    public BoundedVector consumption() {
        return consumption;
    }

    /**
     * The footprint without what final users emit or use themselves: m y_r.
     *
     * @return by region, with bounds
     */
    public BoundedVector embodiedInConsumption() {
        return embodied;
    }

    /**
     * F_Y: what final users emit or use themselves. Part of consumption and of production, of neither imports nor exports.
     *
     * @return by region
     */
    public BoundedVector direct() {
        return direct;
    }

    /**
     * Consumption, direct use included, by category of final demand.
     *
     * @return by category, with bounds
     */
    public BoundedVector consumptionByCategory() {
        return byCategory;
    }

    /**
     * What is emitted or used in each region, by its industries and its final users, as the table records it.
     *
     * @return by region
     */
    public BoundedVector production() {
        return production;
    }

    /**
     * Production without final users: by industries alone.
     *
     * @return by region
     */
    public BoundedVector ofIndustries() {
        return ofIndustries;
    }

    /**
     * What is emitted elsewhere for final users of each region.
     *
     * @return by region, with bounds
     */
    public BoundedVector imports() {
        return bilateral().imports();
    }

    /**
     * What is emitted in each region for final users elsewhere.
     *
     * @return by region, with bounds
     */
    public BoundedVector exports() {
        return bilateral().exports();
    }

    /**
     * What each industry emits for final users of other regions.
     *
     * @return over all industries, with bounds; over a region's industries they add up to its {@link #exports()}
     */
    public BoundedVector exportsByIndustry() {
        Regions regions = economy.partition();
        List<GrossOutputPlan> plans = economy.plans();
        LabelledVector perUnit = stressor.perUnit();
        Bounded[] amounts = new Bounded[perUnit.size()];
        for (int i = 0; i < amounts.length; i++) {
            BoundedSum sum = new BoundedSum();
            for (int q = 0; q < plans.size(); q++) {
                if (q != regions.ofIndustry(i)) {
                    sum.addProduct(perUnit.at(i), plans.get(q).grossOutput(), i);
                }
            }
            amounts[i] = sum.total();
        }
        return BoundedVector.of(name() + ", exports by industry", perUnit.labels(), units(), j -> amounts[j]);
    }

    /**
     * Who emits for whom: embodied flows from region to region, and their balances.
     *
     * @return the flows; solved when first asked for, once for all accounts of the economy
     */
    public synchronized EmbodiedTrade bilateral() {
        EmbodiedTrade made = bilateral;
        if (made == null) {
            made = EmbodiedTrade.of(economy, stressor);
            bilateral = made;
        }
        return made;
    }

    /**
     * The footprint of one region in its parts: by source, by product, by category.
     *
     * @param region whose final users
     * @return the footprint; sources take one solve, made when they are first asked for
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public RegionalFootprint footprint(String region) {
        return new RegionalFootprint(
                economy, this, stressor, economy.partition().indexOf(region));
    }

    /**
     * What gross exports contain, and where that comes from.
     *
     * @return by source and exporter; one transposed solve for each region, made when first asked for and kept
     */
    public ExportContent inExports() {
        return ExportContent.of(economy, this);
    }

    /**
     * Gross exports of each region in nine parts, if this is an account of value added.
     *
     * @return the parts, which add up to gross exports where the account is of all value added; solves as {@link #inExports()}
     * @throws IllegalArgumentException if the account is not in the unit of the products
     * @throws IllegalStateException if products are in different units
     */
    public ExportDecomposition exportDecomposition() {
        return ExportDecomposition.of(economy, this);
    }

    /**
     * The accounts divided by population.
     *
     * @param population by region, positive, joined by label
     * @return such as "t per person"
     * @throws org.leontief.label.UnknownLabelException if the regions do not match
     * @throws IllegalArgumentException if a population is not positive
     */
    public AccountsPerHead perHead(LabelledVector population) {
        return AccountsPerHead.of(this, population);
    }

    /**
     * m = s L: what a unit of final demand for each product takes in all regions.
     *
     * @return by region and product, in the unit of the extension per unit of the product, with bounds
     */
    public BoundedVector multipliers() {
        return multipliers.perUnit();
    }

    /**
     * What a unit of final demand for each product takes in one region: s L with s of that region's industries alone. Over
     * all regions these add up to {@link #multipliers()}.
     *
     * @param source where it is emitted
     * @return by region and product, with bounds; solved for all sources when first asked for
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public BoundedVector multipliersFrom(String source) {
        return multipliersBySource().get(economy.partition().indexOf(source));
    }

    synchronized List<BoundedVector> multipliersBySource() {
        List<BoundedVector> made = multipliersBySource;
        if (made == null) {
            LabelledVector all = stressor.perUnit();
            MemoryLimitException.require(
                    "Multipliers by source for " + economy.partition().count() + " regions, with bounds,",
                    BYTES_OF_SOURCE * economy.partition().count() * all.size(),
                    "Ask for footprint(region).bySource() of single regions.");
            List<LabelledVector> sources = new ArrayList<>();
            for (int r = 0; r < economy.partition().count(); r++) {
                double[] own = new double[all.size()];
                for (int i : economy.partition().places(r)) {
                    own[i] = all.at(i);
                }
                sources.add(LabelledVector.of(
                        name() + " in " + economy.partition().name(r), all.labels(), all.units(), own));
            }
            made = Multipliers.ofAll(economy.coefficients(), sources, economy.options());
            multipliersBySource = made;
        }
        return made;
    }

    /**
     * World production = world consumption, but for what policies left out of the coefficients.
     *
     * @return all of them, and the relative difference
     */
    public WorldIdentity identity() {
        return new WorldIdentity(Bounded.totalOf(production), Bounded.totalOf(consumption), stressor.leftOut(), unit());
    }

    /**
     * How the accounts were reached, with the identity of the world.
     *
     * @return the report
     */
    public RegionalReport report() {
        List<String> notes = new ArrayList<>(economy.coefficients().notes());
        economy.table()
                .imports()
                .ifPresent(imports -> notes.add("The table records imports from outside its regions ("
                        + imports.products().size() + " products); what is embodied in them is in no account."));
        return new RegionalReport(name(), multipliers.report(), multipliers.certification(), identity(), notes);
    }

    /**
     * What is accounted for.
     *
     * @return the name of the row, or the names of the rows
     */
    public String name() {
        return stressor.name();
    }

    /**
     * The unit of the accounts.
     *
     * @return such as "t"
     */
    public String unit() {
        return stressor.unit();
    }

    Units units() {
        return Units.of(unit());
    }

    LabelledVector perUnit() {
        return stressor.perUnit();
    }

    Bounded embodiedIn(int region) {
        return Bounded.of(embodied, region);
    }

    private BoundedVector byRegion(String what, BoundedSum[] sums) {
        Labels names = economy.partition().names();
        return BoundedVector.of(name() + ", " + what, names, units(), r -> sums[r].total());
    }

    /** Consumption and production of the first regions, and the identity. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name() + " (" + unit() + "): consumption, production");
        int shown = Math.min(20, consumption.labels().size());
        for (int r = 0; r < shown; r++) {
            text.append("\n  ").append(consumption.labels().get(r));
            text.append("  ").append(consumption.at(r)).append("  ").append(production.at(r));
        }
        int more = consumption.labels().size() - shown;
        return text.append(more > 0 ? "\n  … and " + more + " more" : "")
                .append("\n")
                .append(identity())
                .toString();
    }
}
