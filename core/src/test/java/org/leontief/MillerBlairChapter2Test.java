package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.quantity.LeontiefInverse;
import org.leontief.quantity.RoundsOfProduction;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.technology.TechnicalCoefficients;

/** After R. E. Miller and P. D. Blair, Input-Output Analysis, 2nd ed. (2009), chapter 2. */
class MillerBlairChapter2Test {

    private static final Offset<Double> PRINTED = within(0.00005);

    /** After section 2.3: two industries. */
    private static InputOutputTable twoSectors() {
        return InputOutputTable.builder("Agriculture", "Manufacturing")
                .unit("dollars")
                .transactions(new double[][] {{150, 500}, {200, 100}})
                .finalDemand("Final users", 350, 1700)
                .valueAdded("Value added", 650, 1400)
                .build();
    }

    @Test
    void coefficientsOfTheTwoSectorTable() {
        TechnicalCoefficients technology = TechnicalCoefficients.of(twoSectors());

        assertThat(technology.matrix().of("Agriculture", "Agriculture")).isEqualTo(0.15);
        assertThat(technology.matrix().of("Agriculture", "Manufacturing")).isEqualTo(0.25);
        assertThat(technology.matrix().of("Manufacturing", "Agriculture")).isEqualTo(0.2);
        assertThat(technology.matrix().of("Manufacturing", "Manufacturing")).isEqualTo(0.05);
        assertThat(technology.extension("Value added").toArray()).containsExactly(0.65, 0.7);
    }

    @Test
    void leontiefInverseOfTheTwoSectorTable() {
        LeontiefInverse inverse = Economy.of(twoSectors()).leontiefInverse();

        assertThat(inverse.of("Agriculture", "Agriculture")).isCloseTo(1.2541, PRINTED);
        assertThat(inverse.of("Agriculture", "Manufacturing")).isCloseTo(0.3300, PRINTED);
        assertThat(inverse.of("Manufacturing", "Agriculture")).isCloseTo(0.2640, PRINTED);
        assertThat(inverse.of("Manufacturing", "Manufacturing")).isCloseTo(1.1221, PRINTED);
    }

    @Test
    void newFinalDemandOfTheTwoSectorTable() {
        Economy economy = Economy.of(twoSectors());

        GrossOutputPlan plan = economy.plan(economy.demand(Map.of("Agriculture", 600.0, "Manufacturing", 1500.0)));

        assertThat(plan.grossOutput().of("Agriculture")).isCloseTo(1247.52, within(0.005));
        assertThat(plan.grossOutput().of("Manufacturing")).isCloseTo(1841.58, within(0.005));
        Rational[] exact = ExactArithmetic.solve(economy.coefficients().matrix().matrix(), 600, 1500);
        ExactArithmetic.assertWithinBounds(plan.grossOutput(), exact, 1e-14);
    }

    @Test
    void outputMultipliersOfTheTwoSectorTable() {
        BoundedVector multipliers = Economy.of(twoSectors()).outputMultipliers();

        // Printed are the sums of printed entries, 1.2541 + 0.2640; exactly it is 460/303 = 1.51815….
        assertThat(multipliers.of("Agriculture")).isCloseTo(1.5181, within(0.0001));
        assertThat(multipliers.of("Agriculture")).isCloseTo(460.0 / 303, within(1e-14));
        assertThat(multipliers.of("Manufacturing")).isCloseTo(1.4521, PRINTED);
        assertThat(multipliers.values().units()).isEqualTo(Units.NONE);
    }

    @Test
    void everyDollarOfFinalDemandIsADollarOfValueAdded() {
        BoundedVector multipliers = Economy.of(twoSectors()).multipliers("Value added");

        assertThat(multipliers.of("Agriculture")).isCloseTo(1, within(1e-15));
        assertThat(multipliers.of("Manufacturing")).isCloseTo(1, within(1e-15));
    }

    @Test
    void theTablesOwnFinalDemandGivesItsOwnGrossOutput() {
        InputOutputTable table = twoSectors();

        BoundedVector output =
                Economy.of(table).plan(table.finalDemand().total()).grossOutput();

        assertThat(table.grossOutput().toArray()).containsExactly(1000, 2000);
        assertThat(output.of("Agriculture")).isCloseTo(1000, within(1e-12 * 1000));
        assertThat(output.of("Manufacturing")).isCloseTo(2000, within(1e-12 * 2000));
    }

    /** After section 2.5: households as a third industry. */
    @Test
    void modelClosedWithRespectToHouseholds() {
        Labels industries = Labels.of("Agriculture", "Manufacturing", "Households");
        SparseMatrix closed =
                SparseMatrix.of(new double[][] {{0.15, 0.25, 0.05}, {0.20, 0.05, 0.40}, {0.30, 0.25, 0.05}});
        double[][] printed = {{1.3651, 0.4253, 0.2509}, {0.5273, 1.3481, 0.5954}, {0.5698, 0.4890, 1.2885}};

        LeontiefInverse inverse = Economy.of(TechnicalCoefficients.of(industries, Units.of("dollars"), closed))
                .leontiefInverse();

        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(inverse.of(
                                industries.get(i).name(), industries.get(j).name()))
                        .isCloseTo(printed[i][j], PRINTED);
            }
        }
    }

    /** After section 2.6: the same economy in bushels and tons, and in dollars at 2 and 5 dollars. */
    @Test
    void physicalUnits() {
        InputOutputTable table = InputOutputTable.builder("Agriculture", "Manufacturing")
                .units(Units.perLabel("bushels", "tons"))
                .transactions(new double[][] {{75, 250}, {40, 20}})
                .finalDemand("Final users", 175, 340)
                .build();

        TechnicalCoefficients technology = TechnicalCoefficients.of(table);

        assertThat(table.grossOutput().toArray()).containsExactly(500, 400);
        assertThat(technology.matrix().of("Agriculture", "Agriculture")).isEqualTo(0.15);
        assertThat(technology.matrix().of("Agriculture", "Manufacturing")).isEqualTo(0.625);
        assertThat(technology.matrix().of("Manufacturing", "Agriculture")).isEqualTo(0.08);
        assertThat(technology.matrix().of("Manufacturing", "Manufacturing")).isEqualTo(0.05);
        // C = p̂⁻¹ A p̂ with the coefficients in dollars.
        assertThat(technology.matrix().of("Agriculture", "Manufacturing") * 2 / 5)
                .isCloseTo(0.25, within(1e-15));
        assertThat(technology.matrix().of("Manufacturing", "Agriculture") * 5 / 2)
                .isCloseTo(0.2, within(1e-15));
    }

    /** After section 2.4: the power series for f = (600, 1500); round figures recomputed. */
    @Test
    void roundByRoundEffects() {
        Economy economy = Economy.of(twoSectors());
        double[][] expected = {
            {600, 1500},
            {465, 195},
            {118.5, 102.75},
            {43.4625, 28.8375},
            {13.72875, 10.134375},
            {4.59290625, 3.25246875},
            {1.502053125, 1.0812046875},
            {0.495609140625, 0.354470859375}
        };

        RoundsOfProduction rounds =
                economy.rounds(economy.demand(Map.of("Agriculture", 600.0, "Manufacturing", 1500.0)), 8);

        for (int k = 0; k < 8; k++) {
            assertThat(rounds.round(k).toArray()).containsExactly(expected[k], within(1e-12));
        }
        assertThat(rounds.cumulative(7).toArray())
                .containsExactly(new double[] {1247.281818515625, 1841.410019296875}, within(1e-9));
    }

    @Test
    void whatIsMissingAfterEveryRoundIsWithinTheRemainderBound() {
        Economy economy = Economy.of(twoSectors());
        SparseMatrix a = economy.coefficients().matrix().matrix();
        Rational[] exact = ExactArithmetic.solve(a, 600, 1500);

        RoundsOfProduction rounds =
                economy.rounds(economy.demand(Map.of("Agriculture", 600.0, "Manufacturing", 1500.0)), 8);

        for (int k = 0; k < 8; k++) {
            LabelledVector bound = rounds.remainderBound(k);
            LabelledVector sum = rounds.cumulative(k);
            for (int i = 0; i < 2; i++) {
                double missing = exact[i].minus(Rational.of(sum.at(i))).doubleValue();
                assertThat(missing).isPositive().isLessThanOrEqualTo(bound.at(i));
                assertThat(bound.at(i)).isLessThan(3 * missing);
            }
        }
    }
}
