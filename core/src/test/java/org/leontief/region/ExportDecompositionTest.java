package org.leontief.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;

/** Nine parts of gross exports: against published parts, and against the formulas written out with inverses. */
class ExportDecompositionTest {

    /**
     * Parts that the decomposition of Wang, Wei and Zhu has in common with that of Koopman, Wang and Wei, added up over
     * industries and partners from the output that the documentation of decompr prints for its example.
     */
    @Test
    void publishedPartsOfThreeCountries() {
        ExportDecomposition parts = RegionalEconomy.of(ThreeCountries.table()).exportDecomposition("Value added");

        // DVA_FIN
        assertThat(values(parts.term(ExportTerm.DOMESTIC_IN_FINAL_EXPORTS)))
                .containsExactly(
                        new double[] {
                            13.0130022 + 5.4174515 + 0.918951,
                            18.1694090 + 20.9512373 + 4.2739675,
                            23.1560514 + 14.934129 + 40.6408278
                        },
                        within(3e-7));
        // DVA_INT + DVA_INTrexI1
        assertThat(values(parts.term(ExportTerm.DOMESTIC_ABSORBED_BY_IMPORTERS)))
                .containsExactly(
                        new double[] {
                            7.786964 + 8.0558948 + 0.4656839 + 1.54935955 + 1.05937911 + 0.05391133,
                            10.306617 + 13.0529806 + 0.8327955 + 0.86835031 + 1.08881214 + 0.0572209,
                            4.0802941 + 4.4784463 + 5.6435788 + 0.39863671 + 0.30929378 + 0.32942045
                        },
                        within(3e-7));
        // DVA_INTrexF + DVA_INTrexI2
        assertThat(values(parts.term(ExportTerm.DOMESTIC_REEXPORTED_TO_OTHERS)))
                .containsExactly(
                        new double[] {
                            3.48153856 + 3.55947452 + 0.18168696 + 0.689074047 + 0.475450753 + 0.024265939,
                            2.78690374 + 4.20211286 + 0.23693884 + 0.232032845 + 0.268355245 + 0.013709897,
                            0.75723948 + 0.93919242 + 0.86717168 + 0.076311301 + 0.051154728 + 0.057394046
                        },
                        within(1e-7));
        // OVA_FIN + MVA_FIN
        assertThat(values(parts.term(ExportTerm.FOREIGN_IN_FINAL_EXPORTS)))
                .containsExactly(
                        new double[] {
                            0.70636664 + 0.74541044 + 0.17648311 + 0.78063119 + 0.83713807 + 0.20456591,
                            1.56001837 + 2.35227588 + 0.72044567 + 1.97057264 + 2.49648684 + 1.10558686,
                            1.75553973 + 1.52522593 + 9.35824209 + 2.18840885 + 1.54064502 + 10.30093006
                        },
                        within(1e-7));
    }

    /** Every part as Koopman, Wang and Wei write it (2014, equation 36), block by block with inverses. */
    private static void assertLikeTheFormulas(InputOutputTable table) {
        DenseWorld world = new DenseWorld(table);
        ExportDecomposition parts = RegionalEconomy.of(table).exportDecomposition();
        DenseMatrix v = DenseWorld.dense(table.valueAdded()).times(DenseMatrix.inverseDiagonal(world.x));
        List<String> regions = table.industries().regions();
        DenseMatrix identity = DenseMatrix.identity(world.industries.size());
        for (String s : regions) {
            DenseMatrix own = v.times(world.keep(s)).times(world.inverse);
            DenseMatrix atHome = own.times(world.keep(s));
            DenseMatrix foreign =
                    v.times(identity.minus(world.keep(s))).times(world.inverse).times(world.keep(s));
            double[] expected = new double[9];
            DenseMatrix back = world.alone(s).times(world.keep(s));
            for (String r : regions) {
                if (r.equals(s)) {
                    continue;
                }
                DenseMatrix there = own.times(world.keep(r));
                DenseMatrix abroad = world.a.times(world.alone(r)).times(world.keep(r));
                expected[0] += atHome.times(world.demand(r)).get(0);
                expected[1] += there.times(world.demand(r)).get(0);
                for (String t : regions) {
                    if (!t.equals(s) && !t.equals(r)) {
                        expected[2] += there.times(world.demand(t)).get(0);
                    }
                }
                expected[3] += there.times(world.demand(s)).get(0);
                expected[4] +=
                        there.times(world.a).times(back).times(world.demand(s)).get(0);
                expected[5] +=
                        there.times(world.a).times(back).times(world.exports(s)).get(0);
                expected[6] += foreign.times(world.demand(r)).get(0);
                expected[7] += foreign.times(abroad).times(world.demand(r)).get(0);
                expected[8] += foreign.times(abroad).times(world.exports(r)).get(0);
            }
            assertThat(parts.of(s).values().toArray()).as(s).containsExactly(expected, within(1e-11));
            assertThat(parts.of(s).isCertified()).isTrue();
            double exports = world.exports(s).total();
            assertThat(parts.grossExports().of(s)).isCloseTo(exports, within(1e-11));
            assertThat(parts.of(s).total()).isCloseTo(exports, within(1e-11));
            assertThat(parts.remainder().of(s)).isCloseTo(0, within(1e-11));
            assertThat(parts.valueAddedRatio(s))
                    .isCloseTo((expected[0] + expected[1] + expected[2]) / exports, within(1e-12));
            assertThat(parts.domesticValueAdded().of(s))
                    .isCloseTo(expected[0] + expected[1] + expected[2] + expected[3] + expected[4], within(1e-11));
        }
    }

    @Test
    void threeCountriesByTheFormulas() {
        assertLikeTheFormulas(ThreeCountries.table());
    }

    /** Regions with 1, 2, 3 and 4 industries, none of them side by side in the table, and two categories each. */
    @Test
    void regionsWithDifferentIndustriesByTheFormulas() {
        Random random = new Random(7);
        List<Label> industries = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            for (int r = k; r < 4; r++) {
                industries.add(new Label("R" + r, "S" + k));
            }
        }
        int n = industries.size();
        double[][] z = new double[n][n];
        double[][] y = new double[n][8];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                z[i][j] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
            }
            for (int c = 0; c < 8; c++) {
                y[i][c] = 2 * random.nextDouble() - (c == 5 ? 1.5 : 0);
            }
        }
        assertLikeTheFormulas(ThreeCountries.valued(
                Labels.ofLabels(industries),
                z,
                Labels.ofRegions(List.of("R3", "R1", "R0", "R2"), List.of("Households", "Stocks")),
                y));
    }

    @Test
    void groupsOfParts() {
        ExportDecomposition parts = RegionalEconomy.of(ThreeCountries.table()).exportDecomposition();
        for (String country : ThreeCountries.COUNTRIES) {
            double[] of = parts.of(country).values().toArray();
            assertThat(parts.absorbedAbroad().of(country)).isCloseTo(of[0] + of[1] + of[2], within(1e-13));
            assertThat(parts.returnedHome().of(country)).isCloseTo(of[3] + of[4], within(1e-13));
            assertThat(parts.foreignContent().of(country)).isCloseTo(of[6] + of[7] + of[8], within(1e-13));
            assertThat(parts.doubleCounted().of(country)).isCloseTo(of[5] + of[8], within(1e-13));
        }
        // Value added absorbed abroad is what is embodied in others' consumption, found from demands instead of
        // exports.
        BoundedVector embodied = RegionalEconomy.of(ThreeCountries.table())
                .accounts("Value added")
                .exports();
        assertThat(values(parts.absorbedAbroad())).containsExactly(values(embodied), within(1e-12));
    }

    /** Value added that leaves something out shows as a remainder, in no part. */
    @Test
    void whatIsNotValueAddedIsLeftOver() {
        InputOutputTable whole = ThreeCountries.table();
        double[] valueAdded = whole.valueAdded().row("Value added").toArray();
        double[] wages = new double[9];
        double[] taxes = new double[9];
        for (int i = 0; i < 9; i++) {
            taxes[i] = 0.1 * valueAdded[i];
            wages[i] = valueAdded[i] - taxes[i];
        }
        InputOutputTable table = InputOutputTable.builder(whole.industries())
                .unit("billion USD")
                .transactions(ThreeCountries.Z)
                .finalDemand(
                        whole.finalDemand().categories(),
                        whole.finalDemand().byCategory().matrix())
                .valueAdded("Wages", wages)
                .valueAdded("Taxes", taxes)
                .extension("CO2", "t", valueAdded)
                .build();
        RegionalEconomy economy = RegionalEconomy.of(table);
        assertThat(economy.exportDecomposition().remainder().of("Turkey")).isCloseTo(0, within(1e-12));
        ExportDecomposition part = economy.exportDecomposition("Wages");
        assertThat(part.remainder().of("Turkey"))
                .isCloseTo(0.1 * part.grossExports().of("Turkey"), within(1e-12));
        assertThatThrownBy(() -> economy.exportDecomposition("CO2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'CO2' is in t, exports are in billion USD")
                .hasMessageContaining("inExports()");
    }

    private static double[] values(BoundedVector vector) {
        return vector.values().toArray();
    }
}
