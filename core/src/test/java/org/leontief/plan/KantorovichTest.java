package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;
import static org.leontief.plan.Limit.atMost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.leontief.optimisation.ProgrammeStatus;

/** The problems with which planning under limits began, typed without any table. */
class KantorovichTest {

    /**
     * L. V. Kantorovich (1939), "Mathematical Methods of Organizing and Planning Production", Management Science 6 (1960),
     * table 1: three milling machines, three turret lathes and an automatic turret lathe make two parts in equal numbers.
     */
    static PlanProblem machines() {
        int[][] piecesPerDay = {{10, 20}, {20, 30}, {30, 80}};
        String[] machines = {"Milling machines", "Turret lathes", "Automatic lathes"};
        List<Activity> activities = new ArrayList<>();
        for (int m = 0; m < 3; m++) {
            for (int part = 0; part < 2; part++) {
                activities.add(activity(machines[m] + " on part " + (part + 1))
                        .makes("Part " + (part + 1), "pieces", piecesPerDay[m][part])
                        .uses(machines[m], "machine-days", 1));
            }
        }
        return PlanProblem.of(activities.toArray(Activity[]::new))
                .resource("Milling machines", 3)
                .resource("Turret lathes", 3)
                .resource("Automatic lathes", 1)
                .target(Map.of("Part 1", 1.0, "Part 2", 1.0));
    }

    /** After L. V. Kantorovich, The Best Use of Economic Resources (1965): three kinds of excavator, three kinds of work. */
    static PlanProblem excavators() {
        double[][] workByMachine = {{105, 107, 64}, {56, 66, 38}, {56, 83, 53}};
        List<Activity> activities = new ArrayList<>();
        for (int m = 0; m < 3; m++) {
            for (int work = 0; work < 3; work++) {
                activities.add(activity("Excavator " + "ABC".charAt(m) + " on work " + (work + 1))
                        .makes("Work " + (work + 1), "m³", workByMachine[work][m])
                        .uses("Excavator " + "ABC".charAt(m), "shifts", 1));
            }
        }
        PlanProblem problem = PlanProblem.of(activities.toArray(Activity[]::new));
        for (String machine : List.of("Excavator A", "Excavator B", "Excavator C")) {
            problem = problem.resource(machine, "shifts", 1);
        }
        return problem.target(Map.of("Work 1", 1.0, "Work 2", 1.0, "Work 3", 1.0));
    }

    @Test
    void machinesMakeEightySixAndTwoThirdsSets() {
        BestPlan best = machines().largestMultiple();

        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.objective()).isCloseTo(260 / 3.0, within(1e-11));
        assertThat(best.objectiveBound()).isCloseTo(260 / 3.0, within(1e-10));
        assertThat(best.multiple()).isCloseTo(best.objective(), within(1e-12));
        assertThat(best.deliveries().of("Part 1")).isCloseTo(260 / 3.0, within(1e-11));
        assertThat(best.deliveries().of("Part 2")).isCloseTo(260 / 3.0, within(1e-11));
        // The simple solution, each machine half on each part, gives 77: comparative advantage is worth ten sets a day.
        assertThat(best.intensities().of("Automatic lathes on part 2")).isCloseTo(1, within(1e-12));
        assertThat(best.intensities().of("Turret lathes on part 1")).isCloseTo(3, within(1e-12));
        // A mill makes 10 of part 1 or 20 of part 2, so that one is worth two of the other: resolving multipliers 2/3
        // and 1/3.
        assertThat(best.prices().of("Part 1")).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(best.prices().of("Part 2")).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void excavatorsAndTheirValuations() {
        BestPlan best = excavators().largestMultiple();

        assertThat(best.objective()).isCloseTo(70.4932735, within(5e-8));
        assertThat(best.worth("Excavator A").worth()).isCloseTo(24.049672, within(5e-7));
        assertThat(best.worth("Excavator B").worth()).isCloseTo(28.344257, within(5e-7));
        assertThat(best.worth("Excavator C").worth()).isCloseTo(18.099345, within(5e-7));
        assertThat(best.price("Work 1").worth()).isCloseTo(0.229044, within(5e-7));
        assertThat(best.price("Work 2").worth()).isCloseTo(0.429458, within(5e-7));
        assertThat(best.price("Work 3").worth()).isCloseTo(0.341497, within(5e-7));
        double[] inUse = Arrays.stream(best.intensities().toArray())
                .filter(intensity -> intensity > 1e-9)
                .sorted()
                .toArray();
        assertThat(inUse).containsExactly(new double[] {0.210762, 0.328635, 0.671365, 0.789238, 1.0}, within(5e-7));
        // The problem is homogeneous: the valuations of all machines add up to the plan.
        double sum = 0;
        for (LimitUse use : best.limits()) {
            sum += use.worth() * use.level();
        }
        assertThat(sum).isCloseTo(best.objective(), within(1e-9));
    }

    @Test
    void aValuationIsWhatAnotherShiftAdds() {
        double step = 1e-3;
        BestPlan best = excavators().largestMultiple();
        for (String machine : excavators().resources()) {
            double more = excavators()
                    .available(machine, atMost(1 + step))
                    .largestMultiple()
                    .objective();
            double less = excavators()
                    .available(machine, atMost(1 - step))
                    .largestMultiple()
                    .objective();

            assertThat((more - less) / (2 * step))
                    .as(machine)
                    .isCloseTo(best.worth(machine).worth(), within(1e-7));
        }
    }

    @Test
    void whatLosesSaysHowMuch() {
        BestPlan best = machines().largestMultiple();

        // 30 pieces of part 1 at 2/3 for a day that is worth 80/3.
        assertThat(best.advantages().of("Automatic lathes on part 1")).isCloseTo(20 - 80 / 3.0, within(1e-11));
        Appraisal appraisal = best.appraisal("Automatic lathes on part 1");
        assertThat(appraisal.brings()).isCloseTo(20, within(1e-11));
        assertThat(appraisal.takes()).isCloseTo(80 / 3.0, within(1e-11));
        assertThat(appraisal.isWorthwhile()).isFalse();
        assertThat(best.appraisal("Automatic lathes on part 2").isWorthwhile()).isTrue();
        // Forced to run, it costs just that.
        double forced = machines()
                .intensity("Automatic lathes on part 1", Limit.atLeast(0.01))
                .largestMultiple()
                .objective();
        assertThat((forced - best.objective()) / 0.01).isCloseTo(20 - 80 / 3.0, within(1e-8));
    }

    /** Within its range a price is exact, beyond it the problem has another one. */
    @Test
    void aPriceSaysHowFarItHolds() {
        BestPlan best = machines().largestMultiple();
        ShadowPrice lathes = best.worth("Turret lathes");

        Limit range = lathes.holds().orElseThrow();
        assertThat(range.lower()).isLessThan(3);
        assertThat(range.upper()).isGreaterThan(3).isFinite();
        for (double amount : new double[] {range.lower(), range.upper()}) {
            BestPlan moved =
                    machines().available("Turret lathes", atMost(amount)).largestMultiple();
            assertThat(moved.objective()).isCloseTo(best.objective() + lathes.ofChange(amount - 3), within(1e-10));
        }
        double beyond = machines()
                .available("Turret lathes", atMost(range.upper() + 0.1))
                .largestMultiple()
                .objective();
        assertThat(beyond - best.objective()).isLessThan(lathes.worth() * (range.upper() + 0.1 - 3) - 1e-6);
        assertThatThrownBy(() -> lathes.ofChange(range.upper() + 0.1 - 3))
                .hasMessageContaining("Turret lathes")
                .hasMessageContaining("not known to hold");
        assertThat(lathes.toString())
                .startsWith("Turret lathes: 13.33333 multiples per machine-days, holds for amounts from");
    }

    /** Ore and labour just suffice together: more of one is worth nothing, less of it costs. */
    @Test
    void aPriceOfOneSideOnly() {
        PlanProblem problem = PlanProblem.of(activity("Smelter")
                        .makes("Iron", "t", 1)
                        .uses("Ore", "t", 2)
                        .uses("Labour", "hours", 4))
                .resource("Ore", 10)
                .resource("Labour", 20);
        BestPlan best = problem.best(Goal.mostOf("Iron"));

        assertThat(best.objective()).isCloseTo(5, within(1e-12));
        for (String resource : new String[] {"Ore", "Labour"}) {
            ShadowPrice price = best.worth(resource);
            double last = resource.equals("Ore") ? 0.5 : 0.25;
            assertThat(price.worth()).isBetween(0.0, last);
            assertThat(price.note()).isEqualTo("one unit more is worth 0, the last one " + last);
        }
    }
}
