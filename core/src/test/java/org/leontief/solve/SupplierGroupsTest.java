package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The order that is found is an order, whatever the matrix; and where there are groups, it brings them together. */
class SupplierGroupsTest {

    /** Just above the size below which there is no search. */
    private static final int N = 70_001;

    private static final int INPUTS = 50;

    private static SparseMatrix matrix(IntFunction<int[]> suppliers) {
        SparseColumnsBuilder builder = SparseMatrix.byColumns(N, N, (long) N * INPUTS);
        for (int j = 0; j < N; j++) {
            int[] rows = Arrays.stream(suppliers.apply(j)).distinct().toArray();
            double[] values = new double[rows.length];
            Arrays.fill(values, 0.5 / INPUTS);
            builder.appendColumn(rows, values, rows.length);
        }
        return builder.build();
    }

    /** Every product draws from the block of so many, in a shuffled numbering, that it belongs to. */
    private static SparseMatrix blocks(int[] place, int[] number, int size) {
        SplittableRandom random = new SplittableRandom(size);
        return matrix(j -> {
            int first = place[j] / size * size;
            int members = Math.min(size, N - first);
            return random.ints(INPUTS, first, first + members)
                    .map(k -> number[k])
                    .toArray();
        });
    }

    private static int[] inverse(int[] number) {
        int[] place = new int[number.length];
        for (int k = 0; k < number.length; k++) {
            place[number[k]] = k;
        }
        return place;
    }

    private static void assertPermutation(Optional<int[]> order) {
        order.ifPresent(numbers -> {
            boolean[] met = new boolean[N];
            for (int product : numbers) {
                assertThat(met[product]).isFalse();
                met[product] = true;
            }
            assertThat(numbers).hasSize(N);
        });
    }

    @Test
    void bringsBlocksTogether() {
        int[] number = RandomSystems.shuffled(new SplittableRandom(1), N);
        int[] place = inverse(number);
        for (int size : new int[] {100, 1000}) {
            Optional<int[]> order = SupplierGroups.order(blocks(place, number, size), Watch.NONE);

            assertThat(order).isPresent();
            assertPermutation(order);
            int together = neighboursOfOneBlock(order.orElseThrow(), place, size);
            assertThat(together).as("neighbours of one block of %d", size).isGreaterThan(N * 9 / 10);
        }
    }

    @Test
    void anyStructureOrNoneGivesAnOrderOrNothing() {
        SplittableRandom random = new SplittableRandom(2);
        int[] number = RandomSystems.shuffled(random, N);
        int[] place = inverse(number);
        // Blocks too small to show, one block of everything, and blocks of a third.
        for (int size : new int[] {10, N, N / 3}) {
            assertPermutation(SupplierGroups.order(blocks(place, number, size), Watch.NONE));
        }
        // One supplier of everything, alone and beside others; one product that uses everything; nothing at all.
        assertPermutation(SupplierGroups.order(matrix(j -> new int[] {77}), Watch.NONE));
        assertPermutation(SupplierGroups.order(
                matrix(j ->
                        random.ints(INPUTS, 0, N).map(i -> i % 3 == 0 ? 5 : i).toArray()),
                Watch.NONE));
        assertPermutation(SupplierGroups.order(matrix(j -> j == 9 ? number : new int[] {number[j]}), Watch.NONE));
        assertPermutation(SupplierGroups.order(matrix(j -> new int[0]), Watch.NONE));
    }

    /** All of a block name all of it, so that each is named more often than a byte can count. */
    @Test
    void productsThatAreNamedByManyAreCountedRight() {
        int size = 150;
        int[] number = RandomSystems.shuffled(new SplittableRandom(3), N);
        int[] place = inverse(number);
        SparseMatrix full = matrix(j -> {
            int first = place[j] / size * size;
            int[] all = new int[Math.min(size, N - first)];
            Arrays.setAll(all, k -> number[first + k]);
            return all;
        });

        Optional<int[]> order = SupplierGroups.order(full, Watch.NONE);

        assertPermutation(order);
        // Only where a block ends does another begin.
        assertThat(neighboursOfOneBlock(order.orElseThrow(), place, size)).isEqualTo(N - 1 - N / size);
    }

    private static int neighboursOfOneBlock(int[] order, int[] place, int size) {
        int together = 0;
        for (int k = 1; k < N; k++) {
            together += place[order[k]] / size == place[order[k - 1]] / size ? 1 : 0;
        }
        return together;
    }

    /** Without structure every product would ask dozens of others in vain; the listener is asked every 4,096 products. */
    @Test
    void searchesNoLongerThanItsBudgetAllows() {
        SplittableRandom random = new SplittableRandom(4);
        SparseMatrix unordered = matrix(j -> random.ints(INPUTS, 0, N).toArray());
        AtomicInteger looks = new AtomicInteger();
        SolveOptions watched = SolveOptions.defaults().withListener(progress -> looks.incrementAndGet() > 0);

        assertThat(SupplierGroups.order(unordered, new Watch(watched, 0))).isEmpty();

        assertThat(looks).hasValue(1);
    }

    @Test
    void smallMatricesAndGoodNumberingsStayAsTheyAre() {
        assertThat(SupplierGroups.order(MatrixShapes.SPARSE.of(new SplittableRandom(5), 5000), Watch.NONE))
                .isEmpty();
        assertThat(SupplierGroups.order(
                        matrix(j -> {
                            int[] near = new int[INPUTS];
                            Arrays.setAll(near, k -> (j + 7 * k) % N);
                            return near;
                        }),
                        Watch.NONE))
                .isEmpty();
    }
}
