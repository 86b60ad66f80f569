package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.leontief.Economy;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.TotalsPolicy;

/** Whatever reads or writes names an argument that is null before it looks for a file: the one given here does not exist. */
class NullArgumentsTest {

    private static final List<Class<?>> ASKED = List.of(
            Bea.class,
            CsvOptions.class,
            Eora26.class,
            EurostatSupplyUse.class,
            Exiobase.class,
            ExiobaseHybrid.class,
            ExtensionsCsv.class,
            Figaro.class,
            Gloria.class,
            InputOutputCsv.class,
            LongCsv.class,
            LongLayout.class,
            LongTable.class,
            MatrixCsv.class,
            MatrixLayout.class,
            OecdIcio.class,
            PlanFiles.class,
            Pymrio.class,
            SupplyUseCsv.class,
            TableLayout.class,
            Tables.class,
            VectorCsv.class,
            Wiod.class);

    private static final Labels LABELS = Labels.of("Corn");
    private static final Units UNITS = Units.of("t");
    private static final LabelledVector VECTOR = LabelledVector.of("Output", LABELS, UNITS, 1);
    private static final InputOutputTable TABLE = InputOutputTable.builder(LABELS)
            .unit("t")
            .transactions(new double[][] {{1}})
            .finalDemand("Households", 2)
            .build();

    /** One of each type that stands beside another. */
    private static final List<Object> OTHERS = List.of(
            Path.of("absent", "absent.csv"),
            new Path[0],
            "t",
            2017,
            1.0,
            Map.of(),
            LABELS,
            UNITS,
            VECTOR,
            BoundedVector.of(VECTOR, new double[1]),
            LabelledMatrix.of("Flows", LABELS, LABELS, UNITS, SparseMatrix.zeros(1, 1)),
            TABLE,
            SupplyUseTable.builder(LABELS, LABELS)
                    .unit("t")
                    .supply(new double[][] {{3}})
                    .use(new double[][] {{1}})
                    .finalDemand("Households", 2)
                    .build(),
            Economy.of(TABLE).plan(VECTOR),
            CsvOptions.defaults(),
            TableLayout.withHeader().unit("t"),
            LongLayout.defaults(),
            MatrixLayout.withHeader(),
            MissingLabels.REFUSE,
            TotalsPolicy.USE_COMPUTED,
            Gloria.Prices.BASIC);

    /** What the message of an exception says is null. */
    private static final Pattern NAMED = Pattern.compile("(?s)(\\w+)|.* because \"(\\w+)\" is null");

    static Stream<Method> methods() {
        return ASKED.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Modifier.isStatic(method.getModifiers()) || isOneOfOthers(method.getDeclaringClass()))
                .filter(method -> !"equals".equals(method.getName()));
    }

    /** Layouts and options, whose methods are asked of the one that stands beside other arguments. */
    private static boolean isOneOfOthers(Class<?> type) {
        return OTHERS.stream().anyMatch(type::isInstance);
    }

    /** Which is which is not asked here: the fuzz tests of this module rewrite the classes, and no parameter has a name then. */
    @ParameterizedTest
    @MethodSource("methods")
    void eachArgumentThatIsNullIsNamed(Method method) {
        assertThat(named(method)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "Bea, readMakeUse, make use imports options",
        "CsvOptions, withDelimiter, newDelimiter",
        "EurostatSupplyUse, read, supply use unit options",
        "ExtensionsCsv, readByIndustry, path unitByColumn options",
        "Figaro, read, path options",
        "Gloria, read, path prices options",
        "InputOutputCsv, write, table path options",
        "LongCsv, read, path layout options",
        "LongLayout, regionColumns, from to",
        "LongTable, write, table folder",
        "PlanFiles, write, plan directory",
        "TableLayout, extension, name unitOfExtension",
        "VectorCsv, read, path labels units missing options",
        "Wiod, readWithEnvironment, path accounts"
    })
    void argumentsAreNamedByTheirNames(String type, String name, String names) {
        Method longest = methods()
                .filter(method -> method.getDeclaringClass().getSimpleName().equals(type))
                .filter(method -> method.getName().equals(name))
                .max(Comparator.comparingInt(Method::getParameterCount))
                .orElseThrow();

        assertThat(named(longest)).containsExactly(names.split(" "));
    }

    private static List<String> named(Method method) {
        return IntStream.range(0, method.getParameterCount())
                .filter(place -> mustBeThere(method.getParameters()[place]))
                .mapToObj(place -> named(method, place))
                .toList();
    }

    private static String named(Method method, int place) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        IntStream.range(0, types.length).filter(i -> i != place).forEach(i -> arguments[i] = other(types[i]));
        @Nullable Object asked = Modifier.isStatic(method.getModifiers()) ? null : other(method.getDeclaringClass());
        Throwable thrown = catchThrowableOfType(InvocationTargetException.class, () -> method.invoke(asked, arguments))
                .getTargetException();

        assertThat(thrown).as("argument %d of %s", place, method).isInstanceOf(NullPointerException.class);
        Matcher message = NAMED.matcher(Objects.requireNonNullElse(thrown.getMessage(), "no message"));
        assertThat(message.matches()).as(thrown.toString()).isTrue();
        return message.group(1) == null ? message.group(2) : message.group(1);
    }

    private static boolean mustBeThere(Parameter parameter) {
        return !parameter.getType().isPrimitive()
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
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
