package org.leontief.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leontief.technology.Recipe.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.Germany1995;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.RadiusProof;
import org.leontief.solve.SparseMatrix;

/** Whether an economy can reproduce itself is proved by a vector that anyone can check. */
class ViabilityTest {

    private static TechnicalCoefficients technology(double[][] a) {
        Labels labels =
                Labels.of(IntStream.range(0, a.length).mapToObj(i -> "P" + i).toList());
        return TechnicalCoefficients.of(labels, Units.of("EUR"), SparseMatrix.of(a));
    }

    /** v > 0 and v − A v > 0, without any rounding. */
    private static void assertProvesViability(TechnicalCoefficients technology) {
        double[] v = technology.viability().proof().toArray();
        Rational[] used = ExactArithmetic.multiply(technology.matrix().matrix(), v);
        for (int i = 0; i < v.length; i++) {
            assertThat(v[i]).isPositive();
            assertThat(Rational.of(v[i])).isGreaterThan(used[i]);
        }
    }

    /** wᵀ A ≥ wᵀ or A w ≥ w on the group, without any rounding. */
    private static void assertConvicts(TechnicalCoefficients technology) {
        Viability viability = technology.viability();
        double[] w = viability.proof().toArray();
        SparseMatrix a = technology.matrix().matrix();
        Rational[] used = ExactArithmetic.multiply(viability.side() == RadiusProof.Side.PRICES ? a.transpose() : a, w);
        for (int i = 0; i < w.length; i++) {
            boolean inGroup = viability.group().contains(technology.industries().get(i));
            assertThat(w[i] > 0).isEqualTo(inGroup);
            assertThat(used[i]).isGreaterThanOrEqualTo(Rational.of(w[i]));
        }
        assertThat(viability.group()).isNotEmpty();
    }

    @Test
    void theProofHoldsInExactArithmetic() {
        assertProvesViability(TechnicalCoefficients.of(Germany1995.table()));
        assertProvesViability(technology(new double[][] {{0, 0}, {0, 0}}));
        assertProvesViability(technology(new double[][] {{0.1, 1e9}, {1e-11, 0.2}}));
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[][] a = new double[8][8];
            for (double[] row : a) {
                for (int j = 0; j < 8; j++) {
                    row[j] = random.nextDouble() < 0.5 ? random.nextDouble() * 0.2 : 0;
                }
            }
            assertProvesViability(technology(a));
        }
    }

    @Test
    void theConvictionHoldsInExactArithmetic() {
        assertConvicts(technology(new double[][] {{1}}));
        assertConvicts(technology(new double[][] {{0.6, 0.7}, {0.5, 0.3}}));
        assertConvicts(technology(new double[][] {{0, 2, 0}, {0, 0, 0.5}, {1, 0, 0}}));
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            double[][] a = new double[8][8];
            for (double[] row : a) {
                for (int j = 0; j < 8; j++) {
                    row[j] = random.nextDouble() < 0.6 ? random.nextDouble() : 0;
                }
            }
            assertConvicts(technology(a));
        }
    }

    /** Mixed units: 600 kWh go into a ton of steel, and nobody is the poorer for it. */
    @Test
    void aColumnSumAboveOneDoesNotMeanUnviable() {
        TechnicalCoefficients technology = TechnicalCoefficients.ofRecipes(List.of(
                recipe("Steel").unit("t").uses("Steel", 0.05).uses("Power", 600),
                recipe("Power").unit("kWh").uses("Steel", 0.0001)));

        assertThat(technology.matrix().matrix().columnSums()[0]).isGreaterThan(600);
        assertThat(technology.viability().isViable()).isTrue();
        assertProvesViability(technology);
    }

    /** Money too: one industry runs at a loss, and another makes up for it. */
    @Test
    void aLossInOneIndustryMayBeMadeUpForByAnother() {
        TechnicalCoefficients technology = technology(new double[][] {{0.2, 0.1}, {1.1, 0.2}});

        assertThat(technology.matrix().columnTotals().at(0)).isGreaterThan(1.2);
        assertProvesViability(technology);
    }

    /** Every column below 1 is enough (Solow 1952), and not needed. So is every row. */
    @Test
    void everyColumnSumBelowOneIsOneSufficientCase() {
        assertProvesViability(technology(new double[][] {{0.3, 0.1}, {0.69, 0.8}}));
        assertProvesViability(technology(new double[][] {{0.3, 0.69}, {0.8, 0.1}}));
    }

    /** Sums below 1 in all columns but one prove nothing. */
    @Test
    void oneColumnIsEnoughToMakeAnEconomyUnviable() {
        TechnicalCoefficients technology = technology(new double[][] {{0.5, 0.9}, {0.4, 0.9}});

        assertConvicts(technology);
    }

    @Test
    void theConvictedGroupIsNamedInsideALargerEconomy() {
        int n = 60;
        double[][] a = new double[n][n];
        Random random = new Random(3);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = random.nextDouble() * 0.01;
            }
        }
        // Three industries that feed one another and buy from the rest; the rest needs nothing of theirs.
        int[] group = {7, 20, 41};
        for (int i : group) {
            for (int j = 0; j < n; j++) {
                a[i][j] = 0;
            }
        }
        a[20][7] = 1.2;
        a[41][20] = 1.1;
        a[7][41] = 0.9;
        TechnicalCoefficients technology = technology(a);

        Viability viability = technology.viability();

        assertThat(viability.verdict()).isEqualTo(RadiusProof.Verdict.AT_LEAST_ONE);
        assertThat(viability.group()).extracting("name").containsExactly("P7", "P20", "P41");
        assertThatThrownBy(viability::requireViable)
                .isInstanceOf(NotViableException.class)
                .hasMessageStartingWith("The economy is not viable: 'P7', 'P20', 'P41' ");
        double[] w = viability.proof().toArray();
        for (int i = 0; i < n; i++) {
            assertThat(w[i] > 0).isEqualTo(i == 7 || i == 20 || i == 41);
        }
    }

    @Test
    void aLargeGroupIsNamedByItsFirstTen() {
        int n = 14;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[(i + 1) % n][i] = 1.5;
        }

        assertThat(technology(a).viability())
                .hasToString(
                        "The economy is not viable: 'P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9' and 4"
                                + " more together use up at least as much of their own products as they make (spectral radius at"
                                + " least 1).");
    }

    @Test
    void theExceptionCarriesTheFinding() {
        TechnicalCoefficients technology = technology(new double[][] {{1.5}});
        List<Viability> found = new ArrayList<>();

        assertThatThrownBy(() -> technology.viability().requireViable())
                .isInstanceOfSatisfying(NotViableException.class, thrown -> found.add(thrown.viability()));

        assertThat(found).singleElement().satisfies(viability -> {
            assertThat(viability.verdict()).isEqualTo(RadiusProof.Verdict.AT_LEAST_ONE);
            assertThat(viability.proof().name()).isEqualTo("Levels w with A w ≥ w");
        });
    }

    @Test
    void aViableEconomySaysSo() {
        Viability viability = TechnicalCoefficients.of(Germany1995.table()).viability();

        assertThatCode(viability::requireViable).doesNotThrowAnyException();
        assertThat(viability.group()).isEmpty();
        assertThat(viability.proof().units()).isEqualTo(Units.of("million EUR"));
        assertThat(viability.proof().name()).isEqualTo("Outputs v with v > |A| v");
        assertThat(viability.explanation())
                .isEqualTo("The economy is viable: there are outputs of which every industry keeps a surplus after all"
                        + " inputs are replaced.");
    }
}
