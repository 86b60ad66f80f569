package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.Scenario;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.solve.StopReason;
import org.leontief.technology.TechnicalCoefficients;

/** A scenario starts from the plan before it, without being asked to, and finds what it would have found without. */
class ScenarioReuseTest {

    private static final int SIZE = 2_000;

    private static Economy economy() {
        Random random = new Random(7);
        SparseMatrixBuilder a = SparseMatrix.builder(SIZE, SIZE);
        for (int j = 0; j < SIZE; j++) {
            int first = random.nextInt(SIZE / 10);
            for (int k = 0; k < 10; k++) {
                a.add(first + k * (SIZE / 10), j, random.nextDouble() * 0.12);
            }
        }
        Labels products =
                Labels.of(IntStream.range(0, SIZE).mapToObj(i -> "Product " + i).toList());
        return Economy.of(TechnicalCoefficients.of(products, Units.of("EUR"), a.build()));
    }

    private static LabelledVector demand(Economy economy) {
        double[] amounts = IntStream.range(0, SIZE).mapToDouble(i -> 1 + i % 7).toArray();
        return LabelledVector.of(
                "Demand", economy.industries(), economy.coefficients().units(), amounts);
    }

    @Test
    void severalPlansTogetherAreWhatEachIsAlone() {
        Economy economy = economy();
        LabelledVector demand = demand(economy);
        List<LabelledVector> demands = List.of(
                demand, demand.scale("Product 3", 9), demand.scale("Product 1999", 0), demand.scale("Product 7", 2));

        List<GrossOutputPlan> together = economy.plans(demands);

        assertThat(together).hasSize(4);
        for (int k = 0; k < 4; k++) {
            GrossOutputPlan alone = economy().plan(demands.get(k));
            assertThat(together.get(k).finalDemand().toArray())
                    .containsExactly(demands.get(k).toArray());
            for (int i = 0; i < SIZE; i++) {
                double allowed = together.get(k).grossOutput().errorBoundAt(i)
                        + alone.grossOutput().errorBoundAt(i);
                assertThat(together.get(k).grossOutput().at(i))
                        .isCloseTo(alone.grossOutput().at(i), within(allowed));
            }
        }
    }

    @Test
    void whatWasStoppedIsNotTakenForAPlan() {
        Economy economy = economy();
        LabelledVector demand = demand(economy);
        SolveOptions one = SolveOptions.defaults().withIterationLimit(1);
        SolveOptions none = SolveOptions.defaults().withListener(progress -> false);

        assertThatThrownBy(() -> economy.with(one).plan(demand))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ITERATION_LIMIT");
        assertThatThrownBy(() -> economy.with(one).plans(Collections.nCopies(6, demand)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ITERATION_LIMIT");
        assertThatThrownBy(() -> economy.with(one).outputMultipliers())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ITERATION_LIMIT");
        assertThatThrownBy(() -> economy().with(none).plan(demand))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CANCELLED");
        // The second is not begun, which is not to be taken for a singular system.
        assertThatThrownBy(() -> GrossOutputPlan.all(economy.coefficients(), List.of(demand, demand), none))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("listener stopped");
        // Who wants what there is asks the class behind it.
        GrossOutputPlan unfinished = GrossOutputPlan.of(economy.coefficients(), demand, one);
        assertThat(unfinished.report().stop()).isEqualTo(StopReason.ITERATION_LIMIT);
    }

    @Test
    void aScenarioStartsFromTheLatestPlanAndStaysWithinBounds() {
        Economy economy = economy();
        LabelledVector demand = demand(economy);
        Scenario scenario = Scenario.named("New recipe")
                .setCoefficient("Product 5", "Product 77", 0.2)
                .setCoefficient("Product 6", "Product 77", 0.1)
                .scaleDemand("Product 9", 1.1);
        GrossOutputPlan alone = economy().plan(demand, scenario);
        GrossOutputPlan before = economy.plan(demand);

        GrossOutputPlan after = economy.plan(demand, scenario);
        GrossOutputPlan other = economy.with(Scenario.named("x").setCoefficient("Product 5", "Product 77", 0.2))
                .plan(demand);

        assertThat(alone.report().notes()).isEmpty();
        assertThat(after.report().notes()).singleElement().asString().startsWith("Started from a given x");
        assertThat(other.report().notes()).singleElement().asString().startsWith("Started from a given x");
        assertThat(after.requireConverged().report().iterations())
                .isLessThan(before.report().iterations());
        for (int i = 0; i < SIZE; i++) {
            assertThat(Math.abs(after.grossOutput().at(i) - alone.grossOutput().at(i)))
                    .isLessThanOrEqualTo(1.001
                            * (after.grossOutput().errorBoundAt(i)
                                    + alone.grossOutput().errorBoundAt(i)));
        }
        assertThat(after.comparedWith(before).toString()).contains("Product");
    }
}
