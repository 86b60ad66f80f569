package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.technology.Recipe.recipe;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.leontief.Germany1995;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

class HarmonyTest {

    private static final InputOutputTable TABLE = Germany1995.table();

    private static PlanProblem islands(double hours) {
        return PlanProblem.of(TechnicalCoefficients.ofRecipes(java.util.List.of(
                        recipe("Bread").unit("t").labour(2),
                        recipe("Cloth").unit("m").labour(1))))
                .resource("Labour", hours)
                .target(Map.of("Bread", 10.0, "Cloth", 20.0));
    }

    /** W. P. Cockshott's function: s − s²/2 below the target, ln(1 + s) above it. */
    @Test
    void theFunctionIsFlatAboveAndSteepBelow() {
        assertThat(Harmony.of(100, 100)).isZero();
        assertThat(Harmony.of(50, 100)).isCloseTo(-0.625, within(1e-15));
        assertThat(Harmony.of(0, 100)).isCloseTo(-1.5, within(1e-15));
        assertThat(Harmony.of(200, 100)).isCloseTo(Math.log(2), within(1e-15));
        Harmony harmony = new Harmony(3, 1);
        for (double y : new double[] {0.5, 2, 3.9, 4.1, 7, 30}) {
            double slope = (harmony.value(y + 1e-6) - harmony.value(y - 1e-6)) / 2e-6;
            assertThat(harmony.slope(y)).as("at %s", y).isCloseTo(slope, within(1e-8));
        }
        assertThatThrownBy(() -> Harmony.of(1, 0)).hasMessageContaining("target of 0.0");
    }

    /** With all hours that the target takes, the target; its price is that of an hour: H'(0)/target per 2 hours of bread. */
    @Test
    void whatIsEnoughForTheTargetMeetsIt() {
        BestPlan plan = islands(40).harmony();

        assertThat(plan.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(plan.objective()).isCloseTo(0, within(1e-8));
        assertThat(plan.deliveries().of("Bread")).isCloseTo(10, within(1e-3));
        assertThat(plan.worth("Labour").worth()).isCloseTo(1.0 / 20, within(1e-4));
        assertThat(plan.unit()).isEqualTo("harmony");
    }

    /** Half the hours: each product is 20 hours at the target, so both lose the same share. */
    @Test
    void aShortageIsShared() {
        BestPlan plan = islands(20).harmony();

        assertThat(plan.objective()).isCloseTo(2 * -0.625, within(1e-8));
        assertThat(plan.objectiveBound()).isGreaterThanOrEqualTo(-1.25).isLessThan(-1.25 + 1e-8);
        assertThat(plan.deliveries().of("Bread")).isCloseTo(5, within(1e-3));
        assertThat(plan.deliveries().of("Cloth")).isCloseTo(10, within(2e-3));
        assertThat(plan.worth("Labour").worth()).isCloseTo(1.5 / 20, within(1e-4));
    }

    /** What is demanded anyway is delivered beside the target: 4 t of bread take 8 of 20 hours. */
    @Test
    void theTargetIsBesideTheDemand() {
        BestPlan plan = islands(48).demand(Map.of("Bread", 4.0)).harmony();

        assertThat(plan.objective()).isCloseTo(0, within(1e-8));
        assertThat(plan.deliveries().of("Bread")).isCloseTo(14, within(2e-3));
    }

    /** Germany 1995 with nine tenths of its people: no random plan within the limits is more in harmony. */
    @Test
    void noOtherPlanIsMoreInHarmony() {
        LabelledVector households = TABLE.finalDemand().category("Households");
        LabelledVector others = TABLE.finalDemand().total().minus(households).named("Others");
        PlanProblem problem = PlanProblem.of(TABLE)
                .resource("Employment", 0.9 * 36_428)
                .resource("CO2", 600_000)
                .demand(others)
                .target(households);

        BestPlan plan = problem.harmony();

        assertThat(plan.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(plan.objectiveBound() - plan.objective()).isLessThan(1e-8);
        LabelledVector delivered = plan.deliveries().minus(others);
        assertThat(Harmony.of(delivered, households).total()).isCloseTo(plan.objective(), within(1e-9));
        TechnicalCoefficients economy = TechnicalCoefficients.of(TABLE);
        LabelledVector jobs = multipliers(economy, "Employment");
        LabelledVector carbon = multipliers(economy, "CO2");
        Random random = new Random(5);
        for (int trial = 0; trial < 1000; trial++) {
            double size = Math.pow(10, -3 * random.nextDouble());
            double[] values = delivered.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] *= Math.max(0, 1 + size * random.nextGaussian());
            }
            LabelledVector other = LabelledVector.of("Other", households.labels(), households.units(), values);
            double fits = Math.min(
                    (0.9 * 36_428 - dot(jobs, others)) / dot(jobs, other),
                    (600_000 - dot(carbon, others)) / dot(carbon, other));
            assertThat(Harmony.of(other.times(fits), households).total()).isLessThanOrEqualTo(plan.objectiveBound());
        }
    }

    private static LabelledVector multipliers(TechnicalCoefficients economy, String row) {
        double[] perUnit = economy.system()
                .transposed()
                .solve(economy.extension(row).toArray())
                .values();
        return LabelledVector.of(row, economy.industries(), Units.NONE, perUnit);
    }

    private static double dot(LabelledVector a, LabelledVector b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.at(i) * b.at(i);
        }
        return sum;
    }

    @Test
    void thePriceOfAnHourIsAFiniteDifference() {
        double step = 0.1;
        double difference = (islands(25 + step).harmony().objective()
                        - islands(25 - step).harmony().objective())
                / (2 * step);

        assertThat(islands(25).harmony().worth("Labour").worth()).isCloseTo(difference, within(1e-3 * difference));
    }

    @Test
    void mistakesAreNamed() {
        PlanProblem problem = islands(40);

        assertThatThrownBy(() -> problem.best(Goal.harmony(), Goal.least("Labour")))
                .hasMessageContaining("Let it be the last");
        assertThatThrownBy(() -> problem.target(Map.of("Bread", -1.0)).harmony())
                .hasMessageContaining("'Bread' is -1.0");
        assertThatThrownBy(() -> problem.delivery("Bread", Limit.atLeast(30)).harmony())
                .isInstanceOf(InfeasiblePlanException.class)
                .hasMessageContaining("Bread");
        LabelledVector one = LabelledVector.of("y", Labels.of("Bread"), Units.of("t"), 1);
        assertThatThrownBy(() -> Harmony.of(one, LabelledVector.of("b", Labels.of("Bread"), Units.of("kg"), 1)))
                .hasMessageContaining("kg");
    }

    @Test
    void withinTheOrderOfGoalsItComesAfterOthers() {
        BestPlan plan = islands(40).best(Goal.mostOf("Bread").within(0.25), Goal.harmony());

        assertThat(plan.deliveries().of("Bread")).isCloseTo(15, within(1e-6));
        assertThat(plan.deliveries().of("Cloth")).isCloseTo(10, within(1e-6));
    }
}
