package org.leontief.region;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * Gross exports of each region in nine parts: whose value added it is, where it ends up, and what is counted more than once.
 *
 * <p>In the unit of the products. The parts ({@link ExportTerm}) add up to gross exports where the rows taken are all of value
 * added, Σ_t V_t B_ts = 1; what they leave over (taxes on products, imports from outside all regions, an imbalance of the
 * table) is the {@link #remainder()}, never hidden in a part. Immutable. Source: R. Koopman, Z. Wang, S.-J. Wei, "Tracing
 * value-added and double counting in gross exports", American Economic Review 104(2) (2014), equation (36).
 */
public final class ExportDecomposition {

    private static final Labels TERMS =
            Labels.of(Arrays.stream(ExportTerm.values()).map(Enum::name).toList());

    private final Labels regions;
    private final Units unit;
    private final LabelledVector grossExports;

    /** By exporter, for every term. */
    private final Map<ExportTerm, BoundedVector> terms;

    private ExportDecomposition(LabelledVector grossExports, Map<ExportTerm, BoundedVector> terms) {
        this.regions = grossExports.labels();
        this.unit = grossExports.units();
        this.grossExports = grossExports;
        this.terms = terms;
    }

    static ExportDecomposition of(RegionalEconomy economy, RegionalAccounts valueAdded) {
        String money = economy.coefficients().units().common();
        if (!money.equals(valueAdded.unit())) {
            throw new IllegalArgumentException("'" + valueAdded.name() + "' is in " + valueAdded.unit()
                    + ", exports are in " + money
                    + "; value added is part of exports only in one unit. For what exports"
                    + " contain of anything else: accounts(\"" + valueAdded.name() + "\").inExports().");
        }
        RegionalTrade trade = economy.trade();
        Map<ExportTerm, BoundedVector> terms = new EnumMap<>(ExportTerm.class);
        new ExportTermSums(economy, valueAdded, trade)
                .compute()
                .forEach((term, sums) -> terms.put(
                        term, BoundedVector.of(term.name(), economy.regions(), Units.of(money), s -> sums[s].total())));
        return new ExportDecomposition(trade.exports().named("Gross exports"), terms);
    }

    /**
     * One part.
     *
     * @param term which
     * @return by exporter, with bounds
     */
    public BoundedVector term(ExportTerm term) {
        return Objects.requireNonNull(terms.get(term));
    }

    /**
     * All parts of the exports of one region.
     *
     * @param exporter the region
     * @return by name of the {@link ExportTerm}, in their order, with bounds
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public BoundedVector of(String exporter) {
        int s = regions.indexOf(exporter);
        Bounded[] parts = Arrays.stream(ExportTerm.values())
                .map(term -> Bounded.of(term(term), s))
                .toArray(Bounded[]::new);
        return BoundedVector.of("Exports of " + exporter, TERMS, unit, k -> parts[k]);
    }

    /**
     * What is decomposed: all that each region delivers to others.
     *
     * @return by exporter
     */
    public LabelledVector grossExports() {
        return grossExports;
    }

    /**
     * Exports of value added (parts 1 to 3): domestic value added that is absorbed abroad.
     *
     * @return by exporter, with bounds
     */
    public BoundedVector absorbedAbroad() {
        return sum(
                "Value added absorbed abroad",
                ExportTerm.DOMESTIC_IN_FINAL_EXPORTS,
                ExportTerm.DOMESTIC_ABSORBED_BY_IMPORTERS,
                ExportTerm.DOMESTIC_REEXPORTED_TO_OTHERS);
    }

    /**
     * Domestic value added that is exported and comes home (parts 4 and 5).
     *
     * @return by exporter, with bounds
     */
    public BoundedVector returnedHome() {
        return sum(
                "Value added returned home",
                ExportTerm.DOMESTIC_RETURNED_IN_FINAL_IMPORTS,
                ExportTerm.DOMESTIC_RETURNED_IN_INTERMEDIATE_IMPORTS);
    }

    /**
     * Domestic value added in exports (parts 1 to 5), each counted once.
     *
     * @return by exporter, with bounds
     */
    public BoundedVector domesticValueAdded() {
        return sum(
                "Domestic value added",
                ExportTerm.DOMESTIC_IN_FINAL_EXPORTS,
                ExportTerm.DOMESTIC_ABSORBED_BY_IMPORTERS,
                ExportTerm.DOMESTIC_REEXPORTED_TO_OTHERS,
                ExportTerm.DOMESTIC_RETURNED_IN_FINAL_IMPORTS,
                ExportTerm.DOMESTIC_RETURNED_IN_INTERMEDIATE_IMPORTS);
    }

    /**
     * Vertical specialisation (parts 7 to 9): what others added to the value of exports, double counting included.
     *
     * @return by exporter, with bounds
     */
    public BoundedVector foreignContent() {
        return sum(
                "Foreign content",
                ExportTerm.FOREIGN_IN_FINAL_EXPORTS,
                ExportTerm.FOREIGN_IN_INTERMEDIATE_EXPORTS,
                ExportTerm.FOREIGN_DOUBLE_COUNTED);
    }

    /**
     * What is in gross exports but no value added of theirs or anybody's, counted before (parts 6 and 9).
     *
     * @return by exporter, with bounds
     */
    public BoundedVector doubleCounted() {
        return sum("Double counted", ExportTerm.DOMESTIC_DOUBLE_COUNTED, ExportTerm.FOREIGN_DOUBLE_COUNTED);
    }

    /**
     * Gross exports less all nine parts: 0 but for rounding if value added and the table are complete.
     *
     * @return by exporter, with bounds
     */
    public BoundedVector remainder() {
        BoundedSum[] sums = BoundedSum.zeros(regions.size());
        for (int s = 0; s < sums.length; s++) {
            sums[s].add(grossExports.at(s));
            for (BoundedVector term : terms.values()) {
                sums[s].subtract(Bounded.of(term, s));
            }
        }
        return BoundedVector.of("Remainder", regions, unit, s -> sums[s].total());
    }

    /**
     * Exports of value added per unit of gross exports (Johnson and Noguera's VAX ratio).
     *
     * @param exporter the region
     * @return from 0 to 1 unless something is negative
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     * @throws IllegalStateException if it exports nothing, so that there is no ratio
     */
    public double valueAddedRatio(String exporter) {
        int s = regions.indexOf(exporter);
        if (grossExports.at(s) == 0) {
            throw new IllegalStateException("'" + exporter + "' exports nothing, so that there is no ratio.");
        }
        return absorbedAbroad().at(s) / grossExports.at(s);
    }

    private BoundedVector sum(String name, ExportTerm... parts) {
        BoundedSum[] sums = BoundedSum.zeros(regions.size());
        for (ExportTerm part : parts) {
            for (int s = 0; s < sums.length; s++) {
                sums[s].add(term(part), s);
            }
        }
        return BoundedVector.of(name, regions, unit, s -> sums[s].total());
    }

    /** Gross exports of the first twenty regions, and what they consist of. */
    @Override
    public String toString() {
        return RegionalLines.of(
                "Gross exports (" + unit
                        + "), and in them: value added absorbed abroad, value added returned home, domestic"
                        + " double counted, foreign content, remainder",
                List.of(
                        BoundedVector.of("Gross exports", regions, unit, s -> Bounded.exact(grossExports.at(s))),
                        absorbedAbroad(),
                        returnedHome(),
                        term(ExportTerm.DOMESTIC_DOUBLE_COUNTED),
                        foreignContent(),
                        remainder()));
    }
}
