package org.leontief.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.Germany1995;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.TotalsPolicy;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;
import org.leontief.value.PriceModel;

/** The supply-driven model: Miller and Blair 2009, section 12.1. */
class GhoshModelTest {

    /** After Miller and Blair 2009, section 12.1, with two digits more in B than printed. */
    private static InputOutputTable twoSectors() {
        return InputOutputTable.builder("Agriculture", "Manufacturing")
                .unit("million dollars")
                .transactions(new double[][] {{150, 500}, {200, 100}})
                .finalDemand("Final demand", 350, 1700)
                .valueAdded("Value added", 650, 1400)
                .build();
    }

    @Test
    void allocationAndInverseOfTheTextbook() {
        GhoshModel model = GhoshModel.of(twoSectors());
        LabelledMatrix b = model.allocation().matrix();
        GhoshInverse g = model.inverse();

        assertThat(b.of("Agriculture", "Agriculture")).isEqualTo(0.15);
        assertThat(b.of("Agriculture", "Manufacturing")).isEqualTo(0.5);
        assertThat(b.of("Manufacturing", "Agriculture")).isEqualTo(0.1);
        assertThat(b.of("Manufacturing", "Manufacturing")).isEqualTo(0.05);
        assertThat(g.of("Agriculture", "Agriculture")).isCloseTo(1.2541, within(5e-5));
        assertThat(g.of("Agriculture", "Manufacturing")).isCloseTo(0.6601, within(5e-5));
        assertThat(g.of("Manufacturing", "Agriculture")).isCloseTo(0.1320, within(5e-5));
        assertThat(g.of("Manufacturing", "Manufacturing")).isCloseTo(1.1221, within(5e-5));
        assertThat(g.largestErrorBound()).isLessThan(1e-14);
        assertThat(g.toMatrix().of("Manufacturing", "Agriculture")).isEqualTo(g.of("Manufacturing", "Agriculture"));
    }

    /** v (I − B)⁻¹ with 1/det = 1/(0.85 · 0.95 − 0.05): by hand for v = (750, 1400). */
    @Test
    void moreValueAddedInAgriculture() {
        GhoshModel model = GhoshModel.of(twoSectors());

        BoundedVector x = model.grossOutput(model.valueAdded().with("Agriculture", 750));

        double determinant = 0.85 * 0.95 - 0.5 * 0.1;
        assertThat(x.of("Agriculture")).isCloseTo((750 * 0.95 + 1400 * 0.1) / determinant, within(1e-10));
        assertThat(x.of("Manufacturing")).isCloseTo((750 * 0.5 + 1400 * 0.85) / determinant, within(1e-10));
        assertThat(x.isCertified()).isTrue();
        assertThat(x.values().units()).isEqualTo(Units.of("million dollars"));
    }

    /** Eurostat Manual (2008), chapter 15, as printed. */
    @Test
    void agricultureInTheEurostatManual() {
        GhoshInverse inverse = GhoshModel.of(Germany1995.table()).inverse();
        double[] printed = {1.0339, 0.0118, 0.0037, 0.0103, 0.0117, 0.0043};

        for (int i = 0; i < printed.length; i++) {
            assertThat(inverse.of(inverse.industries().get(i).toString(), "Agriculture"))
                    .isCloseTo(printed[i], within(5e-5));
        }
    }

    @Test
    void theBaseYearComesBack() {
        InputOutputTable table = Germany1995.table();
        GhoshModel model = GhoshModel.of(table);

        BoundedVector x = model.grossOutput(model.valueAdded());

        for (int i = 0; i < x.labels().size(); i++) {
            assertThat(x.at(i)).isCloseTo(table.grossOutput().at(i), within(x.errorBoundAt(i) + 1e-9));
            assertThat(x.errorBoundAt(i)).isLessThan(1e-8);
        }
        assertThat(model.unrecorded().toArray()).containsOnly(0.0);
    }

    /** Dietzenbacher 1997: p_j = x'_j / x_j are the prices of the cost-push model p = p A + v. */
    @Test
    void asPricesItIsTheCostPushModel() {
        InputOutputTable table = Germany1995.table();
        GhoshModel model = GhoshModel.of(table);
        LabelledVector dearer = model.valueAdded().scale("Agriculture", 1.2).plus("Trade", -5000);

        BoundedVector prices = model.prices(dearer);

        double[] perUnit = dearer.toArray();
        for (int j = 0; j < perUnit.length; j++) {
            perUnit[j] /= table.grossOutput().at(j);
        }
        BoundedVector costPush = PriceModel.of(
                        Economy.of(table).coefficients(),
                        LabelledVector.of("v", table.industries(), Units.NONE, perUnit))
                .solve()
                .perUnit();
        assertThat(prices.of("Agriculture")).isGreaterThan(1.05);
        for (int j = 0; j < perUnit.length; j++) {
            assertThat(prices.at(j)).isCloseTo(costPush.at(j), within(1e-14));
        }
    }

    @Test
    void importsByProductArePrimaryInputs() {
        Labels industries = Labels.of("A", "B");
        InputOutputTable table = InputOutputTable.builder(industries)
                .unit("EUR")
                .transactions(new double[][] {{10, 30}, {20, 40}})
                .finalDemand("Final", 60, 140)
                .valueAdded("Wages", 50, 100)
                .imports(LabelledMatrix.of(
                        "Imports",
                        Labels.of("Oil", "Ore"),
                        industries,
                        Units.of("EUR"),
                        SparseMatrix.of(new double[][] {{15, 20}, {5, 10}})))
                .build();
        GhoshModel model = GhoshModel.of(table);

        assertThat(model.valueAdded().toArray()).containsExactly(70, 130);
        assertThat(model.unrecorded().toArray()).containsExactly(0, 0);
        assertThat(model.grossOutput(model.valueAdded()).of("B")).isCloseTo(200, within(1e-12));
    }

    @Test
    void outlaysThatAreNotRecordedAreSaid() {
        InputOutputTable table = InputOutputTable.builder("A", "B")
                .unit("EUR")
                .transactions(new double[][] {{10, 30}, {20, 40}})
                .finalDemand("Final", 60, 140)
                .valueAdded("Wages", 50, 130)
                .build();

        assertThat(GhoshModel.of(table).unrecorded().toArray()).containsExactly(20, 0);
        assertThat(GhoshModel.ofBalance(table).valueAdded().toArray()).containsExactly(70, 130);
        assertThat(GhoshModel.ofBalance(table).unrecorded().toArray()).containsExactly(0, 0);
    }

    @Test
    void withoutDeliveriesOfAnIndustry() {
        InputOutputTable table = Germany1995.table();
        Extraction extraction = GhoshModel.of(table).withoutDeliveriesOf("Trade");

        // x' − x̄' = x_j (g_j· − e_j') / g_jj, by a change of rank one
        var g = Dense.inverse(Dense.allocation(table));
        int trade = table.industries().indexOf("Trade");
        for (int k = 0; k < 6; k++) {
            double expected =
                    table.grossOutput().at(trade) * (g.get(trade, k) - (k == trade ? 1 : 0)) / g.get(trade, trade);
            assertThat(extraction.loss().at(k)).isCloseTo(expected, within(1e-8));
        }
        assertThat(extraction.totalLoss().errorBound()).isLessThan(1e-7);
        assertThat(extraction.toString()).contains("'Trade'").contains("supply-driven");
    }

    @Test
    void mistakes() {
        InputOutputTable physical = InputOutputTable.builder("Coal", "Power")
                .units(Units.perLabel("t", "MWh"))
                .transactions(new double[][] {{1, 5}, {2, 3}})
                .finalDemand("Final", 4, 5)
                .valueAdded("Wages", "EUR", 1, 1)
                .build();
        assertThatThrownBy(() -> GhoshModel.of(physical)).hasMessageContaining("t, MWh");
        InputOutputTable bare = InputOutputTable.builder("A")
                .unit("EUR")
                .transactions(new double[][] {{1}})
                .finalDemand("Final", 4)
                .build();
        assertThatThrownBy(() -> GhoshModel.of(bare)).hasMessageContaining("ofBalance");
        assertThatThrownBy(() -> GhoshModel.of(twoSectors()).withoutDeliveriesOf("Agricultur"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Did you mean 'Agriculture'?");
        assertThatThrownBy(() -> GhoshModel.of(twoSectors()).withoutDeliveriesOf("Agriculture", "Agriculture"))
                .hasMessageContaining("twice");
        InputOutputTable nothingMade = InputOutputTable.builder("A", "B")
                .unit("EUR")
                .transactions(new double[][] {{0, 3}, {0, 1}})
                .finalDemand("Final", 0, 4)
                .statedOutput(0, 5)
                .totals(TotalsPolicy.USE_STATED)
                .build();
        assertThatThrownBy(() -> AllocationCoefficients.of(nothingMade))
                .hasMessageContaining("'A' delivers 3.0 to 'B', but its output is 0.0");
        AllocationCoefficients allowed = AllocationCoefficients.of(
                nothingMade, TechnologyOptions.defaults().withZeroOutput(ZeroOutputPolicy.EMPTY_RECIPE));
        assertThat(allowed.matrix().of("A", "B")).isZero();
        assertThat(allowed.notes())
                .containsExactly("'A' (0.0): no output, so nothing is allocated; left out: 'A' to 'B' (3.0).");
    }

    @Test
    void whoUsesAllThatItMakesIsNamed() {
        InputOutputTable closed = InputOutputTable.builder("A", "B")
                .unit("EUR")
                .transactions(new double[][] {{10, 10}, {10, 10}})
                .valueAdded("Wages", 0, 0)
                .build();

        assertThatThrownBy(() -> GhoshModel.of(closed)
                        .grossOutput(GhoshModel.of(closed).valueAdded().with("A", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("There is no (I − B)⁻¹")
                .hasMessageContaining("'A'");
    }
}
