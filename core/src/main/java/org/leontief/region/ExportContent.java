package org.leontief.region;

import java.util.List;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SparseMatrix;

/**
 * What gross exports contain, by where it comes from: s_t L_tq e_q for exporter q and source t, with e_q all that q delivers
 * to industries and final users of other regions. In the unit of the extension: value added, labour, CO₂.
 *
 * <p>Gross exports cross borders several times, so that what is counted here for exporters adds up to more than is earned or
 * emitted: for who emits for whom see {@link EmbodiedTrade}, for parts without double counting {@link ExportDecomposition}.
 * Immutable. Source: D. Hummels, J. Ishii, K.-M. Yi, "The nature and growth of vertical specialization in world trade",
 * Journal of International Economics 54(1) (2001), for value added; OECD, <em>Guide to OECD's Trade in Value Added
 * Indicators</em>, domestic and foreign value added content of gross exports.
 */
public final class ExportContent {

    private final RegionalEconomy economy;
    private final RegionalAccounts accounts;
    private final RegionalTrade trade;
    private final Bounded[][] content;

    private ExportContent(
            RegionalEconomy economy, RegionalAccounts accounts, RegionalTrade trade, Bounded[][] content) {
        this.economy = economy;
        this.accounts = accounts;
        this.trade = trade;
        this.content = content;
    }

    static ExportContent of(RegionalEconomy economy, RegionalAccounts accounts) {
        RegionalTrade trade = economy.trade();
        double[] exports = trade.exportsByIndustry();
        List<BoundedVector> multipliers = accounts.multipliersBySource();
        int count = multipliers.size();
        Bounded[][] content = new Bounded[count][count];
        for (int source = 0; source < count; source++) {
            for (int exporter = 0; exporter < count; exporter++) {
                BoundedSum sum = new BoundedSum();
                for (int i : economy.partition().places(exporter)) {
                    sum.addProduct(exports[i], multipliers.get(source), i);
                }
                content[source][exporter] = sum.total();
            }
        }
        return new ExportContent(economy, accounts, trade, content);
    }

    /**
     * All sources and exporters.
     *
     * @return regions × regions: from the row's, in exports of the column's; {@link #of(String)} has the bounds
     */
    public LabelledMatrix bySource() {
        double[][] values = new double[content.length][content.length];
        for (int t = 0; t < values.length; t++) {
            for (int q = 0; q < values.length; q++) {
                values[t][q] = content[t][q].value();
            }
        }
        Labels names = economy.partition().names();
        return LabelledMatrix.of(
                accounts.name() + " in exports, by source", names, names, accounts.units(), SparseMatrix.of(values));
    }

    /**
     * What the exports of a region contain.
     *
     * @param exporter the region
     * @return by source region, with bounds
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public BoundedVector of(String exporter) {
        int q = economy.partition().indexOf(exporter);
        Bounded[] column = new Bounded[content.length];
        for (int t = 0; t < column.length; t++) {
            column[t] = content[t][q];
        }
        return vector("in exports of " + exporter, column);
    }

    /**
     * What the exports of one region to another contain.
     *
     * @param exporter from where
     * @param importer to where
     * @return by source region, with bounds
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public BoundedVector of(String exporter, String importer) {
        LabelledVector exports = trade.exportsByProduct(exporter, importer);
        int[] places = economy.partition().places(economy.partition().indexOf(exporter));
        Bounded[] sums = new Bounded[content.length];
        for (int t = 0; t < sums.length; t++) {
            BoundedSum sum = new BoundedSum();
            for (int k = 0; k < places.length; k++) {
                sum.addProduct(exports.at(k), accounts.multipliersBySource().get(t), places[k]);
            }
            sums[t] = sum.total();
        }
        return vector("in exports of " + exporter + " to " + importer, sums);
    }

    /**
     * What comes from one region in each product that another exports.
     *
     * @param exporter whose products
     * @param source from where
     * @return over the exporter's industries, with bounds
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public BoundedVector byProduct(String exporter, String source) {
        LabelledVector exports = trade.exportsByProduct(exporter);
        int[] places = economy.partition().places(economy.partition().indexOf(exporter));
        BoundedVector multipliers = accounts.multipliersFrom(source);
        Bounded[] products = new Bounded[places.length];
        for (int k = 0; k < products.length; k++) {
            products[k] = new BoundedSum()
                    .addProduct(exports.at(k), multipliers, places[k])
                    .total();
        }
        return BoundedVector.of(
                accounts.name() + " from " + source + " in exports of " + exporter,
                exports.labels(),
                accounts.units(),
                k -> products[k]);
    }

    /**
     * Which industries, at home and abroad, what a region exports comes from: s_i (L e)_i.
     *
     * @param exporter the region
     * @return over all industries, with bounds; computes one plan
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public BoundedVector bySourceIndustry(String exporter) {
        int[] places = economy.partition().places(economy.partition().indexOf(exporter));
        LabelledVector exports = trade.exportsByProduct(exporter);
        LabelledVector perUnit = accounts.perUnit();
        double[] demand = new double[perUnit.size()];
        for (int k = 0; k < places.length; k++) {
            demand[places[k]] = exports.at(k);
        }
        BoundedVector outputs = GrossOutputPlan.of(
                        economy.coefficients(),
                        LabelledVector.of(
                                "Exports",
                                perUnit.labels(),
                                economy.coefficients().units(),
                                demand),
                        economy.options())
                .requireConverged()
                .grossOutput();
        Bounded[] amounts = new Bounded[demand.length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = new BoundedSum().addProduct(perUnit.at(i), outputs, i).total();
        }
        return BoundedVector.of(
                accounts.name() + " in exports of " + exporter + ", by industry",
                perUnit.labels(),
                accounts.units(),
                i -> amounts[i]);
    }

    /**
     * What each region's exports contain from the region itself.
     *
     * @return by exporter, with bounds
     */
    public BoundedVector domestic() {
        Bounded[] diagonal = new Bounded[content.length];
        for (int r = 0; r < diagonal.length; r++) {
            diagonal[r] = content[r][r];
        }
        return vector("in exports, domestic", diagonal);
    }

    /**
     * What each region's exports contain from elsewhere.
     *
     * @return by exporter, with bounds
     */
    public BoundedVector foreign() {
        Bounded[] sums = new Bounded[content.length];
        for (int q = 0; q < sums.length; q++) {
            BoundedSum sum = new BoundedSum();
            for (int t = 0; t < sums.length; t++) {
                if (t != q) {
                    sum.add(content[t][q]);
                }
            }
            sums[q] = sum.total();
        }
        return vector("in exports, foreign", sums);
    }

    /**
     * How much of what a region's exports contain comes from elsewhere: for value added, vertical specialisation.
     *
     * @param exporter the region
     * @return from 0 to 1 unless something is negative
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     * @throws IllegalStateException if its exports contain nothing, so that there is no share
     */
    public double foreignShare(String exporter) {
        int q = economy.partition().indexOf(exporter);
        double foreign = foreign().at(q);
        double all = foreign + content[q][q].value();
        if (all == 0) {
            throw new IllegalStateException("The exports of '" + exporter + "' contain no " + accounts.name()
                    + ", so that there is no share of it.");
        }
        return foreign / all;
    }

    private BoundedVector vector(String what, Bounded[] amounts) {
        return BoundedVector.of(
                accounts.name() + " " + what, economy.partition().names(), accounts.units(), r -> amounts[r]);
    }

    /** What the exports of each of the first twenty regions contain from the region itself and from elsewhere. */
    @Override
    public String toString() {
        return RegionalLines.of(
                accounts.name() + " (" + accounts.unit() + ") in exports of " + content.length
                        + " regions: domestic, foreign",
                List.of(domestic(), foreign()));
    }
}
