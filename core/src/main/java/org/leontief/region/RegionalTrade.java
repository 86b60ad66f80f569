package org.leontief.region;

import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Units;
import org.leontief.solve.AccurateSum;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/**
 * Gross trade between regions, as a table records it: T[q,r] = Σ_{i in q} (Σ_{j in r} Z_ij + Σ_{c in r} Y_ic), deliveries to
 * industries and to final users. What region q delivers to itself is on the diagonal, and is no export. Products in
 * different units are not added up; exports by product can be asked for all the same. Immutable. Source: Miller and Blair
 * 2009, section 3.3.
 */
public final class RegionalTrade {

    @FunctionalInterface
    private interface RegionPair {
        boolean test(int from, int to);
    }

    /** Of a sum while it is taken, and of the number that it leaves. */
    private static final double BYTES_OF_SUM = 64;

    private final InputOutputTable table;
    private final Regions regions;
    private final double[][] toIndustries;
    private final double[][] toFinalUsers;
    private final double[][] both;

    private RegionalTrade(
            InputOutputTable table,
            Regions regions,
            double[][] toIndustries,
            double[][] toFinalUsers,
            double[][] both) {
        this.table = table;
        this.regions = regions;
        this.toIndustries = toIndustries;
        this.toFinalUsers = toFinalUsers;
        this.both = both;
    }

    static RegionalTrade of(InputOutputTable table, Regions regions) {
        int count = regions.count();
        MemoryLimitException.require(
                "Trade between " + count + " regions, with sums in doubled precision,",
                3.0 * count * count * BYTES_OF_SUM,
                "Aggregate the regions first (Concordance.ofRegions).");
        AccurateSum[][] industries = sums(count);
        AccurateSum[][] users = sums(count);
        AccurateSum[][] all = sums(count);
        table.transactions().matrix().forEach((i, j, v) -> {
            industries[regions.ofIndustry(i)][regions.ofIndustry(j)].add(v);
            all[regions.ofIndustry(i)][regions.ofIndustry(j)].add(v);
        });
        table.finalDemand().byCategory().matrix().forEach((i, c, v) -> {
            users[regions.ofIndustry(i)][regions.ofCategory(c)].add(v);
            all[regions.ofIndustry(i)][regions.ofCategory(c)].add(v);
        });
        return new RegionalTrade(table, regions, values(industries), values(users), values(all));
    }

    private static AccurateSum[][] sums(int count) {
        AccurateSum[][] sums = new AccurateSum[count][count];
        for (AccurateSum[] row : sums) {
            for (int k = 0; k < count; k++) {
                row[k] = new AccurateSum();
            }
        }
        return sums;
    }

    private static double[][] values(AccurateSum[][] sums) {
        double[][] values = new double[sums.length][sums.length];
        for (int q = 0; q < sums.length; q++) {
            for (int r = 0; r < sums.length; r++) {
                values[q][r] = sums[q][r].value();
            }
        }
        return values;
    }

    /**
     * Deliveries to industries.
     *
     * @return regions × regions, from the row's to the column's
     * @throws IllegalStateException if products are in different units
     */
    public LabelledMatrix intermediate() {
        return matrix("Trade in intermediates", toIndustries);
    }

    /**
     * Deliveries to final users.
     *
     * @return regions × regions, from the row's to the column's
     * @throws IllegalStateException if products are in different units
     */
    public LabelledMatrix forFinalUse() {
        return matrix("Trade for final use", toFinalUsers);
    }

    /**
     * All deliveries.
     *
     * @return regions × regions, from the row's to the column's
     * @throws IllegalStateException if products are in different units
     */
    public LabelledMatrix flows() {
        return matrix("Trade", both);
    }

    private LabelledMatrix matrix(String name, double[][] values) {
        return LabelledMatrix.of(name, regions.names(), regions.names(), Units.of(unit()), SparseMatrix.of(values));
    }

    /**
     * Gross exports to all other regions.
     *
     * @return by region
     * @throws IllegalStateException if products are in different units
     */
    public LabelledVector exports() {
        return byRegion("Exports", 1, 0);
    }

    /**
     * Gross imports from all other regions.
     *
     * @return by region
     * @throws IllegalStateException if products are in different units
     */
    public LabelledVector imports() {
        return byRegion("Imports", 0, 1);
    }

    /**
     * Exports less imports.
     *
     * @return by region; they add up to 0 over the world
     * @throws IllegalStateException if products are in different units
     */
    public LabelledVector balance() {
        return byRegion("Trade balance", 1, -1);
    }

    private LabelledVector byRegion(String name, int ofExports, int ofImports) {
        double[] values = new double[regions.count()];
        for (int r = 0; r < values.length; r++) {
            AccurateSum sum = new AccurateSum();
            for (int q = 0; q < values.length; q++) {
                if (q != r) {
                    sum.add(ofExports * both[r][q]);
                    sum.add(ofImports * both[q][r]);
                }
            }
            values[r] = sum.value();
        }
        return LabelledVector.of(name, regions.names(), Units.of(unit()), values);
    }

    /**
     * What one region delivers to another less what the other delivers to it.
     *
     * @param region whose balance
     * @param partner with whom
     * @return positive for a surplus
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     * @throws IllegalStateException if products are in different units
     */
    public double balance(String region, String partner) {
        unit();
        int r = regions.indexOf(region);
        int q = regions.indexOf(partner);
        return both[r][q] - both[q][r];
    }

    /**
     * Gross exports of a region to all others, by product.
     *
     * @param region the exporter
     * @return over its industries, in their units
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public LabelledVector exportsByProduct(String region) {
        int from = regions.indexOf(region);
        return byProduct("Exports of " + region, from, (q, r) -> q == from && r != from);
    }

    /**
     * Gross exports of one region to another, by product.
     *
     * @param from the exporter
     * @param to the importer
     * @return over the exporter's industries, in their units
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public LabelledVector exportsByProduct(String from, String to) {
        int exporter = regions.indexOf(from);
        int importer = regions.indexOf(to);
        return byProduct("Exports of " + from + " to " + to, exporter, (q, r) -> q == exporter && r == importer);
    }

    private LabelledVector byProduct(String name, int from, RegionPair counts) {
        double[] all = delivered(counts);
        int[] places = regions.places(from);
        double[] own = new double[places.length];
        for (int k = 0; k < own.length; k++) {
            own[k] = all[places[k]];
        }
        return LabelledVector.of(name, regions.labels(places), table.units().reorder(places), own);
    }

    /** Exports of every industry to all regions but its own. */
    double[] exportsByIndustry() {
        return delivered((from, to) -> from != to);
    }

    /** What every industry delivers between pairs of regions that are asked for. */
    private double[] delivered(RegionPair counts) {
        AccurateSum[] sums = new AccurateSum[table.industries().size()];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = new AccurateSum();
        }
        table.transactions().matrix().forEach((i, j, v) -> {
            if (counts.test(regions.ofIndustry(i), regions.ofIndustry(j))) {
                sums[i].add(v);
            }
        });
        table.finalDemand().byCategory().matrix().forEach((i, c, v) -> {
            if (counts.test(regions.ofIndustry(i), regions.ofCategory(c))) {
                sums[i].add(v);
            }
        });
        return values(sums);
    }

    private static double[] values(AccurateSum[] sums) {
        double[] values = new double[sums.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = sums[i].value();
        }
        return values;
    }

    private String unit() {
        return table.units().common();
    }

    /** Exports by region. */
    @Override
    public String toString() {
        return table.units().isUniform() ? exports().toString() : "Trade between " + regions.count() + " regions";
    }
}
