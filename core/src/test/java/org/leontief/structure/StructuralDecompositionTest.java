package org.leontief.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leontief.label.BoundedVector;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.technology.NotViableException;
import org.leontief.technology.TechnologyOptions;
import org.leontief.technology.ZeroOutputPolicy;

/** Structural decomposition: the tables of Miller and Blair 2009, section 13.1, and all orders one by one. */
class StructuralDecompositionTest {

    private static final double[][] Z0 = {{10, 20, 25}, {15, 5, 30}, {30, 40, 5}};
    private static final double[][] Z1 = {{12, 15, 35}, {24, 11, 30}, {36, 50, 8}};

    private static InputOutputTableBuilder earlier() {
        return InputOutputTable.builder("1", "2", "3").unit("dollars").transactions(Z0);
    }

    private static InputOutputTableBuilder later() {
        return InputOutputTable.builder("1", "2", "3").unit("dollars").transactions(Z1);
    }

    private static StructuralDecomposition textbook() {
        return StructuralDecomposition.between(
                earlier().finalDemand("Final demand", 45, 30, 25).build(),
                later().finalDemand("Final demand", 50, 35, 26).build());
    }

    private static InputOutputTable rich(InputOutputTableBuilder table, double... jobs) {
        return table.extension("Jobs", "persons", jobs).build();
    }

    /** Two categories and an extension. */
    private static StructuralDecomposition rich() {
        return StructuralDecomposition.between(
                rich(earlier().finalDemand("Homes", 40, 10, 20).finalDemand("State", 5, 20, 5), 30, 20, 60),
                rich(later().finalDemand("Homes", 43, 16, 15).finalDemand("State", 7, 19, 11), 28, 26, 55));
    }

    private static void assertEffect(Decomposition found, String factor, double... expected) {
        BoundedVector effect = found.effect(factor);
        assertThat(effect.values().toArray()).as(factor).containsExactly(expected, within(1e-12));
        assertThat(Arrays.stream(effect.errorBounds())).allMatch(bound -> bound < 1e-11);
    }

    @Test
    void polarFormsAndTheirMean() {
        Decomposition first =
                textbook().withForm(DecompositionForm.LAST_TO_FIRST).compute();
        Decomposition second =
                textbook().withForm(DecompositionForm.FIRST_TO_LAST).compute();

        assertEffect(first, "Technology", 0.7845968712394455, 9.66064981949457, 9.963898916967477);
        assertEffect(first, "Final demand", 11.215403128760531, 10.339350180505416, 10.036101083032495);
        assertEffect(second, "Technology", 0.8984185871034454, 8.622001446222514, 9.009966359606347);
        assertEffect(second, "Final demand", 11.10158141289653, 11.37799855377747, 10.990033640393625);
        for (DecompositionForm form : List.of(DecompositionForm.POLAR_MEAN, DecompositionForm.ALL_ORDERS)) {
            Decomposition mean = textbook().withForm(form).compute();
            assertEffect(mean, "Technology", 0.8415077291714455, 9.14132563285854, 9.486932638286913);
            assertEffect(mean, "Final demand", 11.158492270828532, 10.858674367141443, 10.513067361713059);
        }
    }

    @Test
    void withAnInteractionTerm() {
        Decomposition base =
                textbook().withForm(DecompositionForm.EARLIER_WEIGHTS).compute();
        Decomposition end = textbook().withForm(DecompositionForm.LATER_WEIGHTS).compute();

        assertEffect(base, "Technology", 0.8984185871034454, 8.622001446222514, 9.009966359606347);
        assertEffect(base, "Final demand", 11.215403128760531, 10.339350180505416, 10.036101083032495);
        assertEffect(base, "Interaction", -0.11382171586399992, 1.0386483732720535, 0.9539325573611299);
        assertEffect(end, "Technology", 0.7845968712394455, 9.66064981949457, 9.963898916967477);
        assertEffect(end, "Final demand", 11.10158141289653, 11.37799855377747, 10.990033640393625);
        assertEffect(end, "Interaction", 0.11382171586399992, -1.0386483732720535, -0.9539325573611299);
    }

    @ParameterizedTest
    @EnumSource(DecompositionForm.class)
    void theEffectsAddUp(DecompositionForm form) {
        for (DemandFactors demand : DemandFactors.values()) {
            Decomposition found = rich().withIntensity("Jobs")
                    .withTechnologyBy(Map.of("First", List.of("1")))
                    .withDemand(demand)
                    .withForm(form)
                    .compute();
            assertThat(found.recordedDifference().toArray()).containsExactly(-2, 6, -5);
            BoundedVector residual = found.residual();
            for (int i = 0; i < 3; i++) {
                // The intensities F / x are rounded once, so that the tables' own numbers come back to the last digits.
                assertThat(residual.at(i)).isCloseTo(0, within(residual.errorBoundAt(i) + 1e-13));
                assertThat(residual.errorBoundAt(i)).isLessThan(1e-10);
                assertThat(found.difference().at(i))
                        .isCloseTo(found.recordedDifference().at(i), within(1e-12));
            }
        }
    }

    /** f = ŝ L d with each factor of the year that its bit says, by dense inverses; three groups of two columns in A. */
    private static double[] dense(boolean[] isLater) {
        InputOutputTable[] tables = {
            rich(earlier().finalDemand("Homes", 40, 10, 20).finalDemand("State", 5, 20, 5), 30, 20, 60),
            rich(later().finalDemand("Homes", 43, 16, 15).finalDemand("State", 7, 19, 11), 28, 26, 55)
        };
        int intensity = isLater[0] ? 1 : 0;
        InputOutputTable of = tables[intensity];
        DMatrixRMaj a = Dense.coefficients(tables[0]);
        DMatrixRMaj other = Dense.coefficients(tables[1]);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (isLater[j == 0 ? 1 : 2]) {
                    a.set(i, j, other.get(i, j));
                }
            }
        }
        InputOutputTable level = tables[isLater[3] ? 1 : 0];
        InputOutputTable categories = tables[isLater[4] ? 1 : 0];
        InputOutputTable mix = tables[isLater[5] ? 1 : 0];
        double[] d = new double[3];
        for (String category : List.of("Homes", "State")) {
            double share = categories.finalDemand().category(category).total()
                    / categories.finalDemand().total().total();
            for (int i = 0; i < 3; i++) {
                d[i] += level.finalDemand().total().total()
                        * share
                        * mix.finalDemand().category(category).at(i)
                        / mix.finalDemand().category(category).total();
            }
        }
        double[] f = Dense.times(Dense.inverse(a), d);
        for (int i = 0; i < 3; i++) {
            f[i] *= of.extension("Jobs").at(i) / of.grossOutput().at(i);
        }
        return f;
    }

    /** All 720 orders of six factors, one after the other. */
    @Test
    void theMeanOfAllOrders() {
        double[][] sums = new double[6][3];
        addOrders(new int[6], new boolean[6], 0, sums);
        Decomposition found = rich().withIntensity("Jobs")
                .withTechnologyBy(Map.of("First", List.of("1")))
                .withDemand(DemandFactors.LEVEL_CATEGORIES_AND_MIX)
                .compute();

        assertThat(found.factors().asList())
                .extracting(Object::toString)
                .containsExactly(
                        "Intensity", "First", "Other technology", "Demand level", "Demand categories", "Demand mix");
        for (int f = 0; f < 6; f++) {
            double[] mean = Arrays.stream(sums[f]).map(sum -> sum / 720).toArray();
            assertEffect(found, found.factors().get(f).toString(), mean);
        }
        assertThat(found.totalEffect("Demand level").value()).isCloseTo(Dense.sum(sums[3]) / 720, within(1e-12));
        assertThat(found.toMatrix().of("2", "Demand mix"))
                .isEqualTo(found.effect("Demand mix").of("2"));
    }

    private static void addOrders(int[] order, boolean[] changed, int place, double[][] sums) {
        if (place == order.length) {
            boolean[] isLater = new boolean[order.length];
            double[] before = dense(isLater);
            for (int factor : order) {
                isLater[factor] = true;
                double[] after = dense(isLater);
                for (int i = 0; i < 3; i++) {
                    sums[factor][i] += after[i] - before[i];
                }
                before = after;
            }
            return;
        }
        for (int factor = 0; factor < order.length; factor++) {
            if (!changed[factor]) {
                changed[factor] = true;
                order[place] = factor;
                addOrders(order, changed, place + 1, sums);
                changed[factor] = false;
            }
        }
    }

    /** Technology by columns: with all else later, first to last, the group's effect is L ΔA_g x as Miller and Blair have it. */
    @Test
    void recipesByIndustry() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        groups.put("Recipe of 1", List.of("1"));
        groups.put("Recipes of 2 and 3", List.of("3", "2"));
        Decomposition found = textbook()
                .withTechnologyBy(groups)
                .withForm(DecompositionForm.LAST_TO_FIRST)
                .compute();

        // Last to change is the first recipe: L¹ ΔA e₁ x₁ with x of the economy before it changes.
        double[][] mixed = new double[3][3];
        double[] x0 = {100, 80, 100};
        double[] x1 = {112, 100, 120};
        double[][] delta = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                mixed[i][j] = j == 0 ? Z0[i][j] / x0[j] : Z1[i][j] / x1[j];
                delta[i][j] = j == 0 ? Z1[i][j] / x1[j] - Z0[i][j] / x0[j] : 0;
            }
        }
        double[] x = Dense.times(Dense.inverse(new DMatrixRMaj(mixed)), 50, 35, 26);
        DMatrixRMaj later = new DMatrixRMaj(mixed);
        CommonOps_DDRM.addEquals(later, new DMatrixRMaj(delta));
        assertEffect(found, "Recipe of 1", Dense.times(Dense.inverse(later), Dense.times(new DMatrixRMaj(delta), x)));
        assertThat(found.factors().contains("Other technology")).isFalse();
    }

    @Test
    void joinedByLabelWhateverTheOrder() {
        InputOutputTable shuffled = InputOutputTable.builder("3", "1", "2")
                .unit("dollars")
                .transactions(new double[][] {{5, 30, 40}, {25, 10, 20}, {30, 15, 5}})
                .finalDemand("State", 5, 5, 20)
                .finalDemand("Homes", 20, 40, 10)
                .extension("Jobs", "persons", 60, 30, 20)
                .build();
        InputOutputTable after =
                rich(later().finalDemand("Homes", 43, 16, 15).finalDemand("State", 7, 19, 11), 28, 26, 55);
        for (DemandFactors demand : DemandFactors.values()) {
            Decomposition found = StructuralDecomposition.between(shuffled, after)
                    .withIntensity("Jobs")
                    .withDemand(demand)
                    .compute();
            Decomposition expected =
                    rich().withIntensity("Jobs").withDemand(demand).compute();
            for (int f = 0; f < found.factors().size(); f++) {
                String factor = found.factors().get(f).toString();
                assertEffect(found, factor, expected.effect(factor).values().toArray());
            }
        }
    }

    @Test
    void readable() {
        assertThat(textbook().compute())
                .hasToString("Change of gross output: +52.00 dollars\n  Technology: +19.47\n  Final demand: +32.53");
        assertThat(textbook())
                .hasToString("Structural decomposition of gross output by Technology and Final demand, ALL_ORDERS");
    }

    private static InputOutputTable twoOf(double z, double... demand) {
        return InputOutputTable.builder("A", "B")
                .unit("EUR")
                .transactions(new double[][] {{1, 0}, {z, 0}})
                .finalDemand("Final", demand)
                .build();
    }

    @Test
    void anIndustryThatOneTableDoesNotHave() {
        InputOutputTable without = twoOf(0, 9, 0);
        InputOutputTable used = twoOf(2, 9, 0);
        InputOutputTable demanded = twoOf(2, 9, 5);

        assertThat(StructuralDecomposition.between(without, used).compute().notes())
                .singleElement()
                .satisfies(note -> assertThat(note).contains("'B' is empty in the earlier table"));
        assertThatThrownBy(() -> StructuralDecomposition.between(without, demanded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'B' is empty in the earlier table")
                .hasMessageContaining("EMPTY_RECIPE");
        Decomposition allowed = StructuralDecomposition.between(
                        without, demanded, TechnologyOptions.defaults().withZeroOutput(ZeroOutputPolicy.EMPTY_RECIPE))
                .compute();
        assertThat(allowed.effect("Technology").of("B")
                        + allowed.effect("Final demand").of("B"))
                .isCloseTo(7, within(1e-14));
    }

    @Test
    void mistakes() {
        InputOutputTable euros = InputOutputTable.builder("1", "2", "3")
                .unit("EUR")
                .transactions(Z1)
                .build();
        InputOutputTable dollars = earlier().build();
        assertThatThrownBy(() -> StructuralDecomposition.between(dollars, euros))
                .hasMessageContaining("'1' is in dollars in the earlier table and in EUR in the later one");
        assertThatThrownBy(() -> rich().withIntensity("Job")).hasMessageContaining("Did you mean 'Jobs'?");
        assertThatThrownBy(() -> rich().withTechnologyBy(Map.of("G", List.of())))
                .hasMessageContaining("no industries");
        assertThatThrownBy(() -> rich().withTechnologyBy(Map.of("G", List.of("1", "1"))))
                .hasMessageContaining("'1' is named twice");
        assertThatThrownBy(() -> CombinationWeights.of(DecompositionForm.ALL_ORDERS, 11))
                .hasMessageContaining("POLAR_MEAN");
        InputOutputTable nothing = earlier()
                .finalDemand("Homes", 1, 2, -3)
                .finalDemand("State", 9, 9, 9)
                .build();
        InputOutputTable something = later().finalDemand("Homes", 1, 2, 3)
                .finalDemand("State", 9, 9, 9)
                .build();
        assertThatThrownBy(() -> StructuralDecomposition.between(nothing, something)
                        .withDemand(DemandFactors.LEVEL_CATEGORIES_AND_MIX)
                        .compute())
                .hasMessageContaining("'Homes' adds up to 0 in the earlier table");
    }

    /** 'B' uses up 12 of itself to make 10: the message says who, and in which table. */
    @Test
    void aTableThatUsesUpMoreThanItMakesIsNamed() {
        InputOutputTable viable = InputOutputTable.builder("A", "B")
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 4}})
                .finalDemand("Final", 7, 3)
                .build();
        InputOutputTable unviable = InputOutputTable.builder("A", "B")
                .unit("EUR")
                .transactions(new double[][] {{1, 2}, {3, 12}})
                .finalDemand("Final", 7, -5)
                .build();

        assertThatThrownBy(
                        () -> StructuralDecomposition.between(viable, unviable).compute())
                .isInstanceOf(NotViableException.class)
                .hasMessageContaining("'B'")
                .hasMessageContaining("later table");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Final demand", "Demand mix", "Other technology", "Intensity", "Interaction"})
    void aGroupIsNotCalledLikeAnotherFactor(String name) {
        assertThatThrownBy(() -> rich().withTechnologyBy(Map.of(name, List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be called '" + name + "'");
    }
}
