package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.technology.Recipe.recipe;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.Germany1995;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnicalCoefficients;

/** Miller and Blair 2009: the two-sector economy of section 2.3 (x = 1000, 2000; d = 350, 1700) with a given output. */
class MixedPlanTest {

    private static final Economy TWO = Economy.of(
            recipe("One").unit("USD").uses("One", 0.15).uses("Two", 0.20),
            recipe("Two").unit("USD").uses("One", 0.25).uses("Two", 0.05));
    private static final LabelledVector DEMAND = TWO.demand(Map.of("One", 350.0, "Two", 1700.0));

    private static MixedPlan given(double one) {
        return MixedPlan.of(TWO.coefficients(), DEMAND, Map.of("One", one), SolveOptions.defaults());
    }

    @Test
    void theOutputOfTheTableDeliversItsDemand() {
        MixedPlan plan = given(1000);

        assertThat(plan.grossOutput().of("Two")).isCloseTo(2000, within(1e-9));
        assertThat(plan.finalDeliveries().of("One")).isCloseTo(350, within(1e-9));
        assertThat(plan.finalDeliveries().of("Two")).isEqualTo(1700);
    }

    /** x₂ = (1700 + 0.2·800)/0.95, d₁ = 0.85·800 − 0.25 x₂. */
    @Test
    void lessOutputOfOneLeavesLessOfItToDeliver() {
        MixedPlan plan = given(800);
        double two = 1860 / 0.95;

        assertThat(plan.grossOutput().of("One")).isEqualTo(800);
        assertThat(plan.grossOutput().of("Two")).isCloseTo(two, within(1e-9));
        assertThat(plan.finalDeliveries().of("One")).isCloseTo(680 - 0.25 * two, within(1e-9));
        assertThat(plan.shortOfDemand().of("One")).isCloseTo(350 - 680 + 0.25 * two, within(1e-9));
        assertThat(plan.shortOfDemand().of("Two")).isZero();
        assertThat(plan.requireDeliverable()).isSameAs(plan);
        assertThat(plan.given()).extracting(Object::toString).containsExactly("One");
    }

    @Test
    void deliveriesBelowNothingAreNamed() {
        MixedPlan plan = given(500);

        assertThat(plan.finalDeliveries().of("One")).isCloseTo(425 - 0.25 * 1800 / 0.95, within(1e-9));
        assertThat(plan.negative()).extracting(Object::toString).containsExactly("One");
        assertThat(plan.toString()).contains("more is used up than made of 'One'");
        assertThatThrownBy(plan::requireDeliverable)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'One' by 48.684");
    }

    /** What the mixed plan delivers, planned the ordinary way, takes the outputs of the mixed plan. */
    @Test
    void theDeliveriesTakeTheOutputs() {
        Economy germany = Economy.of(Germany1995.table());
        MixedPlan plan = MixedPlan.of(
                germany.coefficients(),
                Germany1995.table().finalDemand().total(),
                Map.of("Construction", 200_000.0, "Trade", 500_000.0),
                SolveOptions.defaults());

        LabelledVector outputs =
                germany.plan(plan.finalDeliveries().values()).grossOutput().values();

        for (int i = 0; i < 6; i++) {
            assertThat(outputs.at(i)).isCloseTo(plan.grossOutput().at(i), within(1e-12 * outputs.at(i)));
        }
        assertThat(plan.grossOutput().of("Trade")).isEqualTo(500_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyBoundHoldsInExactArithmetic(long seed) {
        Random random = new Random(seed);
        int n = 7;
        double[][] a = new double[n][n];
        double[] d = new double[n];
        Map<String, Double> given = new HashMap<>();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = random.nextDouble() < 0.6 ? random.nextDouble() * 0.28 : 0;
            }
            d[i] = random.nextDouble() * 100;
        }
        given.put("p2", 80 * random.nextDouble());
        given.put("p5", 80 * random.nextDouble());
        Labels products = Labels.of("p0", "p1", "p2", "p3", "p4", "p5", "p6");
        TechnicalCoefficients economy = TechnicalCoefficients.of(products, Units.of("t"), SparseMatrix.of(a));

        MixedPlan plan = MixedPlan.of(
                economy, LabelledVector.of("d", products, Units.of("t"), d), given, SolveOptions.defaults());

        Rational[] x = exactOutputs(a, d, given);
        for (int i = 0; i < n; i++) {
            ExactArithmetic.assertWithin(
                    plan.grossOutput().at(i), plan.grossOutput().errorBoundAt(i), x[i]);
            Rational delivered = x[i];
            for (int j = 0; j < n; j++) {
                delivered = delivered.minus(Rational.of(a[i][j]).times(x[j]));
            }
            ExactArithmetic.assertWithin(
                    plan.finalDeliveries().at(i), plan.finalDeliveries().errorBoundAt(i), delivered);
        }
        assertThat(plan.finalDeliveries().isCertified()).isTrue();
        assertThat(plan.finalDeliveries().errorBound("p2")).isLessThan(1e-10);
    }

    /** The system of the free industries alone, by elimination: nothing of the library's way is used. */
    private static Rational[] exactOutputs(double[][] a, double[] d, Map<String, Double> given) {
        int n = d.length;
        Rational[][] m = new Rational[n][n + 1];
        for (int i = 0; i < n; i++) {
            Double output = given.get("p" + i);
            for (int j = 0; j < n; j++) {
                Rational one = i == j ? Rational.ONE : Rational.ZERO;
                m[i][j] = output == null ? one.minus(Rational.of(a[i][j])) : one;
            }
            m[i][n] = Rational.of(output == null ? d[i] : output);
        }
        return ExactArithmetic.eliminate(m);
    }

    /** Together the two cannot reproduce themselves; with coal given, steel can. */
    @Test
    void onlyTheIndustriesWithGivenDemandMustBeViable() {
        Economy hungry = Economy.of(
                recipe("Coal").unit("t").uses("Steel", 1.2),
                recipe("Steel").unit("t").uses("Coal", 1.0).uses("Steel", 0.1));
        LabelledVector demand = hungry.demand(Map.of("Steel", 9.0));

        MixedPlan plan = MixedPlan.of(hungry.coefficients(), demand, Map.of("Coal", 0.0), SolveOptions.defaults());

        assertThat(plan.grossOutput().of("Steel")).isCloseTo(10, within(1e-13));
        assertThat(plan.finalDeliveries().of("Coal")).isCloseTo(-10, within(1e-13));
        Economy worse =
                Economy.of(recipe("Coal").unit("t"), recipe("Steel").unit("t").uses("Steel", 1.5));
        assertThatThrownBy(() -> MixedPlan.of(
                        worse.coefficients(),
                        worse.demand(Map.of("Steel", 1.0)),
                        Map.of("Coal", 1.0),
                        SolveOptions.defaults()))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("Steel");
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> given(-1)).hasMessageContaining("'One' is -1.0");
        assertThatThrownBy(() -> given(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> MixedPlan.of(TWO.coefficients(), DEMAND, Map.of("Onne", 1.0), SolveOptions.defaults()))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("'One'");
        assertThatThrownBy(() -> MixedPlan.of(TWO.coefficients(), DEMAND, Map.of(), SolveOptions.defaults()))
                .hasMessageContaining("No output is given");
    }
}
