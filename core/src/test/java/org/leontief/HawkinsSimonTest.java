package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.RadiusProof;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.technology.Viability;

/** After D. Hawkins and H. A. Simon, "Note: some conditions of macroeconomic stability", Econometrica 17 (1949). */
class HawkinsSimonTest {

    private static Economy economy(double[][] a) {
        return Economy.of(TechnicalCoefficients.of(Labels.of("Coal", "Iron"), Units.of("t"), SparseMatrix.of(a)));
    }

    /**
     * The leading minors of I − A are 0.4 and −0.07. The equations have the solution (−200, −128.57), which a solver of
     * equations finds and no economy can produce.
     */
    @Test
    void anUnproductiveTechnologyGetsNoNegativeOutputs() {
        Economy economy = economy(new double[][] {{0.6, 0.7}, {0.5, 0.3}});

        Rational[] algebraic =
                ExactArithmetic.solve(economy.coefficients().matrix().matrix(), 10, 10);
        assertThat(algebraic[0].doubleValue()).isCloseTo(-200, within(1e-10));
        assertThat(algebraic[1].doubleValue()).isCloseTo(-128.5714, within(1e-4));

        assertThatThrownBy(() -> economy.plan(economy.demand(Map.of("Coal", 10.0, "Iron", 10.0))))
                .isInstanceOf(NotViableException.class)
                .hasMessage("The economy is not viable: 'Coal', 'Iron' together use up at least as much of their own"
                        + " products as they make (spectral radius at least 1).");
        assertThatThrownBy(economy::outputMultipliers).isInstanceOf(NotViableException.class);
        assertThatThrownBy(economy::leontiefInverse).isInstanceOf(NotViableException.class);
        assertThatThrownBy(() -> economy.multipliers("Labour")).hasMessageContaining("There is no 'Labour'");
        assertThatThrownBy(() ->
                        economy.rounds(economy.demand(Map.of("Coal", 1.0)), 3).remainderBound(2))
                .isInstanceOf(NotViableException.class);
    }

    @Test
    void theConvictingVectorHoldsInExactArithmetic() {
        Economy economy = economy(new double[][] {{0.6, 0.7}, {0.5, 0.3}});

        Viability viability = economy.viability();

        assertThat(viability.side()).isEqualTo(RadiusProof.Side.QUANTITIES);
        double[] levels = viability.proof().toArray();
        Rational[] used =
                ExactArithmetic.multiply(economy.coefficients().matrix().matrix(), levels);
        for (int i = 0; i < levels.length; i++) {
            assertThat(levels[i]).isPositive();
            assertThat(used[i]).isGreaterThanOrEqualTo(Rational.of(levels[i]));
        }
        assertThat(economy.coefficients().perronRoot().lower()).isCloseTo(1.060327780786685, within(1e-14));
    }

    /** ρ(A) is 1 to the last bit: everything is used up in reproduction, and nothing is left to deliver. */
    @Test
    void theBorderlineIsNotViable() {
        Economy economy = economy(new double[][] {{0.5, 0.5}, {0.5, 0.5}});

        assertThat(economy.viability().verdict()).isEqualTo(RadiusProof.Verdict.AT_LEAST_ONE);
        assertThat(economy.coefficients().perronRoot().upper()).isCloseTo(1, within(1e-15));
        assertThatThrownBy(() -> economy.plan(economy.demand(Map.of("Coal", 1.0, "Iron", 1.0))))
                .isInstanceOf(NotViableException.class)
                .satisfies(thrown -> assertThat(
                                ((NotViableException) thrown).viability().group())
                        .hasSize(2));
    }

    /** One unit in the last place below the border it may stay undecided, but is not convicted. */
    @Test
    void oneBitBelowTheBorderIsNotConvicted() {
        double half = Math.nextDown(0.5);

        Viability viability = economy(new double[][] {{half, 0.5}, {0.5, half}}).viability();

        assertThat(viability.verdict()).isNotEqualTo(RadiusProof.Verdict.AT_LEAST_ONE);
        assertThat(viability.group()).isEmpty();
    }

    @Test
    void closeBelowTheBorderIsViable() {
        Economy economy = economy(new double[][] {{0.5 - 1e-12, 0.5}, {0.5, 0.5 - 1e-12}});

        assertThat(economy.viability().isViable()).isTrue();
    }
}
