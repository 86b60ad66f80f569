package org.leontief.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leontief.Economy;
import org.leontief.ExactArithmetic;
import org.leontief.Germany1995;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnicalCoefficients;

/** Households as an industry, after Miller and Blair 2009, sections 2.5 and 6.2, and in Germany. */
class HouseholdMultipliersTest {

    private static final Labels SECTORS = Labels.of("1", "2");

    private static final Economy OPEN = Economy.of(TechnicalCoefficients.of(
            LabelledMatrix.of("A", SECTORS, SECTORS, Units.of("dollars"), SparseMatrix.of(new double[][] {
                {0.15, 0.25}, {0.20, 0.05}
            })),
            LabelledMatrix.of(
                    "Payments",
                    Labels.of("Household income", "Jobs"),
                    SECTORS,
                    Units.perLabel("dollars", "jobs"),
                    SparseMatrix.of(new double[][] {{0.30, 0.25}, {0.02, 0}}))));

    private static final HouseholdClosure HOUSEHOLDS = HouseholdClosure.of(
                    "Household income", LabelledVector.of("Spending", SECTORS, Units.NONE, 0.05, 0.40))
            .withOwnIncome(0.05);

    /** Section 2.5, as printed. */
    @Test
    void inverseOfTheClosedModel() {
        LeontiefInverse inverse = OPEN.closedBy(HOUSEHOLDS).leontiefInverse();

        assertThat(inverse.toDense().data)
                .containsExactly(
                        new double[] {1.3651, 0.4253, 0.2509, 0.5273, 1.3481, 0.5954, 0.5698, 0.489, 1.2885},
                        within(0.00005));
        assertThat(inverse.of("Households", "1")).isCloseTo(0.5698, within(0.00005));
    }

    /** Section 6.2, recomputed; the ratio of type II to type I is the same for all sectors. */
    @Test
    void incomeMultipliersOfTypeOneAndTwo() {
        HouseholdMultipliers income = OPEN.householdMultipliers("Household income", HOUSEHOLDS);

        assertThat(income.simple().values().toArray())
                .containsExactly(new double[] {0.4422442244224422, 0.3795379537953795}, within(1e-15));
        assertThat(income.typeI().values().toArray())
                .containsExactly(new double[] {1.4741474147414741, 1.518151815181518}, within(1e-14));
        assertThat(income.typeII().values().toArray())
                .containsExactly(new double[] {1.8994967751080871, 1.9561981713799705}, within(1e-14));
        assertThat(income.total().of("2") / income.simple().of("2")).isCloseTo(1.2885392302785457, within(1e-14));
        assertThat(income.typeII().errorBound("1")).isLessThan(1e-14);
        ExactArithmetic.Rational[] exact = ExactArithmetic.solve(
                OPEN.closedBy(HOUSEHOLDS).coefficients().matrix().matrix().transpose(), 0.30, 0.25, 0.05);
        ExactArithmetic.assertWithin(
                income.typeII().of("2"),
                income.typeII().errorBound("2"),
                exact[1].over(ExactArithmetic.Rational.of(0.25)));
    }

    /** An industry without jobs has an employment multiplier, but none relative to its own jobs. */
    @Test
    void noRatioToNothing() {
        HouseholdMultipliers jobs = OPEN.householdMultipliers("Jobs", HOUSEHOLDS);

        assertThat(jobs.total().of("2")).isGreaterThan(jobs.simple().of("2")).isPositive();
        assertThat(jobs.typeII().labels()).isEqualTo(Labels.of("1"));
        assertThat(jobs.withoutDirectEffect()).hasToString("[2]");
        assertThat(jobs.typeI("1").value()).isEqualTo(jobs.typeI().of("1"));
        assertThat(jobs.typeII("1").errorBound()).isEqualTo(jobs.typeII().errorBound("1"));
        assertThatThrownBy(() -> jobs.typeI("2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'2' has no 'Jobs' of its own")
                .hasMessageContaining("simple()");
        assertThat(jobs.toString()).contains("\n  2  ").endsWith("–  –");
    }

    /** Wages spent as the households of the table did: compared with the inverse of the closed matrix. */
    @Test
    void germany1995() {
        InputOutputTable table = Germany1995.builder()
                .valueAdded("Wages", 9382, 296464, 78819, 214450, 124810, 272975)
                .build();
        HouseholdClosure households = HouseholdClosure.of(table, "Wages", "Households");
        Economy economy = Economy.of(table);

        HouseholdMultipliers jobs = economy.householdMultipliers("Employment", households);

        LeontiefInverse inverse = economy.closedBy(households).leontiefInverse();
        for (String industry : new String[] {"Agriculture", "Trade"}) {
            double total = 0;
            for (int i = 0; i < 6; i++) {
                total += jobs.direct().at(i)
                        * inverse.of(economy.industries().get(i).name(), industry);
            }
            assertThat(jobs.total().of(industry)).isCloseTo(total, within(1e-14));
            assertThat(jobs.typeI().of(industry))
                    .isCloseTo(
                            economy.multipliers("Employment").of(industry)
                                    / jobs.direct().of(industry),
                            within(1e-13));
            assertThat(jobs.typeII().of(industry)).isGreaterThan(jobs.typeI().of(industry));
        }
        assertThat(economy.closedBy(households).coefficients().matrix().of("Trade", "Households"))
                .isCloseTo(269_663 / 996_900.0, within(1e-15));
    }

    @Test
    void householdsThatSpendMoreThanComesInAreNamed() {
        HouseholdClosure lavish =
                HouseholdClosure.of("Household income", LabelledVector.of("Spending", SECTORS, Units.NONE, 2, 2));
        assertThatThrownBy(() -> OPEN.householdMultipliers("Household income", lavish))
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("'Households'")
                .hasMessageContaining("spend so much");
        LabelledVector inKind = LabelledVector.of("Spending", SECTORS, Units.of("bushels"), 1, 1);
        assertThatThrownBy(() -> OPEN.closedBy(HouseholdClosure.of("Household income", inKind)))
                .hasMessageContaining("bushels");
        assertThatThrownBy(() -> OPEN.closedBy(HouseholdClosure.of("Houshold income", inKind)))
                .hasMessageContaining("'Household income'");
    }
}
