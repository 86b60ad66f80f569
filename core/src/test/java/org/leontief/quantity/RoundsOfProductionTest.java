package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leontief.technology.Recipe.recipe;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.Germany1995;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;

/** The remainder bound itself is shown in MillerBlairChapter2Test and, on a real table and with negative entries, here. */
class RoundsOfProductionTest {

    private static final Economy TEA =
            Economy.of(recipe("Tea").uses("Water", 0.5), recipe("Water").uses("Tea", 0.25));

    @Test
    void everyRoundMakesWhatTheOneBeforeUses() {
        RoundsOfProduction rounds = TEA.rounds(TEA.demand(Map.of("Tea", 8.0)), 4);

        assertThat(rounds.count()).isEqualTo(4);
        assertThat(rounds.round(0).toArray()).containsExactly(8, 0);
        assertThat(rounds.round(1).toArray()).containsExactly(0, 4);
        assertThat(rounds.round(2).toArray()).containsExactly(1, 0);
        assertThat(rounds.round(3).toArray()).containsExactly(0, 0.5);
        assertThat(rounds.cumulative(0).toArray()).containsExactly(8, 0);
        assertThat(rounds.cumulative(3).toArray()).containsExactly(9, 4.5);
        assertThat(rounds.round(2).name()).isEqualTo("Round 2");
        assertThat(rounds.toString().lines()).hasSize(5).anyMatch(line -> line.endsWith("4.0000"));
    }

    @Test
    void theRemainderOfARealTableIsWithinItsBound() {
        Economy germany = Economy.of(Germany1995.table());
        LabelledVector demand = Germany1995.table().finalDemand().total();

        assertRemaindersWithinBounds(germany, demand);
    }

    @Test
    void theRemainderWithNegativeEntriesIsWithinItsBound() {
        Economy economy = Economy.of(TechnicalCoefficients.of(
                Labels.of("Power", "Heat"), Units.of("GWh"), SparseMatrix.of(new double[][] {{0.3, 0.4}, {-0.5, 0.2}
                })));

        assertRemaindersWithinBounds(economy, economy.demand(Map.of("Power", 10.0, "Heat", -3.0)));
    }

    private static void assertRemaindersWithinBounds(Economy economy, LabelledVector demand) {
        Rational[] exact = ExactArithmetic.solve(economy.coefficients().matrix().matrix(), demand.toArray());
        RoundsOfProduction rounds = economy.rounds(demand, 6);
        for (int k = 0; k < 6; k++) {
            for (int i = 0; i < exact.length; i++) {
                ExactArithmetic.assertWithin(
                        rounds.cumulative(k).at(i), rounds.remainderBound(k).at(i), exact[i]);
            }
        }
    }

    @Test
    void onlyRoundsThatWereComputed() {
        RoundsOfProduction rounds = TEA.rounds(TEA.demand(Map.of("Tea", 8.0)), 2);

        for (int k : new int[] {-1, 2}) {
            assertThatThrownBy(() -> rounds.round(k))
                    .isInstanceOf(IndexOutOfBoundsException.class)
                    .hasMessage("There is no round " + k + "; rounds 0 to 1 were computed.");
            assertThatThrownBy(() -> rounds.cumulative(k)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> rounds.remainderBound(k)).isInstanceOf(IndexOutOfBoundsException.class);
        }
        assertThatThrownBy(() -> TEA.rounds(TEA.demand(Map.of()), 0))
                .hasMessage("count is 0; at least one round is needed.");
    }
}
