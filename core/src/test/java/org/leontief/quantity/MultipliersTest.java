package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.Germany1995;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

class MultipliersTest {

    private static final Economy GERMANY = Economy.of(Germany1995.table());

    /** m d = s x: counted at the demand or counted at the industries, it is the same labour. Exactly so within bounds. */
    @Test
    void multipliersTimesDemandIsTheExtensionOfThePlan() {
        LabelledVector demand = Germany1995.table().finalDemand().category("Exports");
        GrossOutputPlan plan = GERMANY.plan(demand);

        for (String name : plan.extensionNames()) {
            BoundedVector multipliers = GERMANY.multipliers(name);
            Rational byDemand = Rational.ZERO;
            Rational allowed = Rational.of(plan.extension(name).totalErrorBound());
            for (int j = 0; j < 6; j++) {
                Rational d = Rational.of(demand.at(j));
                byDemand = byDemand.plus(Rational.of(multipliers.at(j)).times(d));
                allowed = allowed.plus(Rational.of(multipliers.errorBoundAt(j)).times(d.abs()));
            }
            Rational byIndustry = Rational.of(plan.extension(name).total());

            assertThat(byDemand.minus(byIndustry).abs()).isLessThanOrEqualTo(allowed);
            assertThat(allowed.over(byIndustry).doubleValue()).isLessThan(1e-13);
        }
    }

    /** Large enough to be solved step by step, where several share their passes and need not have the same bits. */
    @Test
    void severalTogetherAreWhatEachIsAlone() {
        int n = 300;
        SparseMatrixBuilder a = SparseMatrix.builder(n, n);
        SparseMatrixBuilder rows = SparseMatrix.builder(4, n);
        for (int j = 0; j < n; j++) {
            for (int k = 1; k < 6; k++) {
                a.add((j * 7 + k * 41) % n, j, 0.02 * k);
            }
            for (int r = 0; r < 4; r++) {
                rows.add(r, j, 1 + (j * (r + 3)) % 11);
            }
        }
        Labels products =
                Labels.of(IntStream.range(0, n).mapToObj(i -> "Product " + i).toList());
        Labels names = Labels.of("CO2", "Hours", "Land", "Water");
        Economy economy = Economy.of(TechnicalCoefficients.of(
                LabelledMatrix.of("A", products, products, Units.of("EUR"), a.build()),
                LabelledMatrix.of("S", names, products, Units.of("1"), rows.build())));

        List<BoundedVector> together = economy.multipliers(List.of("Water", "CO2", "Land"));

        assertThat(together)
                .extracting(each -> each.values().name())
                .containsExactly("Water multipliers", "CO2 multipliers", "Land multipliers");
        for (int k = 0; k < 3; k++) {
            BoundedVector alone =
                    economy.multipliers(List.of("Water", "CO2", "Land").get(k));
            for (int j = 0; j < n; j++) {
                double allowed = together.get(k).errorBoundAt(j) + alone.errorBoundAt(j);
                assertThat(together.get(k).at(j)).isCloseTo(alone.at(j), within(allowed));
            }
        }
        assertThatThrownBy(() -> economy.multipliers(List.of("Water", "Lant")))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Land");
        assertThat(economy.multipliers(List.<String>of())).isEmpty();
    }

    @Test
    void boundsHoldInExactArithmetic() {
        SparseMatrix transposed = GERMANY.coefficients().matrix().matrix().transpose();

        ExactArithmetic.assertWithinBounds(
                GERMANY.outputMultipliers(), ExactArithmetic.solve(transposed, 1, 1, 1, 1, 1, 1), 1e-14);
        ExactArithmetic.assertWithinBounds(
                GERMANY.multipliers("CO2"),
                ExactArithmetic.solve(
                        transposed, GERMANY.coefficients().extension("CO2").toArray()),
                1e-13);
    }

    @Test
    void namesAndUnits() {
        BoundedVector employment = GERMANY.multipliers("Employment");

        assertThat(employment.values().name()).isEqualTo("Employment multipliers");
        assertThat(employment.values().units()).isEqualTo(Units.of("thousand persons per million EUR"));
        assertThat(GERMANY.outputMultipliers().values().name()).isEqualTo("Output multipliers");
        assertThatThrownBy(() -> GERMANY.multipliers("Employmnet"))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessage("There is no 'Employmnet'. Did you mean 'Employment'?");
    }

    @Test
    void outputsInDifferentUnitsAreNotAddedUp() {
        Economy mixed = Economy.of(TechnicalCoefficients.of(
                Labels.of("Coal", "Power"), Units.perLabel("t", "kWh"), SparseMatrix.zeros(2, 2)));

        assertThatThrownBy(mixed::outputMultipliers)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("different units (t, kWh)");
    }

    @Test
    void amountsPerUnitAreJoinedByLabel() {
        TechnicalCoefficients technology = TechnicalCoefficients.of(
                Labels.of("Coal", "Power"), Units.of("EUR"), SparseMatrix.of(new double[][] {{0, 0.5}, {0, 0}}));
        LabelledVector hours =
                LabelledVector.of("Hours", Labels.of("Power", "Coal"), Units.perLabel("h/P", "h/C"), 1, 10);

        BoundedVector multipliers = Multipliers.of(technology, hours, SolveOptions.defaults());

        assertThat(multipliers.of("Coal")).isEqualTo(10);
        assertThat(multipliers.of("Power")).isCloseTo(6, within(2e-15));
        assertThat(multipliers.values().units()).isEqualTo(Units.perLabel("h/C", "h/P"));
    }
}
