package org.leontief.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.Germany1995;
import org.leontief.label.BoundedVector;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;

/** Fields of influence and important coefficients, against economies in which a coefficient is really changed. */
class FieldOfInfluenceTest {

    private static final InputOutputTable GERMANY = Germany1995.table();
    private static final GrossOutputPlan PLAN =
            Economy.of(GERMANY).plan(GERMANY.finalDemand().total());

    /** Demand without the fall of inventories in agriculture, which is all that is negative. */
    private static final GrossOutputPlan POSITIVE = Economy.of(GERMANY)
            .plan(GERMANY.finalDemand().total().minus(GERMANY.finalDemand().category("Change of inventories")));

    private static FieldOfInfluence field() {
        return FieldOfInfluence.onOutput(PLAN, SolveOptions.defaults());
    }

    private static double[] outputs(double[] demand, int i, int j, double change) {
        DMatrixRMaj a = Dense.coefficients(GERMANY);
        a.add(i, j, change);
        return Dense.times(Dense.inverse(a), demand);
    }

    @Test
    void aChangeOfOneCoefficientForGood() {
        BoundedVector change = field().outputChange("Business services", "Trade", 0.05);

        double[] before = GERMANY.grossOutput().toArray();
        double[] after = outputs(GERMANY.finalDemand().total().toArray(), 4, 3, 0.05);
        for (int k = 0; k < 6; k++) {
            assertThat(change.at(k)).isCloseTo(after[k] - before[k], within(1e-8));
            assertThat(change.errorBoundAt(k)).isLessThan(1e-8);
        }
    }

    @Test
    void whatItDoesToTheInverse() {
        CoefficientField field = field().field("Business services", "Trade");
        DMatrixRMaj l = Dense.inverse(Dense.coefficients(GERMANY));
        DMatrixRMaj a = Dense.coefficients(GERMANY);
        a.add(4, 3, 0.05);
        DMatrixRMaj changed = Dense.inverse(a);

        assertThat(field.change("Manufacturing", "Agriculture", 0.05).value())
                .isCloseTo(changed.get(1, 0) - l.get(1, 0), within(1e-14));
        assertThat(field.of("Manufacturing", "Agriculture").value())
                .isCloseTo(l.get(1, 4) * l.get(3, 0), within(1e-14));
        double strength = 0;
        for (int k = 0; k < 6; k++) {
            for (int m = 0; m < 6; m++) {
                strength += l.get(k, 4) * l.get(3, m);
            }
        }
        assertThat(field.strength().value()).isCloseTo(strength, within(1e-12));
        assertThat(field.strength().errorBound()).isLessThan(1e-12);
    }

    @Test
    void influenceIsTheDerivativeOfTotalOutput() {
        Influence influence = field().of("Business services", "Trade");

        double step = 1e-6;
        double[] demand = GERMANY.finalDemand().total().toArray();
        double slope = (Dense.sum(outputs(demand, 4, 3, step)) - Dense.sum(outputs(demand, 4, 3, -step))) / (2 * step);
        assertThat(influence.perUnit().value()).isCloseTo(slope, within(1e-5 * slope));
        assertThat(influence.elasticity())
                .isCloseTo(
                        slope * influence.coefficient() / GERMANY.grossOutput().total(), within(1e-6));
    }

    @Test
    void influenceOnEmissions() {
        FieldOfInfluence field = FieldOfInfluence.onExtension(PLAN, "CO2", SolveOptions.defaults());
        double[] demand = GERMANY.finalDemand().total().toArray();
        double step = 1e-6;
        double slope = 0;
        double[] up = outputs(demand, 1, 2, step);
        double[] down = outputs(demand, 1, 2, -step);
        for (int i = 0; i < 6; i++) {
            slope += GERMANY.extension("CO2").at(i) / GERMANY.grossOutput().at(i) * (up[i] - down[i]) / (2 * step);
        }

        assertThat(field.of("Manufacturing", "Construction").perUnit().value()).isCloseTo(slope, within(1e-5 * slope));
    }

    @Test
    void theLargestOfAll() {
        List<Influence> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < 6; j++) {
                all.add(field().of(
                                GERMANY.industries().get(i).toString(),
                                GERMANY.industries().get(j).toString()));
            }
        }
        List<Influence> byElasticity = all.stream()
                .sorted(Comparator.comparingDouble(Influence::elasticity).reversed())
                .limit(10)
                .toList();
        List<Influence> byUnit = all.stream()
                .sorted(Comparator.comparingDouble(
                                (Influence each) -> each.perUnit().value())
                        .reversed())
                .limit(10)
                .toList();

        assertThat(field().largest(10)).isEqualTo(byElasticity);
        assertThat(field().strongest(10)).isEqualTo(byUnit);
        assertThat(field().strongest(100)).hasSize(36);
        assertThat(field().largest(100)).hasSize(36);
    }

    /** A rise by what is tolerable, and no more, moves the output of the input's industry by one per cent and no other by more. */
    @Test
    void importantCoefficients() {
        FieldOfInfluence field = FieldOfInfluence.onOutput(POSITIVE, SolveOptions.defaults());
        List<TolerableChange> all = field.mostImportant(0.01, 36);

        assertThat(all)
                .hasSize(36)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(each -> each.relative().value()));
        double[] demand = POSITIVE.finalDemand().toArray();
        for (TolerableChange each : all) {
            int i = GERMANY.industries().indexOf(each.input());
            int j = GERMANY.industries().indexOf(each.product());
            double[] after =
                    outputs(demand, i, j, each.coefficient() * each.relative().value());
            double largest = 0;
            for (int k = 0; k < 6; k++) {
                largest = Math.max(largest, after[k] / POSITIVE.grossOutput().at(k) - 1);
            }
            assertThat(largest).isCloseTo(0.01, within(1e-12));
            assertThat(after[i] / POSITIVE.grossOutput().at(i) - 1).isCloseTo(0.01, within(1e-12));
            assertThat(each.relative().errorBound())
                    .isLessThan(1e-9 * each.relative().value());
        }
        assertThat(field.mostImportant(0.01, 3)).isEqualTo(all.subList(0, 3));
    }

    @Test
    void mistakes() {
        assertThatThrownBy(() -> field().outputChange("Trade", "Trade", 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Trade' in 'Trade' rises by 0.9");
        assertThatThrownBy(() -> field().mostImportant(0, 3)).hasMessageContaining("above 0");
        GrossOutputPlan falling =
                Economy.of(GERMANY).plan(GERMANY.finalDemand().total().with("Construction", -1));
        assertThatThrownBy(() -> FieldOfInfluence.onOutput(falling, SolveOptions.defaults())
                        .mostImportant(0.01, 3))
                .hasMessageContaining("Final demand for 'Construction' is -1.0");
    }
}
