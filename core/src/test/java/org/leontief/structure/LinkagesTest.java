package org.leontief.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.Germany1995;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** Backward and forward linkages: Miller and Blair 2009, section 12.2. */
class LinkagesTest {

    private static final InputOutputTable GERMANY = Germany1995.table();

    /**
     * Three sectors; the normalised linkages are printed in the course material "Advanced EEIO" of CML Leiden, notebook on supply
     * chain linkages.
     */
    private static InputOutputTable threeSectors() {
        return InputOutputTable.builder("Agriculture", "Industry", "Services")
                .unit("million EUR")
                .transactions(new double[][] {{0.6, 2.6, 0.5}, {0.8, 30.6, 7.8}, {0.9, 12.1, 23.0}})
                .finalDemand("Final demand", 1.9, 28.5, 47.8)
                .valueAdded("Value added", 3.3, 22.4, 52.5)
                .build();
    }

    private static void assertPrinted(BoundedVector linkages, double... printed) {
        assertThat(linkages.values().toArray()).containsExactly(printed, within(6e-7));
    }

    @Test
    void normalisedLinkagesAsPrinted() {
        Linkages linkages = Linkages.of(threeSectors());

        assertPrinted(linkages.normalised(LinkageMeasure.DIRECT_BACKWARD), 0.847794, 1.381212, 0.770994);
        assertPrinted(linkages.normalised(LinkageMeasure.TOTAL_BACKWARD), 0.906479, 1.244057, 0.849463);
        assertPrinted(linkages.normalised(LinkageMeasure.DIRECT_FORWARD), 1.187386, 1.04058, 0.772034);
        assertPrinted(linkages.normalised(LinkageMeasure.TOTAL_FORWARD), 1.126355, 1.028265, 0.84538);
    }

    @Test
    void whoDependsOnWhom() {
        Linkages linkages = Linkages.of(threeSectors());

        assertThat(linkages.positions())
                .extracting(SectorPosition::dependence)
                .containsExactly(Dependence.ON_INTERINDUSTRY_DEMAND, Dependence.KEY_SECTOR, Dependence.INDEPENDENT);
        assertThat(linkages.positions()).allMatch(SectorPosition::isProved);
        assertThat(linkages.keySectors())
                .singleElement()
                .satisfies(key -> assertThat(key.industry().name()).isEqualTo("Industry"));
        assertThat(Dependence.of(1.1, 0.9)).isEqualTo(Dependence.ON_INTERINDUSTRY_SUPPLY);
        assertThat(linkages.toString()).contains("Industry: backward 1.2441, forward 1.0283, KEY_SECTOR");
    }

    /** One industry is exactly average, so that no kind is certain. */
    @Test
    void whatIsAverageIsNotProvedToBeAboveOrBelow() {
        SectorPosition average =
                new SectorPosition(Label.of("A"), new Bounded(1 + 1e-15, 1e-14), new Bounded(0.5, 1e-14));

        assertThat(average.isProved()).isFalse();
    }

    /** Eurostat Manual (2008), chapter 15: backward linkages as printed. */
    @Test
    void backwardLinkagesOfTheEurostatManual() {
        assertThat(Linkages.of(GERMANY)
                        .of(LinkageMeasure.TOTAL_BACKWARD)
                        .values()
                        .toArray())
                .containsExactly(new double[] {1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782}, within(5e-5));
    }

    /**
     * United States 2003, seven sectors: A after Miller and Blair 2009, table 2.7, its inverse recomputed. Column and row sums
     * of L, without a table and so from a plan.
     */
    @Test
    void unitedStates() {
        Labels sectors =
                Labels.of("Agriculture", "Mining", "Construction", "Manufacturing", "Trade", "Services", "Other");
        TechnicalCoefficients economy =
                TechnicalCoefficients.of(sectors, Units.of("million dollars"), SparseMatrix.of(new double[][] {
                    {0.2008, 0.0, 0.0011, 0.0338, 0.0001, 0.0018, 0.0009},
                    {0.001, 0.0658, 0.0035, 0.0219, 0.0151, 0.0001, 0.0026},
                    {0.0034, 0.0002, 0.0012, 0.0021, 0.0035, 0.0071, 0.0214},
                    {0.1247, 0.0684, 0.1801, 0.2319, 0.0339, 0.0414, 0.0726},
                    {0.0855, 0.0529, 0.0914, 0.0952, 0.0645, 0.0315, 0.0528},
                    {0.0897, 0.1668, 0.1332, 0.1255, 0.1647, 0.2712, 0.1873},
                    {0.0093, 0.0129, 0.0095, 0.0197, 0.019, 0.0184, 0.0228}
                }));
        LabelledVector demand = LabelledVector.of("d", sectors, economy.units(), Dense.ones(7));
        GrossOutputPlan plan = GrossOutputPlan.of(economy, demand, SolveOptions.defaults());

        Linkages linkages = Linkages.of(plan, SolveOptions.defaults());

        assertThat(linkages.of(LinkageMeasure.TOTAL_BACKWARD).values().toArray())
                .containsExactly(
                        new double[] {
                            1.9190310132214272,
                            1.6050701806291738,
                            1.72169130156965,
                            1.9248065281771838,
                            1.4867823801158537,
                            1.607811810015572,
                            1.5985783052259752
                        },
                        within(1e-13));
        // The seventh row of L, printed with it, adds up to this.
        assertThat(linkages.of(LinkageMeasure.SENSITIVITY).of("Other"))
                .isCloseTo(
                        0.02420635339169848
                                + 0.023850922568330418
                                + 0.02307478630291692
                                + 0.0366475013175623
                                + 0.028025148190900566
                                + 0.029682508354407798
                                + 1.0338492312510519,
                        within(1e-13));
    }

    @Test
    void againstDenseInverses() {
        Linkages linkages = Linkages.of(GERMANY);
        DMatrixRMaj l = Dense.inverse(Dense.coefficients(GERMANY));
        DMatrixRMaj g = Dense.inverse(Dense.allocation(GERMANY));
        double[] ones = Dense.ones(6);
        double[] x = GERMANY.grossOutput().toArray();
        double[] backward = Dense.timesTransposed(l, ones);
        double[] forward = Dense.times(g, ones);
        double[] netBackward = new double[6];
        double[] netForward = new double[6];
        for (int i = 0; i < 6; i++) {
            netBackward[i] = backward[i] * GERMANY.finalDemand().total().at(i) / x[i];
            netForward[i] = forward[i] * GERMANY.valueAdded().columnTotals().at(i) / x[i];
        }

        assertClose(linkages, LinkageMeasure.DIRECT_BACKWARD, Dense.timesTransposed(Dense.coefficients(GERMANY), ones));
        assertClose(linkages, LinkageMeasure.TOTAL_BACKWARD, backward);
        assertClose(linkages, LinkageMeasure.DIRECT_FORWARD, Dense.times(Dense.allocation(GERMANY), ones));
        assertClose(linkages, LinkageMeasure.TOTAL_FORWARD, forward);
        assertClose(linkages, LinkageMeasure.SENSITIVITY, Dense.times(l, ones));
        assertClose(linkages, LinkageMeasure.NET_BACKWARD, netBackward);
        assertClose(linkages, LinkageMeasure.NET_FORWARD, netForward);
    }

    private static void assertClose(Linkages linkages, LinkageMeasure measure, double... expected) {
        BoundedVector found = linkages.of(measure);
        assertThat(found.values().toArray()).as(measure.name()).containsExactly(expected, within(1e-13));
        assertThat(Arrays.stream(found.errorBounds())).as(measure.name()).allMatch(bound -> bound < 1e-13);
    }

    /** With net linkages output counts once: Σ n_j x_j is total output (Oosterhaven and Stelder 2002). */
    @Test
    void netLinkagesAddUpToTotalOutput() {
        Linkages linkages = Linkages.of(GERMANY);
        for (LinkageMeasure measure : new LinkageMeasure[] {LinkageMeasure.NET_BACKWARD, LinkageMeasure.NET_FORWARD}) {
            double sum = 0;
            for (int j = 0; j < 6; j++) {
                sum += linkages.of(measure).at(j) * GERMANY.grossOutput().at(j);
            }
            assertThat(sum).isCloseTo(GERMANY.grossOutput().total(), within(1e-7));
        }
    }

    /** Rasmussen's coefficients of variation, by their definition. */
    @Test
    void variationByBothWaysThroughTheInverse() {
        DMatrixRMaj l = Dense.inverse(Dense.coefficients(GERMANY));
        for (SolveMethod method : new SolveMethod[] {SolveMethod.AUTOMATIC, SolveMethod.GAUSS_SEIDEL}) {
            LinkageVariation variation = Linkages.of(
                            Economy.of(GERMANY).plan(GERMANY.finalDemand().total()),
                            SolveOptions.defaults().withMethod(method).withTolerance(0))
                    .variation();
            for (int k = 0; k < 6; k++) {
                double[] column = new double[6];
                double[] row = new double[6];
                for (int i = 0; i < 6; i++) {
                    column[i] = l.get(i, k);
                    row[i] = l.get(k, i);
                }
                assertThat(variation.backward().at(k)).isCloseTo(variation(column), within(1e-12));
                assertThat(variation.forward().at(k)).isCloseTo(variation(row), within(1e-12));
            }
            assertThat(variation.largestErrorBound()).isLessThan(1e-12);
        }
    }

    private static double variation(double... entries) {
        double mean = Dense.sum(entries) / entries.length;
        double squares = 0;
        for (double entry : entries) {
            squares += (entry - mean) * (entry - mean);
        }
        return Math.sqrt(squares / (entries.length - 1)) / mean;
    }

    @Test
    void theTableToWrite() {
        assertThat(Linkages.of(GERMANY).toMatrix().of("Trade", "Total backward linkage"))
                .isCloseTo(1.6035, within(5e-5));
    }

    @Test
    void mistakes() {
        assertThatThrownBy(() ->
                        Linkages.of(GERMANY).positions(LinkageMeasure.TOTAL_FORWARD, LinkageMeasure.TOTAL_BACKWARD))
                .hasMessageContaining("a backward and a forward measure, in this order");
        InputOutputTable physical = InputOutputTable.builder("Coal", "Power")
                .units(Units.perLabel("t", "MWh"))
                .transactions(new double[][] {{1, 5}, {2, 3}})
                .finalDemand("Final", 4, 5)
                .build();
        assertThatThrownBy(() -> Linkages.of(physical))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("different units (t, MWh)");
    }
}
