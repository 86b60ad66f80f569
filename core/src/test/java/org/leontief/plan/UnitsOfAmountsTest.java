package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Activity.activity;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.optimisation.ProgrammeStatus;

/** Whether a table is in EUR or in thousand million EUR makes no difference to what is proved of a plan. */
class UnitsOfAmountsTest {

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1, 1e9, 1e12})
    void thePlanIsTheSameInLargeAndInSmallUnits(double scale) {
        BestPlan plan = PlanProblem.of(
                        activity("Farms")
                                .makes("Food", 0.9)
                                .uses("Machines", 0.3)
                                .uses("Hours", 0.7),
                        activity("Works").makes("Machines", 1).uses("Food", 0.1).uses("Hours", 1.1),
                        activity("Old works")
                                .makes("Machines", 0.7)
                                .uses("Food", 0.1)
                                .uses("Hours", 0.9))
                .resource("Hours", 10.0 / 3 * scale)
                .output("Machines", Limit.atMost(0.9 * scale))
                .stock("Food", 0.1 * scale)
                .target(Map.of("Food", 0.7, "Machines", 0.1))
                .largestMultiple();

        assertThat(plan.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        // By hand, with works w, farms f: 0.9 f + 0.1 − 0.1 w = 0.7 t, w − 0.3 f = 0.1 t; machines ≤ 0.9 holds back.
        double w = 0.9;
        double t = (0.9 / 0.3 * w + 0.1 - 0.1 * w) / (0.7 + 0.9 * 0.1 / 0.3);
        assertThat(plan.objective() / scale).isCloseTo(t, within(1e-12));
        assertThat(plan.objectiveBound() / scale).isCloseTo(t, within(1e-9));
    }
}
