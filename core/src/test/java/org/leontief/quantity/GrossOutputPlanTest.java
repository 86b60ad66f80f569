package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveOptions.Certification;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.solve.StopReason;
import org.leontief.technology.TechnicalCoefficients;

class GrossOutputPlanTest {

    private static final Economy GERMANY = Economy.of(Germany1995.table());
    private static final LabelledVector DEMAND =
            Germany1995.table().finalDemand().total();

    @Test
    void totalUseIsGrossOutput() {
        GrossOutputPlan plan = GERMANY.plan(DEMAND);

        for (int i = 0; i < 6; i++) {
            double x = plan.grossOutput().at(i);
            assertThat(plan.totalUse().at(i)).isCloseTo(x, within(1e-14 * x));
            assertThat(plan.intermediateUse().rowTotals().at(i))
                    .isCloseTo(plan.intermediateDeliveries().at(i), within(1e-14 * x));
        }
        // The year's own demand brings back the year's own flows.
        assertThat(plan.intermediateUse().of("Agriculture", "Manufacturing")).isCloseTo(25480, within(1e-8));
        assertThat(plan.totalUse().name()).isEqualTo("Total use");
    }

    /** |exact S x − computed| is inside the bound, by industry and in total, with x from exact fractions. */
    @Test
    void boundsOfExtensionsHold() {
        GrossOutputPlan plan = GERMANY.plan(DEMAND);
        LabelledMatrix s = GERMANY.coefficients().extensions();
        Rational[] x = ExactArithmetic.solve(GERMANY.coefficients().matrix().matrix(), DEMAND.toArray());

        for (String name : plan.extensionNames()) {
            BoundedVector extension = plan.extension(name);
            Rational[] exact = new Rational[6];
            for (int i = 0; i < 6; i++) {
                exact[i] = Rational.of(s.row(name).at(i)).times(x[i]);
            }
            ExactArithmetic.assertWithinBounds(extension, exact, 1e-14);
            ExactArithmetic.assertWithin(extension.total(), extension.totalErrorBound(), ExactArithmetic.sum(exact));
            assertThat(extension.totalErrorBound()).isLessThan(1e-14 * extension.total());
        }
        assertThat(plan.extensionNames())
                .containsExactly("Employment", "CO2", "Imports", "Net taxes on products", "Gross value added");
    }

    /** Random economies, many of them widely scaled; every output inside its bound. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void boundsOfOutputsHold(int seed) {
        Random random = new Random(seed);
        int n = 6;
        double[] unit = random.doubles(n).map(u -> Math.pow(10, 8 * (u - 0.5))).toArray();
        SparseMatrixBuilder a = SparseMatrix.builder(n, n);
        double[] d = new double[n];
        for (int j = 0; j < n; j++) {
            d[j] = random.nextInt(3) == 0 ? 0 : (random.nextDouble() - 0.1) * unit[j];
            for (int i = 0; i < n; i++) {
                a.add(i, j, random.nextDouble() * 1.8 / n * unit[i] / unit[j]);
            }
        }
        Labels labels = Labels.of("a", "b", "c", "d", "e", "f");
        SparseMatrix matrix = a.build();
        TechnicalCoefficients technology = TechnicalCoefficients.of(labels, Units.of("EUR"), matrix);

        BoundedVector output = Economy.of(technology)
                .plan(LabelledVector.of("Demand", labels, Units.of("EUR"), d))
                .grossOutput();

        ExactArithmetic.assertWithinBounds(output, ExactArithmetic.solve(matrix, d), 1e-12);
    }

    @Test
    void demandIsJoinedByLabelInAnyOrder() {
        LabelledVector turned = LabelledVector.of(
                "Wishes",
                Labels.of(
                        "Other services", "Business services", "Trade", "Construction", "Manufacturing", "Agriculture"),
                Units.of("million EUR"),
                DEMAND.at(5),
                DEMAND.at(4),
                DEMAND.at(3),
                DEMAND.at(2),
                DEMAND.at(1),
                DEMAND.at(0));

        GrossOutputPlan plan = GERMANY.plan(turned);

        assertThat(plan.grossOutput().values())
                .isEqualTo(GERMANY.plan(DEMAND).grossOutput().values());
        assertThat(plan.finalDemand()).isEqualTo(DEMAND);
    }

    @Test
    void demandOfOtherLabelsOrUnitsIsRefused() {
        LabelledVector five =
                LabelledVector.of("Wishes", Labels.of("Agriculture", "Mining"), Units.of("million EUR"), 1, 2);
        LabelledVector dollars =
                LabelledVector.of("Wishes", DEMAND.labels(), Units.of("million USD"), DEMAND.toArray());

        assertThatThrownBy(() -> GERMANY.plan(five))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageStartingWith(
                        "The labels of 'Wishes' do not match; missing there: Manufacturing, Construction,")
                .hasMessageContaining("not known here: Mining");
        assertThatThrownBy(() -> GERMANY.plan(dollars))
                .hasMessageStartingWith("'Wishes' is in million USD where million EUR is needed.");
        assertThatThrownBy(() -> GERMANY.demand(Map.of("Agricultur", 1.0)))
                .hasMessage("There is no 'Agricultur'. Did you mean 'Agriculture'?");
    }

    @Test
    void nothingDemandedNothingMade() {
        BoundedVector output = GERMANY.plan(GERMANY.demand(Map.of())).grossOutput();

        assertThat(output.values().toArray()).containsOnly(0);
        assertThat(output.errorBounds()).containsOnly(0);
    }

    @Test
    void aPlanSaysHowItWasReached() {
        GrossOutputPlan plan = GERMANY.plan(DEMAND);

        assertThat(plan.report().stop().isSuccess()).isTrue();
        assertThat(plan.requireConverged()).isSameAs(plan);
        assertThat(plan.certificate()).isPresent();
        assertThat(plan.certification()).isNotBlank();
    }

    @Test
    void withoutCertificationThereAreNoBounds() {
        GrossOutputPlan plan = GERMANY.with(SolveOptions.defaults().withCertification(Certification.NONE))
                .plan(DEMAND);

        assertThat(plan.certificate()).isEmpty();
        assertThat(plan.grossOutput().isCertified()).isFalse();
        assertThat(plan.extension("CO2").totalErrorBound()).isInfinite();
    }

    /** A limit that is reached is a status here; asking for success is the caller's choice, and the front door's. */
    @Test
    void aPlanThatStoppedEarlyIsStillBounded() {
        SolveOptions hurried =
                SolveOptions.defaults().withMethod(SolveMethod.NEUMANN).withIterationLimit(3);

        GrossOutputPlan plan = GrossOutputPlan.of(GERMANY.coefficients(), DEMAND, hurried);

        assertThat(plan.report().stop()).isEqualTo(StopReason.ITERATION_LIMIT);
        assertThatThrownBy(plan::requireConverged).isInstanceOf(IllegalStateException.class);
        Rational[] exact = ExactArithmetic.solve(GERMANY.coefficients().matrix().matrix(), DEMAND.toArray());
        for (int i = 0; i < 6; i++) {
            ExactArithmetic.assertWithin(
                    plan.grossOutput().at(i), plan.grossOutput().errorBoundAt(i), exact[i]);
        }
    }
}
