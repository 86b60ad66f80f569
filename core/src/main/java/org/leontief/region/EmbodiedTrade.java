package org.leontief.region;

import java.util.List;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SparseMatrix;

/**
 * Who emits, works or earns for whom: E[q,r] = Σ_{i in q} s_i (L y_r)_i, what is emitted in region q for the final users of
 * region r, through whatever other regions the products pass. In the unit of the extension. What final users emit
 * themselves is in no flow. Immutable.
 */
public final class EmbodiedTrade {

    private final String name;
    private final Labels regions;
    private final Units units;
    private final Bounded[][] flows;

    private EmbodiedTrade(String name, Labels regions, Units units, Bounded[][] flows) {
        this.name = name;
        this.regions = regions;
        this.units = units;
        this.flows = flows;
    }

    static EmbodiedTrade of(RegionalEconomy economy, Stressor stressor) {
        Regions regions = economy.partition();
        List<GrossOutputPlan> plans = economy.plans();
        Bounded[][] flows = new Bounded[regions.count()][regions.count()];
        for (int to = 0; to < flows.length; to++) {
            BoundedVector outputs = plans.get(to).grossOutput();
            for (int from = 0; from < flows.length; from++) {
                BoundedSum sum = new BoundedSum();
                for (int i : regions.places(from)) {
                    sum.addProduct(stressor.perUnit().at(i), outputs, i);
                }
                flows[from][to] = sum.total();
            }
        }
        return new EmbodiedTrade(stressor.name(), regions.names(), Units.of(stressor.unit()), flows);
    }

    /**
     * What is emitted in one region for the final users of another, or of itself.
     *
     * @param from where it is emitted
     * @param to whose final users it is for
     * @return with its bound
     * @throws org.leontief.label.UnknownLabelException if there is no such region, with the nearest
     */
    public Bounded flow(String from, String to) {
        return flows[regions.indexOf(from)][regions.indexOf(to)];
    }

    /**
     * All flows.
     *
     * @return regions × regions: from the row's, for the column's; {@link #flow} has the bounds
     */
    public LabelledMatrix flows() {
        double[][] values = new double[flows.length][flows.length];
        for (int from = 0; from < flows.length; from++) {
            for (int to = 0; to < flows.length; to++) {
                values[from][to] = flows[from][to].value();
            }
        }
        return LabelledMatrix.of(name + ", from row to column", regions, regions, units, SparseMatrix.of(values));
    }

    /**
     * What is emitted in one region for the final users of each.
     *
     * @param region where it is emitted
     * @return by consuming region, with bounds
     */
    public BoundedVector from(String region) {
        return BoundedVector.of(name + " from " + region, regions, units, s -> flows[regions.indexOf(region)][s]);
    }

    /**
     * What is emitted in each region for the final users of one.
     *
     * @param region whose final users
     * @return by source region, with bounds
     */
    public BoundedVector to(String region) {
        int to = regions.indexOf(region);
        Bounded[] column = new Bounded[flows.length];
        for (int from = 0; from < column.length; from++) {
            column[from] = flows[from][to];
        }
        return BoundedVector.of(name + " for " + region, regions, units, r -> column[r]);
    }

    /**
     * What is emitted in each region for its own final users.
     *
     * @return by region, with bounds
     */
    public BoundedVector domestic() {
        Bounded[] diagonal = new Bounded[flows.length];
        for (int r = 0; r < diagonal.length; r++) {
            diagonal[r] = flows[r][r];
        }
        return BoundedVector.of(name + ", domestic", regions, units, r -> diagonal[r]);
    }

    /**
     * What is emitted in each region for final users elsewhere.
     *
     * @return by region, with bounds
     */
    public BoundedVector exports() {
        return byRegion("exports", 1, 0);
    }

    /**
     * What is emitted elsewhere for final users of each region.
     *
     * @return by region, with bounds
     */
    public BoundedVector imports() {
        return byRegion("imports", 0, 1);
    }

    /**
     * Exports less imports: production less consumption.
     *
     * @return by region, with bounds; they add up to 0 over the world
     */
    public BoundedVector balance() {
        return byRegion("balance", 1, -1);
    }

    private BoundedVector byRegion(String what, int ofExports, int ofImports) {
        BoundedSum[] sums = BoundedSum.zeros(flows.length);
        for (int r = 0; r < sums.length; r++) {
            for (int q = 0; q < sums.length; q++) {
                if (q != r) {
                    sums[r].addProduct(ofExports, flows[r][q]).addProduct(ofImports, flows[q][r]);
                }
            }
        }
        return BoundedVector.of(name + ", " + what, regions, units, r -> sums[r].total());
    }

    /**
     * What one region emits for another less what the other emits for it.
     *
     * @param region whose balance
     * @param partner with whom
     * @return positive if the region emits more for the partner than the partner for it; with its bound
     */
    public Bounded balance(String region, String partner) {
        return new BoundedSum()
                .add(flow(region, partner))
                .subtract(flow(partner, region))
                .total();
    }

    /** What each of the first twenty regions emits for itself, for others, and others for it. */
    @Override
    public String toString() {
        return RegionalLines.of(
                name + " (" + units + ") embodied in trade of " + flows.length
                        + " regions: domestic, exports, imports, balance",
                List.of(domestic(), exports(), imports(), balance()));
    }
}
