package org.leontief.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StronglyConnectedComponentsTest {

    @Test
    void agreeWithBruteForceReachability() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 1 + random.nextInt(14);
            double[][] a = new double[n][n];
            for (int edge = 0; edge < random.nextInt(3 * n); edge++) {
                a[random.nextInt(n)][random.nextInt(n)] = 1;
            }
            List<int[]> groups = StronglyConnectedComponents.of(rows(a));

            boolean[][] reaches = reachability(a);
            int[] groupOf = new int[n];
            Arrays.fill(groupOf, -1);
            for (int g = 0; g < groups.size(); g++) {
                assertThat(groups.get(g)).isSorted().isNotEmpty();
                for (int member : groups.get(g)) {
                    assertThat(groupOf[member]).isEqualTo(-1);
                    groupOf[member] = g;
                }
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    boolean together = i == j || (reaches[i][j] && reaches[j][i]);
                    assertThat(groupOf[i] == groupOf[j]).isEqualTo(together);
                    // A group needs only itself and groups before it.
                    assertThat(a[i][j] == 0 || groupOf[j] <= groupOf[i]).isTrue();
                }
            }
        }
    }

    @Test
    void ofColumnsComeAfterTheColumnsTheyNeed() {
        // Column 0 needs 1 and 2, which need one another.
        SparseMatrix a = SparseMatrix.of(new double[][] {{0, 0, 0}, {1, 0, 1}, {1, 1, 0}});

        assertThat(StronglyConnectedComponents.ofColumns(a)).containsExactly(new int[] {1, 2}, new int[] {0});
        assertThatThrownBy(() -> StronglyConnectedComponents.ofColumns(SparseMatrix.zeros(2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 × 3");
    }

    @Test
    void doNotRunOutOfStackOnALongChain() {
        int n = 200_000;
        SparseMatrixBuilder ring = SparseMatrix.builder(n, n);
        for (int i = 0; i < n; i++) {
            ring.add(i, (i + 1) % n, 1);
        }

        List<int[]> groups = StronglyConnectedComponents.of(Rows.ofTransposed(ring.build()));

        assertThat(groups).singleElement().satisfies(group -> assertThat(group).hasSize(n));
    }

    private static Rows rows(double[][] a) {
        return Rows.ofTransposed(SparseMatrix.of(a).transpose());
    }

    /** S. Warshall, 1962. */
    private static boolean[][] reachability(double[][] a) {
        int n = a.length;
        boolean[][] reaches = new boolean[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                reaches[i][j] = a[i][j] != 0;
            }
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    reaches[i][j] |= reaches[i][k] && reaches[k][j];
                }
            }
        }
        return reaches;
    }
}
