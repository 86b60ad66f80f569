package org.leontief.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the vector that proves on which side of 1 the spectral radius lies.
 *
 * <p>First a few Gauss–Seidel sweeps for (I − |A|) v = 1, which climb to v from below and suffice for ordinary tables. If
 * they do not, the strongly connected groups one after the other, each with what the groups before it need from it: a
 * group is solved, or convicted by its Perron vector.
 */
final class RadiusProver {

    /** After so many sweeps an ordinary table has long shown its vector. */
    private static final int MOST_SWEEPS = 32;

    /** τ, how far ahead of the last sweep the vector is looked for. Serves up to ρ = 3/4 at once, beyond with more sweeps. */
    private static final double AHEAD = 3;

    private static final int BLOCK_SWEEPS = 64;
    private static final int DENSE_LIMIT = 2000;
    /**
     * What a group is asked to leave over, beyond what other groups need from it, as a share of that need. Their need is a
     * rounded sum, wrong by 10⁻¹⁶ times its number of terms, so this covers a million of them; and v grows by 10⁻⁹ for
     * every link in a chain of groups, which no bound notices.
     */
    private static final double MARGIN = 1e-9;

    /** Sweeps that have grown so far will not settle below the largest double. */
    private static final double TOO_LARGE = 1e300;

    /** Bounds on ρ(A) that lie so close together around 1 cannot be told from 1. */
    private static final double AT_ONE = 1e-12;

    private final Passes passes;
    private final Lazy<Rows> rows;
    private final boolean nonNegative;
    private final int threads;
    private final Watch watch;

    private RadiusProver(Passes passes, Lazy<Rows> rows, boolean nonNegative, int threads, Watch watch) {
        this.passes = passes;
        this.rows = rows;
        this.nonNegative = nonNegative;
        this.threads = threads;
        this.watch = watch;
    }

    /**
     * Proves what can be proved.
     *
     * @param passes over |A|
     * @param rows of |A|, made only where sweeps do not serve
     * @param nonNegative whether A itself is |A|
     */
    static RadiusProof prove(Passes passes, Lazy<Rows> rows, boolean nonNegative, int threads, Watch watch) {
        watch.working("VIABILITY");
        RadiusProver prover = new RadiusProver(passes, rows, nonNegative, threads, watch);
        Optional<RadiusProof> quick = prover.bySweeping();
        return quick.isPresent() ? quick.get() : prover.byGroups();
    }

    /**
     * Sweeps from v = 0 for (I − |A|) v = 1. v rises from sweep to sweep, and what is still missing is about what the last
     * one brought, Δ, times a factor: v + τ Δ has the surplus 1 + τ l − (1 + τ) l', where l and l' are what was left before
     * and after the last sweep, and l' is much below l wherever sweeps converge. A check costs a pass, so it is made only
     * where that holds for the changes by the last two sweeps, which are what was left one sweep before.
     */
    private Optional<RadiusProof> bySweeping() {
        for (double pivot : passes.pivot()) {
            if (pivot <= 0) {
                return Optional.empty();
            }
        }
        double[] ones = filled(passes.n);
        double[] v = new double[passes.n];
        double[] last = new double[passes.n];
        double[] change = new double[passes.n];
        double[] fresh = new double[passes.n];
        int nextCheck = 2;
        for (int sweep = 1; sweep <= MOST_SWEEPS; sweep++) {
            System.arraycopy(v, 0, last, 0, v.length);
            passes.sweep(ones, v, fresh, threads, watch);
            boolean promises = promises(v, last, change);
            if ((sweep >= nextCheck && promises) || sweep == MOST_SWEEPS) {
                double[] candidate = ahead(v, last);
                if (!(largest(candidate) < TOO_LARGE)) {
                    return Optional.empty();
                }
                double[] surplus = Residual.surplus(passes, candidate, threads, watch);
                if (isPositive(surplus) && isPositive(candidate)) {
                    return Optional.of(RadiusProof.belowOne(candidate, surplus, true));
                }
                nextCheck = 2 * sweep;
            }
        }
        return Optional.empty();
    }

    /** Whether 1 + τ z − (1 + τ) z' > 0, with z and z' the changes by the last sweep but one and by the last; keeps z'. */
    private boolean promises(double[] v, double[] last, double[] change) {
        return Parallel.sum(v.length, threads, (from, to) -> {
                    double open = 0;
                    for (int i = from; i < to; i++) {
                        double now = v[i] - last[i];
                        open += 1 + AHEAD * change[i] - (1 + AHEAD) * now > 0 ? 0 : 1;
                        change[i] = now;
                    }
                    return open;
                })
                == 0;
    }

    /** v + τ (v − last). */
    private double[] ahead(double[] v, double[] last) {
        double[] candidate = new double[v.length];
        Parallel.rows(v.length, threads, (from, to) -> {
            for (int i = from; i < to; i++) {
                candidate[i] = v[i] + AHEAD * (v[i] - last[i]);
            }
        });
        return candidate;
    }

    private RadiusProof byGroups() {
        Rows absolute = rows.get();
        double[] v = new double[absolute.n];
        int[] numbers = new int[absolute.n];
        Arrays.fill(numbers, -1);
        List<int[]> groups = StronglyConnectedComponents.of(absolute);
        for (int[] members : groups) {
            // v is still 0 on this group, so the row sums are what earlier groups need from it.
            double[] needed = new double[members.length];
            for (int k = 0; k < members.length; k++) {
                needed[k] = 1 + absolute.dot(members[k], v) * (1 + MARGIN);
            }
            watch.look();
            Rows block = absolute.block(members, numbers);
            Lazy<PerronRoot> root = new Lazy<>(() -> PerronRoot.ofIrreducible(block));
            Optional<double[]> solved =
                    members.length == 1 ? solveSingle(block, needed) : solveBlock(block, needed, root);
            if (solved.isEmpty()) {
                return convict(block, members, root);
            }
            for (int k = 0; k < members.length; k++) {
                v[members[k]] = solved.get()[k];
            }
        }
        double[] surplus = Residual.surplus(passes, v, threads, watch);
        return isPositive(surplus) && isPositive(v)
                ? RadiusProof.belowOne(v, surplus, false)
                : RadiusProof.undecided("the outputs needed differ too much in size for double precision");
    }

    private static Optional<double[]> solveSingle(Rows block, double[] needed) {
        double left = 1 - block.diagonal[0];
        return left > 0 ? Optional.of(new double[] {needed[0] / left}) : Optional.empty();
    }

    /** Solves (I − B) v = needed well enough that v &gt; 0 and v − B v &gt; 0; empty if that fails. */
    private Optional<double[]> solveBlock(Rows block, double[] needed, Lazy<PerronRoot> lazyRoot) {
        double[] v = needed.clone();
        if (largest(block.diagonal) < 1) {
            GaussSeidel sweeps = new GaussSeidel(block, null);
            for (int k = 0; k < BLOCK_SWEEPS && sweeps.sweep(needed, needed, v) < TOO_LARGE; k++) {
                if (k % 8 == 7 && serves(block, v, needed)) {
                    return Optional.of(v);
                }
            }
        }
        PerronRoot root = lazyRoot.get();
        if (root.lower() >= 1) {
            return Optional.empty();
        }
        if (block.n <= DENSE_LIMIT) {
            solveByFactors(block, root, needed, v);
        } else {
            double[] scale = root.vector();
            double target = 1e-3 * smallest(needed) / Math.max(1, block.n);
            double[] weight = new double[block.n];
            Arrays.fill(weight, 1.0 / block.n);
            new BiCgStab(block, scale, threads).solve(needed, weight, target, v, new Watch(SolveOptions.defaults()));
        }
        if (serves(block, v, needed)) {
            return Optional.of(v);
        }
        if (root.upper() < 1) {
            return Optional.of(multipleOf(root, needed));
        }
        // Bounds on ρ lie on both sides of 1 and nothing else has helped.
        if (block.n > DENSE_LIMIT
                && MethodChoice.againstFactors(block.n, 1).isEmpty()
                && solveByFactors(block, root, needed, v)
                && serves(block, v, needed)) {
            return Optional.of(v);
        }
        return Optional.empty();
    }

    /** (I − B) v = needed. False if a pivot is 0. */
    private boolean solveByFactors(Rows block, PerronRoot root, double[] needed, double[] v) {
        Optional<DenseLu> factors = DenseLu.of(block, root.vector(), threads, watch);
        factors.ifPresent(lu -> lu.solve(needed, needed, 0, v, new Watch(SolveOptions.defaults())));
        return factors.isPresent();
    }

    /** A Perron vector w with (I − B) w ≥ (1 − ρ̄) w, taken large enough. */
    private static double[] multipleOf(PerronRoot root, double[] needed) {
        double[] w = root.vector();
        double factor = 0;
        for (int i = 0; i < w.length; i++) {
            factor = Math.max(factor, needed[i] / ((1 - root.upper()) * w[i]));
        }
        for (int i = 0; i < w.length; i++) {
            w[i] *= factor;
        }
        return w;
    }

    /** Whether v &gt; 0 and v − B v exceeds what others need by a quarter of the margin: the rest may be lost to rounding. */
    private boolean serves(Rows block, double[] v, double[] needed) {
        if (!isPositive(v)) {
            return false;
        }
        double[] surplus = Residual.surplus(new StoredPasses(block.transposed(), true), v, threads, watch);
        for (int i = 0; i < v.length; i++) {
            // needed = 1 + others (1 + MARGIN)
            double others = (needed[i] - 1) / (1 + MARGIN);
            if (!(surplus[i] > others * (1 + MARGIN / 4))) {
                return false;
            }
        }
        return true;
    }

    private RadiusProof convict(Rows block, int[] members, Lazy<PerronRoot> lazyRoot) {
        if (!nonNegative) {
            return RadiusProof.undecided("A has negative coefficients and ρ(|A|) ≥ 1 or too close to 1");
        }
        int greediest = greediest(block);
        if (block.diagonal[greediest] >= 1) {
            // It alone is to blame, whatever the others of its group need.
            double[] alone = new double[passes.n];
            alone[members[greediest]] = 1;
            return RadiusProof.atLeastOne(RadiusProof.Side.QUANTITIES, alone, new int[] {members[greediest]});
        }
        PerronRoot root = lazyRoot.get();
        Optional<RadiusProof> proof = convict(block, root.vector(), RadiusProof.Side.QUANTITIES, members)
                .or(() -> convict(block, filled(block.n), RadiusProof.Side.QUANTITIES, members));
        if (proof.isEmpty()) {
            Rows transposed = Rows.ofTransposed(block.transposed().transpose());
            PerronRoot left = PerronRoot.ofIrreducible(transposed);
            proof = convict(transposed, left.vector(), RadiusProof.Side.PRICES, members)
                    .or(() -> convict(transposed, filled(block.n), RadiusProof.Side.PRICES, members));
        }
        return proof.orElseGet(() -> undecided(root, members.length));
    }

    private static RadiusProof undecided(PerronRoot root, int size) {
        String bounds = "the spectral radius lies between " + root.lower() + " and " + root.upper() + ", on a group of "
                + size + " industries: ";
        return root.upper() - root.lower() <= AT_ONE
                ? RadiusProof.atOne(bounds + "it cannot be told from 1 in double precision")
                : RadiusProof.undecided(bounds + "no vector was found that decides on which side of 1");
    }

    private Optional<RadiusProof> convict(Rows block, double[] w, RadiusProof.Side side, int[] members) {
        AccurateSum sum = new AccurateSum();
        for (int i = 0; i < block.n; i++) {
            sum.reset();
            sum.add(-w[i]);
            for (int p = block.start[i]; p < block.start[i + 1]; p++) {
                sum.addProduct(block.value[p], w[block.index[p]]);
            }
            if (!(sum.lower() >= 0)) {
                return Optional.empty();
            }
        }
        double[] full = new double[passes.n];
        for (int k = 0; k < members.length; k++) {
            full[members[k]] = w[k];
        }
        return Optional.of(RadiusProof.atLeastOne(side, full, members));
    }

    /** The industry that takes most of its own product. */
    private static int greediest(Rows block) {
        int greediest = 0;
        for (int i = 1; i < block.n; i++) {
            greediest = block.diagonal[i] > block.diagonal[greediest] ? i : greediest;
        }
        return greediest;
    }

    private static double[] filled(int n) {
        double[] vector = new double[n];
        Arrays.fill(vector, 1);
        return vector;
    }

    static boolean isPositive(double[] vector) {
        for (double entry : vector) {
            if (!(entry > 0 && entry <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    private static double largest(double[] vector) {
        return Arrays.stream(vector).max().orElse(0);
    }

    private static double smallest(double[] vector) {
        return Arrays.stream(vector).min().orElse(0);
    }
}
