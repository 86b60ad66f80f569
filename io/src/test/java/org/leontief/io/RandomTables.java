package org.leontief.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;
import org.leontief.table.TotalsPolicy;

/** Seeded tables with awkward labels and awkward numbers. */
final class RandomTables {

    private static final String[] AWKWARD = {
        "Straßen, Brücken",
        "\"Quoted\" goods",
        "line\nbreak",
        "carriage\r\nreturn",
        "semi;colon",
        "tab\there",
        "1.5",
        "TOTAL",
        "#comment",
        "=A1+B1",
        "日本語",
        "' / '",
        "kind",
        "unit",
        "sector",
        "😀"
    };

    private final Random random;

    RandomTables(long seed) {
        random = new Random(seed);
    }

    Labels labels(int count, boolean regions) {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = AWKWARD[i % AWKWARD.length] + (i < AWKWARD.length ? "" : " " + i / AWKWARD.length);
            // Where there are regions, some labels have none, as rows of world totals do.
            labels.add(new Label(regions && i % 5 != 4 ? "R" + i % 3 + "\"," : null, name));
        }
        return Labels.ofLabels(labels);
    }

    Units units(int count) {
        List<String> units = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            units.add(List.of("million EUR", "t, \"wet\"", "m³", "1").get(random.nextInt(4)));
        }
        return Units.perLabel(units);
    }

    double number() {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1000);
            case 2 -> -random.nextDouble();
            case 3 -> Double.MIN_VALUE * (1 + random.nextInt(5));
            case 4 -> random.nextDouble() * 1e15;
            default -> random.nextGaussian() / 3;
        };
    }

    double[] numbers(int count) {
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = number();
        }
        return numbers;
    }

    SparseMatrix matrix(int rows, int columns) {
        SparseMatrixBuilder matrix = SparseMatrix.builder(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix.add(i, j, i % 7 == 3 ? 0 : number());
            }
        }
        return matrix.build();
    }

    InputOutputTable table(int n, boolean regions, TotalsPolicy policy) {
        int categories = random.nextInt(4);
        int extensions = random.nextInt(4);
        InputOutputTableBuilder builder = InputOutputTable.builder(labels(n, regions))
                .units(regions ? units(n) : Units.of("million EUR"))
                .transactions(matrix(n, n))
                .finalDemand(labels(categories, regions), matrix(n, categories))
                .valueAdded("Löhne, Gehälter", "million EUR", numbers(n))
                .valueAdded("Surplus", "million EUR", numbers(n));
        if (extensions > 0) {
            Labels names = Labels.ofLabels(labels(extensions, regions).asList().stream()
                    .map(label -> new Label(label.region(), "ext " + label.name()))
                    .toList());
            builder.extensions(names, units(extensions), matrix(extensions, n));
            if (random.nextBoolean()) {
                builder.finalDemandExtensions(matrix(extensions, categories));
            }
        }
        if (random.nextBoolean()) {
            int count = 1 + random.nextInt(5);
            Labels products = labels(count, regions);
            Units units = units(count);
            builder.imports(
                    LabelledMatrix.of("Imports", products, labels(n, regions), units, matrix(count, n)),
                    LabelledMatrix.of(
                            "To users", products, labels(categories, regions), units, matrix(count, categories)));
        }
        if (policy != TotalsPolicy.REFUSE_DIFFERENCES) {
            builder.statedOutput(numbers(n)).totals(policy, 0);
        }
        return builder.build();
    }

    static void assertSame(InputOutputTable actual, InputOutputTable expected) {
        assertThat(actual.transactions()).isEqualTo(expected.transactions());
        assertThat(actual.finalDemand()).isEqualTo(expected.finalDemand());
        assertThat(actual.valueAdded()).isEqualTo(expected.valueAdded());
        assertThat(actual.extensions()).isEqualTo(expected.extensions());
        assertThat(actual.finalDemandExtensions()).isEqualTo(expected.finalDemandExtensions());
        assertThat(actual.imports()).isEqualTo(expected.imports());
        assertThat(actual.grossOutput()).isEqualTo(expected.grossOutput());
        assertThat(actual.statedOutput()).isEqualTo(expected.statedOutput());
    }
}
