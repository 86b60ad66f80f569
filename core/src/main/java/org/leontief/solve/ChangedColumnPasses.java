package org.leontief.solve;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Passes over A', which is A but for a few columns C, by way of those over A.
 *
 * <p>Products and residuals take A with x = 0 on C and add the new columns, so nothing cancels. A sweep is the one over A
 * for b + (A' − A) w: a splitting of I − A' with the same M, and the same solution.
 */
final class ChangedColumnPasses extends Passes {

    private final Passes base;
    private final int[] columns;
    private final SparseMatrix replacement;
    private final SparseMatrix difference;
    /** Rows whose residuals the new columns have a part in, and C itself; ascending. */
    private final int[] touched;

    /** Of every entry of the new columns, the place of its row in touched. */
    private final int[] entryPlace;

    /** Places of C in touched. */
    private final int[] ownPlace;

    /** How many products are added to each of the touched rows. */
    private final int[] products;

    /** Changed passes, in the numbering of those over A. */
    ChangedColumnPasses(Passes base, ChangedColumns change) {
        super(base.n);
        this.base = base;
        columns = change.columns;
        replacement = change.replacement;
        difference = change.difference();
        int entries = replacement.nonZeros();
        BitSet met = new BitSet(n);
        Arrays.stream(columns).forEach(met::set);
        for (int p = 0; p < entries; p++) {
            met.set(replacement.rowIndex[p]);
        }
        touched = met.stream().toArray();
        entryPlace = new int[entries];
        products = new int[touched.length];
        for (int p = 0; p < entries; p++) {
            entryPlace[p] = Arrays.binarySearch(touched, replacement.rowIndex[p]);
            products[entryPlace[p]]++;
        }
        ownPlace = Arrays.stream(columns)
                .map(column -> Arrays.binarySearch(touched, column))
                .toArray();
    }

    @Override
    long entries() {
        return base.entries() + replacement.nonZeros();
    }

    /** That of A, which the sweeps divide by. */
    @Override
    double[] pivot() {
        return base.pivot();
    }

    @Override
    void multiply(double[] x, double[] y, int threads, Watch watch) {
        base.multiply(withoutChanged(x), y, threads, watch);
        add(replacement, x, y);
    }

    @Override
    void sweep(double @Nullable [] b, double[] w, double[] fresh, int threads, Watch watch) {
        double[] right = b == null ? new double[n] : b.clone();
        add(difference, w, right);
        base.sweep(right, w, fresh, threads, watch);
    }

    private double[] withoutChanged(double[] x) {
        double[] rest = x.clone();
        for (int column : columns) {
            rest[column] = 0;
        }
        return rest;
    }

    /** y ← y + D x_C. */
    private void add(SparseMatrix d, double[] x, double[] y) {
        for (int c = 0; c < columns.length; c++) {
            double xc = x[columns[c]];
            for (int p = d.columnStart[c]; p < d.columnStart[c + 1]; p++) {
                y[d.rowIndex[p]] += d.value[p] * xc;
            }
        }
    }

    @Override
    void residual(double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        Addition addition = new Addition(b, x);
        base.residual(addition.high, withoutChanged(x), sum, error, threads, watch);
        addition.complete(sum, error);
    }

    @Override
    void plainResidual(double @Nullable [] b, double[] x, double[] sum, double[] error, int threads, Watch watch) {
        Addition addition = new Addition(b, x);
        base.plainResidual(addition.high, withoutChanged(x), sum, error, threads, watch);
        addition.complete(sum, error);
    }

    /**
     * b − x_C + (new columns) x_C in doubled precision: what the passes over A start from, which is exact in itself, and the
     * errors that were left over on the way, which are added to their result.
     */
    private final class Addition {

        private final double[] high;
        private final double[] low = new double[touched.length];
        private final double[] magnitude = new double[touched.length];

        Addition(double @Nullable [] b, double[] x) {
            high = b == null ? new double[n] : b.clone();
            for (int c = 0; c < columns.length; c++) {
                addTo(ownPlace[c], -x[columns[c]]);
            }
            for (int c = 0; c < columns.length; c++) {
                double xc = x[columns[c]];
                for (int p = replacement.columnStart[c]; p < replacement.columnStart[c + 1]; p++) {
                    addProduct(entryPlace[p], replacement.value[p], xc);
                }
            }
        }

        /** Knuth's two-sum: high takes the rounded sum, low what was rounded off. */
        private void addTo(int place, double term) {
            double old = high[touched[place]];
            double next = old + term;
            double shifted = next - old;
            double rounded = (old - (next - shifted)) + (term - shifted);
            high[touched[place]] = next;
            low[place] += rounded;
            magnitude[place] += Math.abs(rounded);
        }

        private void addProduct(int place, double a, double x) {
            double product = a * x;
            double rounded = Math.fma(a, x, -product);
            addTo(place, product);
            low[place] += rounded;
            magnitude[place] += Math.abs(rounded);
            if (Math.abs(product) < PRODUCT_UNDERFLOW && x != 0) {
                magnitude[place] += LOST_TO_UNDERFLOW;
            }
        }

        /** Adds low, and to the bounds what low may be off and what the last addition rounds. */
        void complete(double[] sum, double[] error) {
            for (int place = 0; place < touched.length; place++) {
                int row = touched[place];
                sum[row] += low[place];
                if (magnitude[place] != 0) {
                    double own = boundOnError(sum[row], magnitude[place], products[place]);
                    error[row] = Math.nextUp(error[row] + own);
                }
            }
        }
    }
}
