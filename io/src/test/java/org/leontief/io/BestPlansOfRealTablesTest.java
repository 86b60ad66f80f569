package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.leontief.io.SharedData.GERMANY;
import static org.leontief.io.SharedData.data;
import static org.leontief.io.SharedData.matrix;
import static org.leontief.plan.Activity.activity;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;
import org.leontief.plan.BestPlan;
import org.leontief.plan.InfeasiblePlanException;
import org.leontief.plan.Limit;
import org.leontief.plan.LimitKind;
import org.leontief.plan.PlanConflict;
import org.leontief.plan.PlanProblem;
import org.leontief.quantity.Multipliers;
import org.leontief.solve.SolveOptions;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/**
 * The most consumption within present employment in Germany 1995 and in the United States 2014, and a world of three regions
 * with limits on labour and carbon, where the folder of shared data is there.
 */
class BestPlansOfRealTablesTest {

    /**
     * Present employment makes present consumption, once. A tenth more people make more of it by what their labour value buys;
     * with a capacity in the way it is less, and every price is a difference quotient.
     */
    private static void requireMostConsumption(InputOutputTable table, String households, String narrow) {
        TechnicalCoefficients coefficients = TechnicalCoefficients.of(table);
        LabelledVector basket = table.finalDemand().category(households);
        LabelledVector others = table.finalDemand().total().minus(basket);
        double present = table.extension("EMP").total();
        PlanProblem problem = PlanProblem.of(coefficients)
                .resource("EMP", present)
                .demand(others)
                .target(basket);

        BestPlan now = problem.largestMultiple();

        assertThat(now.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(now.multiple()).isCloseTo(1, within(1e-9));
        assertThat(now.grossOutput().toArray())
                .containsExactly(table.grossOutput().toArray(), within(1e-6 * basket.total()));
        BoundedVector values = Multipliers.ofExtension(coefficients, "EMP", SolveOptions.defaults());
        double inBasket = 0;
        for (int i = 0; i < basket.size(); i++) {
            inBasket += values.at(i) * basket.at(i);
        }
        assertThat(now.worth("EMP").worth() * inBasket).isCloseTo(1, within(1e-10));

        double capacity = 1.02 * table.grossOutput().of(narrow);
        PlanProblem more = problem.available("EMP", Limit.atMost(1.1 * present)).output(narrow, Limit.atMost(capacity));
        BestPlan best = more.largestMultiple();
        assertThat(best.multiple()).isBetween(1.0001, 1 + 0.1 * present / inBasket - 0.001);
        assertThat(best.worth("EMP").worth()).isEqualTo(0);
        double step = 1e-6 * capacity;
        double wider = problem.available("EMP", Limit.atMost(1.1 * present))
                .output(narrow, Limit.atMost(capacity + step))
                .largestMultiple()
                .objective();
        assertThat((wider - best.objective()) / step * capacity)
                .isCloseTo(best.worth(LimitKind.OUTPUT, narrow).worth() * capacity, within(1e-7));
        String product = table.industries().get(0).toString();
        double gift = 1e-6 * table.grossOutput().of(product);
        double given = more.stock(product, gift).largestMultiple().objective();
        assertThat((given - best.objective()) / gift * basket.total())
                .isCloseTo(best.price(product).worth() * basket.total(), within(1e-6));
        assertThat(best.certificate().relativeGap()).isLessThan(1e-9);
    }

    @Test
    void germanyInNineteenNinetyFive() throws IOException {
        requireMostConsumption(InputOutputCsv.read(data("germany1995/table.csv"), GERMANY), "P3_S14", "CPA_G-I");
    }

    @Test
    void theUnitedStatesInTwoThousandAndFourteen() throws IOException {
        requireMostConsumption(SharedData.unitedStates(), "CONS_h", "Q");
    }

    /** Stocks of two products, a mill beside the table, and a fuel that only activities make, by both methods. */
    @Test
    void stocksAndWhatOnlyActivitiesMakeGiveTheSamePlanByItsStructure() throws IOException {
        InputOutputTable table = SharedData.unitedStates();
        LabelledVector basket = table.finalDemand().category("CONS_h");
        PlanProblem problem = PlanProblem.of(table)
                .resource("EMP", table.extension("EMP").total())
                .demand(table.finalDemand().total().minus(basket))
                .target(basket)
                .stock("A01", 0.3 * table.grossOutput().of("A01"))
                .stock("D35", 0.8 * table.grossOutput().of("D35"))
                .activities(
                        activity("Reactor")
                                .makes("Hydrogen", "t", 1)
                                .uses("D35", 0.8)
                                .uses("EMP", 0.0001),
                        activity("Reformer")
                                .makes("Hydrogen", 1)
                                .uses("C19", 0.9)
                                .uses("EMP", 0.0003),
                        activity("Hydrogen mill")
                                .makes("C24", 1)
                                .uses("Hydrogen", 0.2)
                                .uses("EMP", 0.001))
                .delivery("Hydrogen", Limit.atLeast(1000));

        BestPlan simplex = problem.with(by(ProgrammeMethod.SIMPLEX)).largestMultiple();
        BestPlan reduced = problem.with(by(ProgrammeMethod.REDUCED_FORM)).largestMultiple();

        assertThat(reduced.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(reduced.objective()).isCloseTo(simplex.objective(), within(1e-9));
        double scale = table.grossOutput().total();
        assertThat(reduced.intensities().toArray())
                .containsExactly(simplex.intensities().toArray(), within(1e-9 * scale));
        assertThat(reduced.prices().times(scale).toArray())
                .containsExactly(simplex.prices().times(scale).toArray(), within(1e-6));
        assertThat(reduced.intensities().of("Hydrogen mill")).isPositive();
    }

    private static ProgrammeOptions by(ProgrammeMethod method) {
        return ProgrammeOptions.defaults().withMethod(method);
    }

    // ---- three regions ----

    private static Labels regional(Labels joined) {
        return Labels.ofLabels(joined.asList().stream()
                .map(label -> label.name().split("\\|"))
                .map(parts -> new Label(parts[0], parts[1]))
                .toList());
    }

    private static InputOutputTable threeRegions() throws IOException {
        LabelledMatrix z = matrix("exiobase_3reg8sec/Z.csv", "million EUR");
        LabelledMatrix y = matrix("exiobase_3reg8sec/Y.csv", "million EUR");
        LabelledMatrix f = matrix("exiobase_3reg8sec/F.csv", "1");
        return InputOutputTable.builder(regional(z.rows()))
                .unit("million EUR")
                .transactions(z.matrix())
                .finalDemand(regional(y.columns()), y.matrix())
                .extensions(f.rows(), Units.perLabel("t", "million m3", "thousand persons"), f.matrix())
                .build();
    }

    private static LabelledVector inRegion(TechnicalCoefficients coefficients, String row, String region, String unit) {
        LabelledVector all = coefficients.extension(row);
        double[] here = new double[all.size()];
        for (int j = 0; j < here.length; j++) {
            here[j] = region.equals(coefficients.industries().get(j).region()) ? all.at(j) : 0;
        }
        return LabelledVector.of(row, coefficients.industries(), Units.of(unit).per(coefficients.units()), here);
    }

    private static double dot(LabelledVector perUnit, LabelledVector amounts) {
        double sum = 0;
        for (int j = 0; j < amounts.size(); j++) {
            sum += perUnit.at(j) * amounts.at(j);
        }
        return sum;
    }

    /** Each region has its people and three per cent less carbon; the mix of consumption may move by a fifth. */
    private static PlanProblem world(InputOutputTable table, String moved, double share) {
        TechnicalCoefficients coefficients = TechnicalCoefficients.of(table);
        PlanProblem problem = PlanProblem.of(coefficients)
                .deliveriesAtLeast(table.finalDemand().total().times(0.8))
                .deliveriesAtMost(table.finalDemand().total().times(1.2));
        for (String region : table.industries().regions()) {
            LabelledVector people = inRegion(coefficients, "Employment_1000p", region, "thousand persons");
            LabelledVector carbon = inRegion(coefficients, "CO2_t", region, "t");
            String labour = "Labour in " + region;
            String budget = "CO2 of " + region;
            problem = problem.resource(
                            labour,
                            "thousand persons",
                            people,
                            dot(people, table.grossOutput()) * (labour.equals(moved) ? share : 1))
                    .resource(
                            budget,
                            "t",
                            carbon,
                            0.97 * dot(carbon, table.grossOutput()) * (budget.equals(moved) ? share : 1));
        }
        return problem;
    }

    @Test
    void aWorldOfThreeRegionsWithLabourAndCarbon() throws IOException {
        InputOutputTable table = threeRegions();
        LabelledVector weights = pricesOf(table);
        BestPlan best = world(table, "", 1).mostValue(weights);

        assertThat(best.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        assertThat(best.certificate().relativeGap()).isLessThan(1e-9);
        int scarce = 0;
        for (String resource : best.problem().resources()) {
            double worth = best.worth(resource).worth();
            double available =
                    best.limit(LimitKind.RESOURCE, resource).limit().limit().upper();
            assertThat(worth).as(resource).isGreaterThanOrEqualTo(0);
            scarce += worth > 0 ? 1 : 0;
            // The social price of people and carbon in each region is what a little more of them adds.
            double step = 1e-6;
            double more = world(table, resource, 1 + step).mostValue(weights).objective();
            assertThat((more - best.objective()) / step)
                    .as(resource)
                    .isCloseTo(worth * available, within(1e-6 * best.objective()));
        }
        assertThat(scarce).isGreaterThanOrEqualTo(3);
        assertThat(best.worth("CO2 of OECD").unit()).isEqualTo("million EUR per t");
    }

    /** A euro is worth a euro. */
    private static LabelledVector pricesOf(InputOutputTable table) {
        double[] ones = new double[table.industries().size()];
        Arrays.fill(ones, 1);
        return LabelledVector.of("prices of the table", table.industries(), Units.NONE, ones);
    }

    @Test
    void tooLittleCarbonIsSaidByNameAndRegion() throws IOException {
        InputOutputTable table = threeRegions();
        PlanProblem problem = world(table, "CO2 of OECD", 0.5);

        InfeasiblePlanException thrown =
                catchThrowableOfType(InfeasiblePlanException.class, () -> problem.least("Labour in OECD"));

        assertThat(thrown).isNotNull();
        PlanConflict.ClashingLimit budget = thrown.conflict().limits().stream()
                .filter(limit -> limit.limit().name().equals("CO2 of OECD"))
                .findFirst()
                .orElseThrow();
        double available = budget.limit().limit().upper();
        assertThat(budget.givesWay()).isPositive().isLessThan(available);
        // So much more will do, and a thousandth less of it will not.
        double enough = available + budget.givesWay() * (1 + 1e-7);
        BestPlan possible =
                problem.available("CO2 of OECD", Limit.atMost(enough)).least("Labour in OECD");
        assertThat(possible.status()).isEqualTo(ProgrammeStatus.OPTIMAL);
        PlanProblem tooLittle = problem.available("CO2 of OECD", Limit.atMost(available + 0.999 * budget.givesWay()));
        assertThatThrownBy(() -> tooLittle.least("Labour in OECD")).isInstanceOf(InfeasiblePlanException.class);
    }
}
