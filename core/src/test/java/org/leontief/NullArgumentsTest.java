package org.leontief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leontief.technology.Recipe.recipe;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leontief.compilation.TransformationModel;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.plan.Activity;
import org.leontief.plan.Goal;
import org.leontief.plan.Limit;
import org.leontief.quantity.HouseholdClosure;
import org.leontief.quantity.Scenario;
import org.leontief.region.RegionalEconomy;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.PriceBasis;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.TotalsPolicy;
import org.leontief.technology.TechnologyOptions;

/**
 * The types that users meet first name an argument that is null: every parameter of every public method is tried, one at a time
 * beside arguments that are there.
 */
class NullArgumentsTest {

    private static final Labels INDUSTRIES = Labels.ofLabels(List.of(new Label("N", "Corn"), new Label("S", "Corn")));

    private static final InputOutputTable TABLE = InputOutputTable.builder(INDUSTRIES)
            .unit("t")
            .transactions(new double[][] {{1, 2}, {3, 4}})
            .finalDemand(
                    Labels.ofLabels(List.of(new Label("N", "Households"))), SparseMatrix.of(new double[][] {{7}, {8}}))
            .extension("Labour", "hours", 3, 4)
            .build();

    private static final SupplyUseTable SUPPLY_AND_USE = SupplyUseTable.builder(INDUSTRIES, INDUSTRIES)
            .unit("t")
            .supply(new double[][] {{10, 0}, {0, 15}})
            .use(new double[][] {{1, 2}, {3, 4}})
            .finalDemand("Households", 7, 8)
            .build();

    private static final Economy ECONOMY = Economy.of(TABLE);
    private static final LabelledVector DEMAND = TABLE.finalDemand().total();

    private static final List<Object> ASKED = List.of(
            ECONOMY,
            TABLE,
            SUPPLY_AND_USE,
            InputOutputTable.builder(INDUSTRIES),
            SupplyUseTable.builder(INDUSTRIES, INDUSTRIES),
            ECONOMY.problem(),
            ECONOMY.years("2027", "2028"),
            ECONOMY.resources(),
            RegionalEconomy.of(TABLE),
            ECONOMY.prices("Labour"));

    /** One of each type that stands beside another. Their values play no part: null is refused before they are looked at. */
    private static final List<Object> OTHERS = List.of(
            "Labour",
            1.0,
            1,
            Map.of(),
            List.of(),
            DEMAND,
            TABLE.transactions(),
            TABLE.transactions().matrix(),
            INDUSTRIES,
            Units.of("t"),
            new double[2],
            new String[0],
            new Activity[] {Activity.activity("Garden").makes("Corn", 1)},
            Goal.largestMultiple(),
            new Goal[0],
            Limit.atMost(1),
            TABLE,
            SUPPLY_AND_USE,
            ECONOMY.coefficients(),
            ECONOMY.plan(DEMAND),
            ECONOMY.resources(),
            Scenario.named("None"),
            recipe("Corn"),
            HouseholdClosure.of("Labour", DEMAND.times(0.01)),
            SolveOptions.defaults(),
            TechnologyOptions.defaults(),
            TotalsPolicy.USE_COMPUTED,
            PriceBasis.BASIC,
            TransformationModel.FIXED_PRODUCT_SALES);

    static Stream<Arguments> parameters() {
        return ASKED.stream()
                .flatMap(asked -> Stream.of(asked.getClass().getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .filter(method -> !"equals".equals(method.getName()))
                        .flatMap(method -> IntStream.range(0, method.getParameterCount())
                                .filter(place -> !method.getParameterTypes()[place].isPrimitive())
                                .mapToObj(place -> Arguments.of(asked, method, place))));
    }

    @ParameterizedTest(name = "{1}, {2}")
    @MethodSource("parameters")
    void anArgumentThatIsNullIsNamed(Object asked, Method method, int place) {
        Parameter[] parameters = method.getParameters();
        Object[] arguments = new Object[parameters.length];
        IntStream.range(0, arguments.length)
                .filter(i -> i != place)
                .forEach(i -> arguments[i] = other(parameters[i].getType()));

        assertThat(parameters[place].isNamePresent()).isTrue();
        assertThatThrownBy(() -> method.invoke(asked, arguments))
                .cause()
                .isInstanceOf(NullPointerException.class)
                .message()
                .containsPattern("\\b" + parameters[place].getName() + "\\b");
    }

    private static Object other(Class<?> type) {
        return OTHERS.stream()
                .filter(value -> type.isInstance(value)
                        || (type == double.class && value instanceof Double)
                        || (type == int.class && value instanceof Integer))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + type + " to stand beside another."));
    }
}
