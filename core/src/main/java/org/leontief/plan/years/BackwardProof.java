package org.leontief.plan.years;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What bounds of {@link BackwardStep} rest on: v, v − E̅ v, and for a system that is not too large R and E̅ by rows. */
final class BackwardProof {

    private static final double EPSILON = 0x1p-53;

    private final double @Nullable [] inverse;
    private final double @Nullable [] deviation;
    private final double[] vector;
    private final double[] margin;
    private final int n;

    /** For a person. */
    final String says;

    BackwardProof(
            double @Nullable [] inverse, double @Nullable [] deviation, double[] vector, double[] margin, String says) {
        this.inverse = inverse;
        this.deviation = deviation;
        this.vector = vector;
        this.margin = margin;
        this.n = vector.length;
        this.says = says;
    }

    static BackwardProof nothing(int n, String says) {
        return new BackwardProof(null, null, new double[n], new double[n], says);
    }

    double[] bounds(double[] residual) {
        double[] scaled = inverse == null ? residual : product(inverse, residual);
        double eta = 0;
        for (int i = 0; i < n; i++) {
            if (scaled[i] > 0) {
                eta = Math.max(eta, margin[i] > 0 ? Math.nextUp(scaled[i] / margin[i]) : Double.POSITIVE_INFINITY);
            }
        }
        double largest = eta;
        double[] first = new double[n];
        Arrays.setAll(first, i -> largest == 0 ? 0 : Math.nextUp(largest * vector[i]));
        if (Double.isInfinite(eta)) {
            Arrays.fill(first, Double.POSITIVE_INFINITY);
        }
        if (deviation == null || Double.isInfinite(eta)) {
            return first;
        }
        double[] rest = product(deviation, first);
        double[] sharp = new double[n];
        Arrays.setAll(sharp, i -> Math.min(first[i], Math.nextUp(scaled[i] + rest[i])));
        return sharp;
    }

    /** Upper bounds of a product of non-negative factors. */
    static double[] product(double[] matrix, double[] vector) {
        int n = vector.length;
        double[] product = new double[n];
        double up = 1 + 4 * (n + 2) * EPSILON;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum = Math.fma(Math.abs(matrix[i * n + j]), vector[j], sum);
            }
            product[i] = Math.nextUp(sum * up + n * Double.MIN_VALUE);
        }
        return product;
    }
}
