package org.leontief.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Generalised conjugate residuals with Gauss–Seidel sweeps as preconditioner: every iteration is one pass over A.
 *
 * <p>A sweep in stages turns the residual r into a direction p and gives q = (I − A) p for nothing. q is made orthogonal
 * to the last few ones, p changed alike, and x goes along p as far as makes the residual smallest. S. C. Eisenstat, H. C.
 * Elman and M. H. Schultz, SIAM J. Numer. Anal. 20 (1983), 345–357 (there "Orthomin(k)"); residuals are measured in the
 * proportions of the viability vector, so that units do not matter.
 */
final class Gcr implements InnerSolver {

    /** Directions that are remembered at first. More gain less than the vectors that have to be read for them cost. */
    private static final int REMEMBERED = 3;

    /** After an iteration that gains less than this, one direction more is remembered. */
    private static final double SLOW = 0.6;

    /** Most directions, and most numbers in all of them together. */
    private static final int MOST_REMEMBERED = 30;

    private static final double MOST_NUMBERS = 1 << 26;

    /** Iterations without a new smallest residual before it is called stuck. */
    private static final int PATIENCE = 60;

    private static final double SMALLER = 0.99;

    /** A direction whose image keeps less than this share of its length beside the earlier ones is only their rounding. */
    private static final double BREAKDOWN = 1e-13;

    private final Passes a;
    /** 1 / s, in whose proportions residuals are measured. */
    private final double[] measure;

    private final int threads;

    Gcr(Passes a, double[] scale, int threads) {
        this.a = a;
        this.threads = threads;
        measure = new double[a.n];
        for (int i = 0; i < a.n; i++) {
            measure[i] = 1 / scale[i];
        }
    }

    @Override
    public void solve(double[] rhs, double[] weight, double target, double[] y, Watch watch) {
        Arrays.fill(y, 0);
        double[] r = rhs.clone();
        Directions known = new Directions();
        double smallest = Double.POSITIVE_INFINITY;
        int sinceSmallest = 0;
        double left = Residual.norm1(weight, r, threads);
        while (left > target) {
            known.begin();
            double[] p = known.newestP();
            double[] q = known.newestQ();
            System.arraycopy(r, 0, q, 0, a.n);
            a.sweep(q, p, threads, watch);
            if (!known.orthogonalise(r)) {
                return;
            }
            double before = left;
            left = advance(y, r, p, q, known.step(), weight);
            if (left > SLOW * before) {
                known.rememberMore();
            }
            sinceSmallest++;
            if (left < smallest) {
                sinceSmallest = left < SMALLER * smallest ? 0 : sinceSmallest;
                smallest = left;
            }
            if (!watch.step(left) || !Double.isFinite(left) || sinceSmallest > PATIENCE) {
                return;
            }
        }
    }

    /** x ← x + α p, r ← r − α q. Returns Σ weight |r|. */
    private double advance(double[] x, double[] r, double[] p, double[] q, double alpha, double[] weight) {
        return Parallel.sum(a.n, threads, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                x[i] += alpha * p[i];
                r[i] -= alpha * q[i];
                sum += weight[i] * Math.abs(r[i]);
            }
            return sum;
        });
    }

    /** The last few directions p, their images q = (I − A) p, and ‖q‖². The newest, at the end, is the one being made. */
    private final class Directions {

        private final List<double[]> p = new ArrayList<>();
        private final List<double[]> q = new ArrayList<>();
        private final List<Double> square = new ArrayList<>();
        private int remembered = REMEMBERED;
        private double step;

        void rememberMore() {
            boolean fits = 2.0 * (remembered + 2) * a.n <= MOST_NUMBERS;
            remembered += fits && remembered < MOST_REMEMBERED ? 1 : 0;
        }

        /** Makes room for a new direction at the end: the oldest is overwritten if there are enough. */
        void begin() {
            boolean reuse = square.size() > remembered;
            p.add(reuse ? p.remove(0) : new double[a.n]);
            q.add(reuse ? q.remove(0) : new double[a.n]);
            if (reuse) {
                square.remove(0);
            }
        }

        double[] newestP() {
            return p.get(p.size() - 1);
        }

        double[] newestQ() {
            return q.get(q.size() - 1);
        }

        /** α of the newest direction. */
        double step() {
            return step;
        }

        /**
         * Ends the making of the newest direction, whose q holds what its sweep left of r. False if it adds nothing.
         */
        boolean orthogonalise(double[] r) {
            int others = square.size();
            double[] products = imageAndProducts(r, newestQ(), q.subList(0, others));
            double[] factor = new double[others];
            for (int k = 0; k < others; k++) {
                factor[k] = products[k] / square.get(k);
            }
            double[] squareAndProduct = subtract(r, factor);
            square.add(squareAndProduct[0]);
            step = squareAndProduct[1] / squareAndProduct[0];
            return squareAndProduct[0] > BREAKDOWN * BREAKDOWN * products[others] && Double.isFinite(step) && step != 0;
        }

        /** q ← r − q, and its scalar products with the other q and with itself. */
        private double[] imageAndProducts(double[] r, double[] newQ, List<double[]> otherQ) {
            return Parallel.sums(otherQ.size() + 1, a.n, threads, (from, to, sums) -> {
                for (int i = from; i < to; i++) {
                    newQ[i] = r[i] - newQ[i];
                }
                for (int k = 0; k < otherQ.size(); k++) {
                    sums[k] = dot(newQ, otherQ.get(k), from, to);
                }
                sums[otherQ.size()] = dot(newQ, newQ, from, to);
            });
        }

        /** p and q without their parts along the others; returns ‖q‖² and ⟨r, q⟩. */
        private double[] subtract(double[] r, double[] factor) {
            double[] newP = newestP();
            double[] newQ = newestQ();
            return Parallel.sums(2, a.n, threads, (from, to, sums) -> {
                for (int k = 0; k < factor.length; k++) {
                    double part = factor[k];
                    double[] oldP = p.get(k);
                    double[] oldQ = q.get(k);
                    for (int i = from; i < to; i++) {
                        newP[i] -= part * oldP[i];
                        newQ[i] -= part * oldQ[i];
                    }
                }
                sums[0] = dot(newQ, newQ, from, to);
                sums[1] = dot(r, newQ, from, to);
            });
        }
    }

    /** Σ x_i y_i / s_i². A block of 4096 entries stays in the nearest cache, so several loops read memory once. */
    private double dot(double[] x, double[] y, int from, int to) {
        double even = 0;
        double odd = 0;
        int i = from;
        for (; i < to - 1; i += 2) {
            even += x[i] * measure[i] * (y[i] * measure[i]);
            odd += x[i + 1] * measure[i + 1] * (y[i + 1] * measure[i + 1]);
        }
        if (i < to) {
            even += x[i] * measure[i] * (y[i] * measure[i]);
        }
        return even + odd;
    }
}
