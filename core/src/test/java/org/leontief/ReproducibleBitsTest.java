package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/** A result has the same bits for any number of threads, and an economy may be shared between threads. */
class ReproducibleBitsTest {

    /** More than two of the solver's blocks of 4096 rows: below that nothing is divided, and nothing shown. */
    private static final int SIZE = 10_000;

    private static final int INPUTS = 12;

    private static TechnicalCoefficients technology() {
        Random random = new Random(7);
        SparseMatrixBuilder a = SparseMatrix.builder(SIZE, SIZE);
        SparseMatrixBuilder s = SparseMatrix.builder(1, SIZE);
        for (int j = 0; j < SIZE; j++) {
            int first = random.nextInt(SIZE / INPUTS);
            for (int k = 0; k < INPUTS; k++) {
                a.add(first + k * (SIZE / INPUTS), j, random.nextDouble() * 1.4 / INPUTS);
            }
            s.add(0, j, random.nextDouble());
        }
        Labels industries = Labels.of(
                IntStream.range(0, SIZE).mapToObj(i -> "Industry " + i).toList());
        return TechnicalCoefficients.of(
                LabelledMatrix.of("A", industries, industries, Units.of("EUR"), a.build()),
                LabelledMatrix.of("S", Labels.of("Labour"), industries, Units.of("hours"), s.build()));
    }

    private static LabelledVector demand(TechnicalCoefficients technology) {
        Random random = new Random(8);
        return LabelledVector.of(
                "Demand",
                technology.industries(),
                technology.units(),
                IntStream.range(0, SIZE).mapToDouble(i -> random.nextDouble()).toArray());
    }

    @ParameterizedTest
    @EnumSource(
            value = SolveMethod.class,
            names = {"AUTOMATIC", "BICGSTAB", "NEUMANN", "GAUSS_SEIDEL"})
    void oneTwoAndEightThreadsGiveTheSameBits(SolveMethod method) {
        List<GrossOutputPlan> plans = new ArrayList<>();
        List<double[]> multipliers = new ArrayList<>();
        for (int threads : new int[] {1, 2, 8}) {
            // Prepared anew each time, so that the proof too is made by so many threads.
            TechnicalCoefficients technology = technology();
            Economy economy = Economy.of(technology)
                    .with(SolveOptions.defaults().withMethod(method).withThreads(threads));
            plans.add(economy.plan(demand(technology)));
            multipliers.add(economy.multipliers("Labour").errorBounds());
        }

        for (GrossOutputPlan plan : plans) {
            assertThat(plan.requireConverged().grossOutput().isCertified()).isTrue();
            assertThat(plan.grossOutput().values())
                    .isEqualTo(plans.get(0).grossOutput().values());
            assertThat(plan.grossOutput().errorBounds())
                    .containsExactly(plans.get(0).grossOutput().errorBounds());
        }
        assertThat(multipliers).allSatisfy(bounds -> assertThat(bounds).containsExactly(multipliers.get(0)));
    }

    @Test
    void manyThreadsMayAskOneEconomyAtOnce() throws Exception {
        TechnicalCoefficients technology = technology();
        LabelledVector demand = demand(technology);
        GrossOutputPlan alone = Economy.of(technology).plan(demand);
        Economy shared = Economy.of(technology());
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<GrossOutputPlan>> plans = new ArrayList<>();
            for (int k = 0; k < 8; k++) {
                plans.add(pool.submit(() -> shared.plan(demand)));
            }
            for (Future<GrossOutputPlan> plan : plans) {
                assertThat(plan.get().grossOutput().values())
                        .isEqualTo(alone.grossOutput().values());
                assertThat(plan.get().grossOutput().errorBounds())
                        .containsExactly(alone.grossOutput().errorBounds());
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anEconomyWithOtherOptionsSharesWhatIsPrepared() {
        Economy economy = Economy.of(technology());

        Economy other = economy.with(SolveOptions.defaults().withThreads(1));

        assertThat(other.coefficients().system())
                .isSameAs(economy.coefficients().system());
        assertThat(other)
                .hasToString("Economy: Technical coefficients of 10000 products, "
                        + economy.coefficients().matrix().matrix().nonZeros() + " not zero");
    }
}
