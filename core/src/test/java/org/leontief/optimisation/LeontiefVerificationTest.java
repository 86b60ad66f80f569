package org.leontief.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.optimisation.Programmes.NONE;
import static org.leontief.optimisation.Programmes.all;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leontief.optimisation.LeontiefVerification.Kept;
import org.leontief.optimisation.LeontiefVerification.Prices;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;

/** What is proved in the reduced form, against hand computation and the exact optimum of the programme written out. */
class LeontiefVerificationTest {

    private static LeontiefVerification of(LeontiefProgramme programme) {
        SparseMatrix a = programme.system().coefficients();
        return new LeontiefVerification(programme, a, new ImpliedLimits(programme, a), SolveOptions.defaults());
    }

    /**
     * Iron takes 0.5 of itself, corn 0.25 iron, an hour a unit of either. Delivered are 4 and 6, and two units of an activity that takes
     * an iron and half an hour: 15 of iron, 6 of corn, 22 hours.
     */
    private static LeontiefProgramme.Builder ironAndCorn() {
        return LeontiefProgramme.builder(Sense.MAXIMISE, LeontiefSystem.of(SparseMatrix.of(new double[][] {
                    {0.5, 0.25}, {0, 0}
                })))
                .activities(
                        SparseMatrix.of(new double[][] {{1}, {0}}),
                        SparseMatrix.of(new double[][] {{0.5}}),
                        new double[] {0},
                        new double[] {9},
                        new double[] {4});
    }

    private static LeontiefProgramme hours(LeontiefProgramme.Builder builder, double least, double most) {
        return builder.resources(SparseMatrix.of(new double[][] {{1, 1}}), new double[] {least}, new double[] {most})
                .build();
    }

    private static Kept kept(LeontiefProgramme programme) {
        Solution x = programme
                .system()
                .solve(
                        new double[] {6, 6},
                        SolveOptions.defaults().withCertification(SolveOptions.Certification.SHARP));
        return of(programme).kept(x, new double[] {4, 6}, new double[] {2});
    }

    @Test
    void whatAPlanGainsAndTakesIsAddedUpOverAllThree() {
        Kept kept = kept(hours(
                ironAndCorn().outputObjective(new double[] {1, 10}).deliveryObjective(new double[] {3, 2}),
                -NONE,
                22.5));

        assertThat(kept.objective()).isCloseTo(15 + 60 + 12 + 12 + 8, within(1e-12));
        assertThat(kept.resources()).containsExactly(new double[] {22}, within(1e-13));
        assertThat(kept.residual()).isZero();
    }

    @Test
    void howFarAPlanOverstepsIsRelativeToTheBound() {
        double[] none = {0, 0};

        assertThat(kept(hours(ironAndCorn(), -NONE, 20)).residual()).isCloseTo(2 / 21.0, within(1e-12));
        assertThat(kept(hours(ironAndCorn(), 25, NONE)).residual()).isCloseTo(3 / 26.0, within(1e-12));
        assertThat(kept(hours(ironAndCorn().outputs(none, new double[] {10, NONE}), -NONE, NONE))
                        .residual())
                .isCloseTo(5 / 11.0, within(1e-12));
        assertThat(kept(hours(ironAndCorn().outputs(new double[] {0, 7}, all(2, NONE)), -NONE, NONE))
                        .residual())
                .isCloseTo(1 / 8.0, within(1e-12));
    }

    /** Without prices iron may be delivered and the activity run without end: that is a wrong sign of 3, and of 4. */
    @Test
    void aPriceThatNothingBoundsIsSeen() {
        LeontiefProgramme delivered = hours(ironAndCorn().deliveryObjective(new double[] {3, 0}), -NONE, NONE);
        LeontiefProgramme activity = hours(
                ironAndCorn()
                        .activities(
                                SparseMatrix.of(new double[][] {{1}, {0}}),
                                SparseMatrix.of(new double[][] {{0.5}}),
                                new double[] {0},
                                new double[] {NONE},
                                new double[] {4}),
                -NONE,
                NONE);
        double[] free = {0};

        Prices ofDelivered = Objects.requireNonNull(of(delivered).prices(free, new double[2], true));
        Prices ofActivity = Objects.requireNonNull(of(activity).prices(free, new double[2], true));

        assertThat(ofDelivered.wrongSign()).isEqualTo(3);
        assertThat(ofDelivered.bound()).isInfinite();
        assertThat(ofActivity.wrongSign()).isEqualTo(4);
        assertThat(ofActivity.bound()).isInfinite();
        // An hour at 2 makes iron cost 4 and the activity 4 + 1.
        Prices priced = Objects.requireNonNull(
                of(hours(ironAndCorn(), -NONE, 30)).prices(new double[] {2}, new double[2], true));
        assertThat(priced.balance()).containsExactly(new double[] {-4, -3}, within(1e-12));
        assertThat(priced.activities()).containsExactly(new double[] {4 - 4 - 1}, within(1e-12));
        assertThat(priced.bound()).isBetween(60.0, 60 + 1e-9);
        assertThat(priced.wrongSign()).isZero();
    }

    /** A least use of hours counts where the price is negative: 4 u − 2 · 0 … with hours at −2, at least 6 of them. */
    @Test
    void aLeastUseIsPricedWithTheOtherSign() {
        LeontiefProgramme programme = hours(
                ironAndCorn().outputs(new double[2], new double[] {5, 5}).deliveries(new double[2], new double[2]),
                6,
                30);

        // −2 · 6, iron worth 4 but none delivered, the activity at 4 + 4 + 1 up to nine times.
        Prices priced = Objects.requireNonNull(of(programme).prices(new double[] {-2}, new double[2], true));

        assertThat(priced.bound()).isBetween(-12 + 9 * 9 - 1e-9, -12 + 9 * 9 + 1e-9);
    }

    /** The best of the programme written out is known as a fraction; no prices, optimal ones or others, prove less. */
    @Test
    void noPricesProveLessThanTheExactOptimum() {
        int compared = 0;
        for (long seed = 0; seed < 60; seed++) {
            LeontiefProgramme programme = random(seed);
            LinearProgramme written = programme.toLinearProgramme();
            LinearSolution best = new RevisedSimplex().solve(written, ProgrammeOptions.defaults());
            double sign = programme.sense() == Sense.MAXIMISE ? 1 : -1;
            double exact = sign
                    * new Verification(written)
                            .exactly(
                                    best.certificate().orElseThrow(),
                                    best.basis().orElseThrow())
                            .orElseThrow()
                            .certificate()
                            .objectiveBound();
            SplittableRandom random = new SplittableRandom(seed);
            for (double size : new double[] {0, 0x1p-50, 1e-6, 0.3}) {
                int n = programme.products();
                double[] q = near(random, best.rowPrices(), n, programme.resources(), sign, size);
                double[] w = near(random, best.reducedCosts(), 0, n, sign, size);
                Prices proved = Objects.requireNonNull(of(programme).prices(q, w, true));

                assertThat(proved.bound())
                        .as("seed " + seed + ", " + size)
                        .isGreaterThanOrEqualTo(Math.nextDown(exact));
                if (size < 1e-12) {
                    assertThat(proved.bound()).isCloseTo(exact, within(1e-9 * (1 + Math.abs(exact))));
                }
                compared++;
            }
        }
        assertThat(compared).isEqualTo(240);
    }

    private static double[] near(
            SplittableRandom random, double[] prices, int from, int count, double sign, double size) {
        double[] near = Arrays.copyOfRange(prices, from, from + count);
        for (int k = 0; k < count; k++) {
            near[k] = sign * near[k] + size * random.nextDouble(-1, 1);
        }
        return near;
    }

    /** Everything between two bounds; nothing takes of itself, so that I − A is written out without rounding. */
    private static LeontiefProgramme random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 6;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i == j ? 0 : 0.15 * random.nextDouble();
            }
        }
        double[][] use = new double[2][n];
        for (double[] row : use) {
            Arrays.setAll(row, j -> random.nextDouble());
        }
        double[][] products = new double[n][1];
        Arrays.setAll(products, i -> new double[] {random.nextDouble()});
        Sense sense = random.nextBoolean() ? Sense.MAXIMISE : Sense.MINIMISE;
        return LeontiefProgramme.builder(sense, LeontiefSystem.of(SparseMatrix.of(a)))
                .outputs(new double[n], random.doubles(n, 5, 9).toArray())
                .deliveries(new double[n], random.doubles(n, 1, 4).toArray())
                .outputObjective(random.doubles(n, -1, 0.5).toArray())
                .deliveryObjective(random.doubles(n, -1, 3).toArray())
                .resources(SparseMatrix.of(use), new double[] {0.5, 0.25}, new double[] {8, 12})
                .activities(
                        SparseMatrix.of(products),
                        SparseMatrix.of(new double[][] {{0.5}, {-0.25}}),
                        new double[] {0},
                        new double[] {3},
                        new double[] {random.nextDouble(-1, 4)})
                .build();
    }
}
