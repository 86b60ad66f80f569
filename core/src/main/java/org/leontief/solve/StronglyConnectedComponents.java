package org.leontief.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of rows that depend on one another, in the order of dependence: y_i = Σ a_ij y_j + … can be solved group by
 * group in this order, since a group needs only itself and groups before it.
 *
 * <p>R. Tarjan, SIAM J. Comput. 1 (1972), 146–160, without recursion.
 */
public final class StronglyConnectedComponents {

    private static final int UNSEEN = -1;

    private final Rows a;
    private final int[] number;
    private final int[] low;
    private final boolean[] open;
    private final int[] stack;
    private int stackSize;
    private int numbered;
    private final List<int[]> components = new ArrayList<>();

    private StronglyConnectedComponents(Rows a) {
        this.a = a;
        number = new int[a.n];
        Arrays.fill(number, UNSEEN);
        low = new int[a.n];
        open = new boolean[a.n];
        stack = new int[a.n];
    }

    /**
     * Groups of columns that depend on one another: column j needs column i where a_ij is not 0, as a product needs its
     * inputs.
     *
     * @param a n × n
     * @return every column in one group, ascending in each; a group needs only itself and groups before it
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static List<int[]> ofColumns(SparseMatrix a) {
        if (a.rows() != a.columns()) {
            throw new IllegalArgumentException("Dependence is defined for square matrices; this is a " + a + ".");
        }
        return of(Rows.ofTransposed(a));
    }

    /** The groups; the members of each ascend. */
    static List<int[]> of(Rows a) {
        StronglyConnectedComponents search = new StronglyConnectedComponents(a);
        int[] path = new int[a.n];
        int[] next = new int[a.n];
        for (int root = 0; root < a.n; root++) {
            if (search.number[root] == UNSEEN) {
                search.explore(root, path, next);
            }
        }
        return search.components;
    }

    private void explore(int root, int[] path, int[] next) {
        int depth = 0;
        path[0] = root;
        enter(root, next);
        while (depth >= 0) {
            int i = path[depth];
            if (next[i] < a.start[i + 1]) {
                int j = a.index[next[i]++];
                if (number[j] == UNSEEN) {
                    path[++depth] = j;
                    enter(j, next);
                } else if (open[j]) {
                    low[i] = Math.min(low[i], number[j]);
                }
            } else {
                if (low[i] == number[i]) {
                    close(i);
                }
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[i]);
                }
            }
        }
    }

    private void enter(int i, int[] next) {
        number[i] = numbered;
        low[i] = numbered++;
        next[i] = a.start[i];
        stack[stackSize++] = i;
        open[i] = true;
    }

    private void close(int root) {
        int bottom = stackSize;
        do {
            open[stack[--bottom]] = false;
        } while (stack[bottom] != root);
        int[] members = Arrays.copyOfRange(stack, bottom, stackSize);
        stackSize = bottom;
        Arrays.sort(members);
        components.add(members);
    }
}
