package org.leontief.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.plan.Limit.atLeast;
import static org.leontief.plan.Limit.atMost;
import static org.leontief.plan.SmallEconomy.COEFFICIENTS;
import static org.leontief.plan.SmallEconomy.problem;
import static org.leontief.plan.SmallEconomy.vector;
import static org.leontief.technology.Recipe.recipe;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.leontief.label.LabelledVector;
import org.leontief.label.NumberText;
import org.leontief.label.Units;
import org.leontief.label.UnknownLabelException;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.Multipliers;
import org.leontief.resource.Resources;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.TechnicalCoefficients;

/** Plans of industries with one technique each, against the solved system x = Ax + d and against finite differences. */
class PlanOfATableTest {

    private static final LabelledVector DEMAND = vector("Demand", 10, 30, 0);
    private static final LabelledVector BASKET = vector("Basket", 1, 0, 10);

    private static PlanProblem limited() {
        return problem()
                .resource("Labour", 2000)
                .resource("CO2", 150)
                .demand(DEMAND)
                .target(BASKET);
    }

    @Test
    void oneScarceResourceIsSharedOutByMultipliers() {
        BestPlan best =
                problem().resource("Labour", 2000).demand(DEMAND).target(BASKET).largestMultiple();

        // With labour alone the multiple is (hours − λ·d) / λ·b, and prices are labour values in baskets.
        LabelledVector values = Multipliers.ofExtension(COEFFICIENTS, "Labour", SolveOptions.defaults())
                .values();
        double inDemand = dot(values, DEMAND);
        double inBasket = dot(values, BASKET);
        assertThat(best.multiple()).isCloseTo((2000 - inDemand) / inBasket, within(1e-11));
        assertThat(best.worth("Labour").worth()).isCloseTo(1 / inBasket, within(1e-13));
        for (int i = 0; i < 3; i++) {
            assertThat(best.prices().at(i)).isCloseTo(values.at(i) / inBasket, within(1e-13));
        }
        assertThat(best.prices().units().get(0)).isEqualTo("multiples per t");
        LabelledVector delivered = best.deliveries();
        GrossOutputPlan plan = GrossOutputPlan.of(COEFFICIENTS, delivered, SolveOptions.defaults());
        assertThat(best.grossOutput().toArray())
                .containsExactly(plan.grossOutput().values().toArray(), within(1e-10));
        assertThat(best.use("Labour")).isCloseTo(2000, within(1e-9));
        assertThat(best.use("CO2")).isCloseTo(plan.extension("CO2").total(), within(1e-10));
    }

    /** Less than no labour there cannot be: what one hour more is worth has to be said apart, whatever basis was found. */
    @Test
    void aPriceBesideWhichThereIsNoPlanSaysSo() {
        BestPlan best = problem().resource("Labour", 0).target(BASKET).largestMultiple();
        LabelledVector values = Multipliers.ofExtension(COEFFICIENTS, "Labour", SolveOptions.defaults())
                .values();

        assertThat(best.worth("Labour").note())
                .isEqualTo("one unit more is worth " + NumberText.of(1 / dot(values, BASKET))
                        + ", with one less there is no plan");
        assertThat(ShadowPrice.cornerNote(2, Double.NEGATIVE_INFINITY))
                .isEqualTo("with one unit more there is no plan, the last one 2");
        assertThat(ShadowPrice.cornerNote(2, 2)).isEmpty();
    }

    /** A limit on what one industry alone uses is a ceiling of its output, and worth what that is worth, per unit of use. */
    @Test
    void whatSomeIndustriesUseIsNamedByIndustry() {
        PlanProblem problem = problem().resource("Labour", 2000).demand(DEMAND).target(BASKET);
        String industry = COEFFICIENTS.industries().get(2).toString();
        double most = 0.5 * problem.largestMultiple().grossOutput().at(2);

        BestPlan byUse = problem.resource("Oven", "oven hours", Map.of(industry, 0.25), 0.25 * most)
                .largestMultiple();
        BestPlan byOutput = problem.output(industry, atMost(most)).largestMultiple();

        assertThat(byUse.multiple()).isCloseTo(byOutput.multiple(), within(1e-11));
        assertThat(byUse.worth("Oven").worth() * 0.25)
                .isPositive()
                .isCloseTo(byOutput.worth(LimitKind.OUTPUT, industry).worth(), within(1e-12));
        assertThatThrownBy(() -> problem.resource("Oven", "oven hours", Map.of("Bread", 0.25), 1))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("Bread");
    }

    private static double dot(LabelledVector a, LabelledVector b) {
        double sum = 0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.at(i) * b.at(i);
        }
        return sum;
    }

    @Test
    void leastLabourForADemandIsWhatThePlanTakes() {
        LabelledVector demand = DEMAND.plus("Food", 5);
        BestPlan best = problem().demand(demand).least("Labour");

        GrossOutputPlan plan = GrossOutputPlan.of(COEFFICIENTS, demand, SolveOptions.defaults());
        assertThat(best.objective()).isCloseTo(plan.extension("Labour").total(), within(1e-10));
        assertThat(best.unit()).isEqualTo("hours");
        // The price of a product is the labour that it saves: its labour value.
        LabelledVector values = Multipliers.ofExtension(COEFFICIENTS, "Labour", SolveOptions.defaults())
                .values();
        assertThat(best.prices().toArray()).containsExactly(values.toArray(), within(1e-11));
        assertThat(best.limit(LimitKind.DEMAND, "Steel").worth()).isCloseTo(-values.of("Steel"), within(1e-12));
    }

    @Test
    void everyPriceIsADifferenceQuotient() {
        UnaryOperator<PlanProblem> limits = problem -> problem.output("Coal", atMost(60))
                .delivery("Steel", atLeast(35))
                .intensity("Steel", atMost(90));
        PlanProblem base = limits.apply(limited());
        BestPlan best = base.largestMultiple();

        assertThat(best.objective()).isPositive();
        requireQuotient(best, best.worth("Labour"), h -> base.available("Labour", atMost(2000 + h)));
        requireQuotient(best, best.worth("CO2"), h -> base.available("CO2", atMost(150 + h)));
        for (String product : new String[] {"Coal", "Steel", "Food"}) {
            requireQuotient(best, best.price(product), h -> base.stock(product, h));
        }
        requireQuotient(
                best,
                best.worth(LimitKind.OUTPUT, "Coal"),
                h -> limited()
                        .output("Coal", atMost(60 + h))
                        .delivery("Steel", atLeast(35))
                        .intensity("Steel", atMost(90)));
        requireQuotient(
                best,
                best.worth(LimitKind.DELIVERY, "Steel"),
                h -> limited()
                        .output("Coal", atMost(60))
                        .delivery("Steel", atLeast(35 + h))
                        .intensity("Steel", atMost(90)));
        requireQuotient(best, best.worth(LimitKind.DEMAND, "Coal"), h -> base.demand(DEMAND.plus("Coal", h)));
    }

    private interface Moved {

        PlanProblem by(double step);
    }

    private static void requireQuotient(BestPlan best, ShadowPrice price, Moved moved) {
        double step = 1e-4;
        double more = moved.by(step).largestMultiple().objective();
        double less = moved.by(-step).largestMultiple().objective();

        assertThat((more - less) / (2 * step)).as(price.of()).isCloseTo(price.worth(), within(1e-9));
        Limit range = price.holds().orElseThrow();
        assertThat(range.lower()).as(price.of()).isLessThan(price.amount());
        assertThat(range.upper()).as(price.of()).isGreaterThan(price.amount());
        double far = Math.min(range.upper(), price.amount() + 1e3) - price.amount();
        assertThat(moved.by(far).largestMultiple().objective() - best.objective())
                .as(price.of() + " up to " + range.upper())
                .isCloseTo(price.ofChange(far), within(1e-9));
        assertThat((more - best.objective()) / step).as(price.of()).isCloseTo(price.worth(), within(1e-8));
    }

    @Test
    void whatHouseholdsEmitCountsWithWhatTheyGet() {
        LabelledVector exhaust = LabelledVector.of(
                "Exhaust", COEFFICIENTS.industries(), Units.of("t").per(COEFFICIENTS.units()), Map.of("Coal", 2.5));
        BestPlan best = problem()
                .resource("CO2", 150)
                .usedByDeliveries("CO2", exhaust)
                .target(BASKET)
                .largestMultiple();

        LabelledVector co2 = Multipliers.ofExtension(COEFFICIENTS, "CO2", SolveOptions.defaults())
                .values();
        assertThat(best.multiple()).isCloseTo(150 / (dot(co2, BASKET) + 2.5), within(1e-11));
        assertThat(best.use("CO2")).isCloseTo(150, within(1e-9));
    }

    @Test
    void weightsDecideWhatIsDelivered() {
        LabelledVector weights = LabelledVector.of(
                "Worth to users",
                COEFFICIENTS.industries(),
                Units.of("points per t"),
                Map.of("Coal", 1.0, "Steel", 7.0, "Food", 9.0));
        BestPlan best = limited().delivery("Food", atMost(40)).mostValue(weights);

        assertThat(best.unit()).isEqualTo("points");
        double value = dot(weights, best.deliveries());
        assertThat(best.objective()).isCloseTo(value, within(1e-9));
        // No other split of the two resources between coal, steel and food is better: try a grid of them.
        for (int food = 0; food <= 40; food++) {
            for (int steel = 30; steel <= 120; steel++) {
                for (int coal = 10; coal <= 100; coal += 5) {
                    GrossOutputPlan plan =
                            GrossOutputPlan.of(COEFFICIENTS, vector("Try", coal, steel, food), SolveOptions.defaults());
                    if (plan.extension("Labour").total() <= 2000
                            && plan.extension("CO2").total() <= 150) {
                        assertThat(coal + 7.0 * steel + 9.0 * food).isLessThanOrEqualTo(value + 1e-9);
                    }
                }
            }
        }
    }

    @Test
    void goalsInTheirOrder() {
        PlanProblem problem = limited()
                .activities(Activity.activity("Careful steel")
                        .makes("Steel", 1)
                        .uses("Coal", 0.5)
                        .uses("Labour", "hours", 12)
                        .uses("CO2", "t", 1));
        double most = problem.largestMultiple().objective();
        BestPlan best = problem.best(Goal.largestMultiple().within(0.05), Goal.least("CO2"));

        assertThat(best.multiple()).isCloseTo(0.95 * most, within(1e-9));
        assertThat(best.objective()).isCloseTo(best.use("CO2"), within(1e-9)).isLessThan(150);
        LimitUse given = best.goalsHeld().get(0);
        // What a unit of the multiple costs in exhaust, as a difference quotient.
        double step = 1e-4;
        double further = problem.best(Goal.largestMultiple().within(0.05 + step), Goal.least("CO2"))
                .objective();
        assertThat((further - best.objective()) / (step * most)).isCloseTo(given.worth(), within(1e-7));
    }

    @Test
    void opportunityCostOfSteel() {
        PlanProblem problem = limited()
                .activities(Activity.activity("Tinned food")
                        .makes("Food", 1)
                        .uses("Food", 0.9)
                        .uses("Steel", 0.15)
                        .uses("Labour", "hours", 2));
        BestPlan best = problem.largestMultiple();

        OpportunityCost cost = best.opportunityCost("Steel");
        assertThat(cost.price().worth()).isEqualTo(best.prices().of("Steel"));
        assertThat(cost.use("Food").isWorthwhile()).isTrue();
        assertThat(cost.use("Food").value()).isCloseTo(cost.price().worth(), within(1e-12));
        assertThat(cost.use("Food").amount())
                .isCloseTo(0.02 * best.intensities().of("Food"), within(1e-12));
        OpportunityCost.Use tins = cost.use("Tinned food");
        double bid = (best.prices().of("Food") * 0.1 - 2 * best.worth("Labour").worth()) / 0.15;
        assertThat(tins.value()).isCloseTo(bid, within(1e-12));
        assertThat(tins.isWorthwhile()).isFalse();
        // At just the price that it can pay it would be used.
        Appraisal appraisal = best.appraisal("Tinned food");
        assertThat(appraisal.net()).isCloseTo(0.15 * (bid - cost.price().worth()), within(1e-12));
        double used =
                cost.uses().stream().mapToDouble(OpportunityCost.Use::amount).sum();
        assertThat(used).isCloseTo(best.grossOutput().of("Steel"), within(1e-9));
    }

    @Test
    void resourcesOfACheckAreLimitsOfThePlan() {
        Resources resources =
                Resources.of(COEFFICIENTS).row("Labour", 2000).row("CO2", 150).capacity("Coal", 60);

        BestPlan best =
                problem().resources(resources).demand(DEMAND).target(BASKET).largestMultiple();
        BestPlan same = limited().output("Coal", atMost(60)).largestMultiple();

        assertThat(best.objective()).isCloseTo(same.objective(), within(1e-11));
        assertThat(best.worth("Capacity of Coal").worth())
                .isCloseTo(same.limit(LimitKind.OUTPUT, "Coal").worth(), within(1e-12));
    }

    @Test
    void resourcesOfACheckAreJoinedByName() {
        TechnicalCoefficients turned = TechnicalCoefficients.ofRecipes(List.of(
                recipe("Food").unit("t"),
                recipe("Coal").unit("t"),
                recipe("Steel").unit("t")));
        Resources resources = Resources.of(turned)
                .resource("Water", "m3", Map.of("Food", 4.0, "Steel", 1.0), 900)
                .usedByFinalDemand("Water", Map.of("Food", 2.0, "Coal", 0.5));

        PlanProblem problem = limited();
        BestPlan best = problem.resources(resources).largestMultiple();
        BestPlan same = problem.resource("Water", "m3", Map.of("Food", 4.0, "Steel", 1.0), 900)
                .usedByDeliveries("Water", waterDelivered())
                .largestMultiple();

        assertThat(best.limit(LimitKind.RESOURCE, "Water").isBinding()).isTrue();
        assertThat(best.objective()).isEqualTo(same.objective());
        assertThat(best.grossOutput()).isEqualTo(same.grossOutput());
    }

    private static LabelledVector waterDelivered() {
        return LabelledVector.of(
                "Water",
                COEFFICIENTS.industries(),
                Units.of("m3").per(COEFFICIENTS.units()),
                Map.of("Food", 2.0, "Coal", 0.5));
    }
}
