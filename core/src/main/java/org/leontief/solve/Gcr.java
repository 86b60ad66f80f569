package org.leontief.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Generalised conjugate residuals, preconditioned by Gauss–Seidel sweeps: every iteration is one pass over A.
 *
 * <p>With M the part of I − A that a sweep inverts, z = M⁻¹ (b − (I − A) x) is what the next sweep would change x by, and
 * q = M⁻¹ (I − A) z is z less what a sweep from z for b = 0 leaves. q is made orthogonal to the last few ones, p = z is
 * changed alike, and x goes along p as far as makes z smallest. S. C. Eisenstat, H. C. Elman and M. H. Schultz, SIAM J.
 * Numer. Anal. 20 (1983), 345–357 (there "Orthomin(k)"), on the system M⁻¹ (I − A) x = M⁻¹ b. z is measured in the
 * proportions of the viability vector, so that units do not matter. Where a step would gain nothing, x takes a plain sweep
 * instead, and those converge for every viable economy.
 */
final class Gcr implements InnerSolver {

    /** Directions that are remembered at first. More gain less than the vectors that have to be read for them cost. */
    private static final int REMEMBERED = 3;

    /** After an iteration that gains less than this, one direction more is remembered. */
    private static final double SLOW = 0.6;

    /** Most directions, and most numbers in all of them together. */
    private static final int MOST_REMEMBERED = 30;

    private static final double MOST_NUMBERS = 1 << 26;

    /** Above this size one direction is remembered: it takes a pass or two more, and 32 bytes less for each unknown. */
    private static final int SPARING = 4_000_000;

    /** Iterations without a new smallest residual before it is called stuck. */
    private static final int PATIENCE = 60;

    /**
     * The same for a viable system that no other method would take over. A demand for one product wanders along a chain of
     * suppliers for as many iterations as the chain has links, and only then does the residual fall.
     */
    private static final int MOST_PATIENCE = 5000;

    /** Operations that may be spent on waiting, about a second; more only where 60 iterations cost more. */
    private static final double PATIENT_WORK = 1e9;

    private static final double SMALLER = 0.99;

    /** A direction whose image keeps less than this share of its length beside the earlier ones is only their rounding. */
    private static final double BREAKDOWN = 1e-13;

    /** A step that takes less than this share off ‖z‖² is no step. */
    private static final double NO_STEP = 1e-6;

    private final Passes a;
    /** 1 / s, in whose proportions residuals are measured. */
    private final double[] measure;

    private final int threads;
    private int patience = PATIENCE;
    private boolean slowCounts;

    Gcr(Passes a, double[] scale, int threads) {
        this.a = a;
        this.threads = threads;
        measure = new double[a.n];
        for (int i = 0; i < a.n; i++) {
            measure[i] = 1 / scale[i];
        }
    }

    /** The same for a viable system that no other method would take over: slow but steady progress is progress. */
    Gcr patient() {
        double work = a.entries() + 2.0 * MOST_REMEMBERED * a.n;
        patience = (int) Math.max(PATIENCE, Math.min(MOST_PATIENCE, PATIENT_WORK / work));
        slowCounts = true;
        return this;
    }

    @Override
    public void solve(double[] rhs, double[] weight, double target, double[] y, Watch watch) {
        Arrays.fill(y, 0);
        double[] z = new double[a.n];
        double[] fresh = new double[a.n];
        a.sweep(rhs, z, fresh, threads, watch);
        Directions known = new Directions();
        double smallest = Double.POSITIVE_INFINITY;
        int sinceSmallest = 0;
        double left = Residual.norm1(weight, z, threads);
        boolean goOn = watch.step(left);
        while (left > target && goOn) {
            known.begin(z);
            a.sweep(null, known.newestQ(), fresh, threads, watch);
            if (!known.orthogonalise(z)) {
                known.forget();
                known.begin(z);
                a.sweep(null, known.newestQ(), fresh, threads, watch);
                known.sweepOnly(z);
            }
            double before = left;
            left = advance(y, z, known.newestP(), known.newestQ(), known.step(), weight);
            if (left > SLOW * before) {
                known.rememberMore();
            }
            sinceSmallest++;
            if (left < SMALLER * smallest) {
                sinceSmallest = 0;
                smallest = left;
            } else if (!slowCounts) {
                smallest = Math.min(smallest, left);
            }
            goOn = watch.step(left) && Double.isFinite(left) && sinceSmallest <= patience;
        }
    }

    /** x ← x + α p, z ← z − α q. Returns Σ weight |z|. */
    private double advance(double[] x, double[] z, double[] p, double[] q, double alpha, double[] weight) {
        return Parallel.sum(a.n, threads, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) {
                x[i] += alpha * p[i];
                z[i] -= alpha * q[i];
                sum += weight[i] * Math.abs(z[i]);
            }
            return sum;
        });
    }

    /** The last few directions p, their images q = M⁻¹ (I − A) p, and ‖q‖². The newest, at the end, is being made. */
    private final class Directions {

        private final List<double[]> p = new ArrayList<>();
        private final List<double[]> q = new ArrayList<>();
        private final List<Double> square = new ArrayList<>();
        private int remembered = a.n > SPARING ? 1 : REMEMBERED;
        private double step;

        void rememberMore() {
            boolean fits = 2.0 * (remembered + 2) * a.n <= MOST_NUMBERS;
            remembered += fits && remembered < MOST_REMEMBERED ? 1 : 0;
        }

        void forget() {
            p.clear();
            q.clear();
            square.clear();
        }

        /** Makes room for a new direction at the end, z: the oldest is overwritten if there are enough. */
        void begin(double[] z) {
            boolean reuse = square.size() > remembered;
            p.add(reuse ? p.remove(0) : new double[a.n]);
            q.add(reuse ? q.remove(0) : new double[a.n]);
            if (reuse) {
                square.remove(0);
            }
            double[] newP = newestP();
            double[] newQ = newestQ();
            Parallel.rows(a.n, threads, (from, to) -> {
                System.arraycopy(z, from, newP, from, to - from);
                System.arraycopy(z, from, newQ, from, to - from);
            });
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

        /** The step of a plain sweep; it is followed by a new beginning. */
        void sweepOnly(double[] z) {
            double[] newQ = newestQ();
            Parallel.rows(a.n, threads, (from, to) -> {
                for (int i = from; i < to; i++) {
                    newQ[i] = z[i] - newQ[i];
                }
            });
            step = 1;
            square.add(Double.POSITIVE_INFINITY);
        }

        /** Ends the making of the newest direction, whose q holds what its sweep left. False if it adds nothing. */
        boolean orthogonalise(double[] z) {
            int others = square.size();
            double[] products = imageAndProducts(newestQ(), q.subList(0, others), z);
            double[] factor = new double[others];
            for (int k = 0; k < others; k++) {
                factor[k] = products[k] / square.get(k);
            }
            double[] found = subtract(z, factor);
            square.add(found[0]);
            step = found[1] / found[0];
            return found[0] > BREAKDOWN * BREAKDOWN * products[others]
                    && Double.isFinite(step)
                    && step * found[1] > NO_STEP * products[others + 1];
        }

        /** q ← z − q, and its scalar products with the other q and with itself; and ‖z‖². */
        private double[] imageAndProducts(double[] newQ, List<double[]> otherQ, double[] z) {
            int others = otherQ.size();
            return Parallel.sums(others + 2, a.n, threads, (from, to, sums) -> {
                for (int i = from; i < to; i++) {
                    newQ[i] = z[i] - newQ[i];
                }
                for (int k = 0; k < others; k++) {
                    sums[k] = dot(newQ, otherQ.get(k), from, to);
                }
                sums[others] = dot(newQ, newQ, from, to);
                sums[others + 1] = dot(z, z, from, to);
            });
        }

        /** p and q without their parts along the others; returns ‖q‖² and ⟨z, q⟩. */
        private double[] subtract(double[] z, double[] factor) {
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
                sums[1] = dot(z, newQ, from, to);
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
