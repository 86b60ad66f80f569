package org.leontief.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * Up to {@link BlockKernel#WIDTH} right-hand sides solved together. A {@link BlockSolver} does the bulk for all, and finds the
 * second vectors of the certificates; between the two each has its residual measured, and what is left to do done, by a {@link
 * SolveRun} of its own. Where sweeps are slow, each is solved by itself.
 */
final class BlockRun {

    private static final int WIDTH = BlockKernel.WIDTH;

    /** Fewer are solved one after the other: a block costs as much for two as for sixteen (docs/decisions/0010). */
    private static final int WORTH_A_BLOCK = 8;

    /** Vectors in 64 bits that each takes: its own, the values, its residual, and what it does by itself. */
    private static final double OWN_VECTORS = 12;

    /** Blocks in 32 bits that the sweeps take. */
    private static final double BLOCKS = 6;

    /** One solve brings the residual down by so much at most; more would be lost to rounding. */
    private static final double LARGEST_REDUCTION = 1e-13;

    /** What a block leaves of the target, for the sums of the residual to be below it. */
    private static final double BELOW_TARGET = 0.5;

    /** How roughly second vectors are computed. Small entries ask for more than the sum shows. */
    private static final double ROUGH = 1e-4;

    private static final int ROUGH_ITERATIONS = 500;

    private final PreparedSystem system;
    private final Numbering numbering;
    private final double[][] right;
    private final SolveOptions options;
    private final Watch watch;
    private final List<SolveRun> runs = new ArrayList<>();

    BlockRun(PreparedSystem system, double[][] rightHandSides, SolveOptions options, Watch watch) {
        this.system = system;
        this.options = options;
        this.watch = watch;
        numbering = Objects.requireNonNull(system.numbering());
        right = new double[rightHandSides.length][];
        for (int k = 0; k < right.length; k++) {
            right[k] = numbering.inward(rightHandSides[k], options.threads());
            runs.add(new SolveRun(options, new Watch(options)));
        }
    }

    /** How several right-hand sides are solved. */
    enum Way {
        TOGETHER,
        /** They would gain nothing from one another, or the method knows no blocks. */
        ONE_BY_ONE,
        /** They would gain, but do not fit into memory together. */
        ONE_BY_ONE_FOR_WANT_OF_MEMORY;

        /** What the report says of it; empty if nothing. */
        String note() {
            return this == ONE_BY_ONE_FOR_WANT_OF_MEMORY
                    ? "Solved by itself, which is slower: less memory is free than several right-hand sides together need."
                    : "";
        }
    }

    /**
     * How so many right-hand sides are best solved.
     *
     * @param fits whether so many bytes may be taken
     */
    static Way way(PreparedSystem system, int count, SolveOptions options, Watch watch, DoublePredicate fits) {
        RadiusProof proof = system.proof(options.threads(), watch);
        boolean iterates =
                MethodChoice.of(options.method(), system.size(), proof).method() == SolveMethod.GCR;
        boolean gains = iterates
                && count >= WORTH_A_BLOCK
                && proof.verdict() == RadiusProof.Verdict.BELOW_ONE
                && system.passes() instanceof RowPasses
                && system.absolutePasses() instanceof RowPasses;
        if (!gains) {
            return Way.ONE_BY_ONE;
        }
        double bytesEach = OWN_VECTORS * Double.BYTES + BLOCKS * Float.BYTES;
        boolean fitsInAll = (long) WIDTH * system.size() < MemoryLimitException.LONGEST_ARRAY
                && fits.test(bytesEach * WIDTH * system.size());
        return fitsInAll ? Way.TOGETHER : Way.ONE_BY_ONE_FOR_WANT_OF_MEMORY;
    }

    /**
     * Solves them.
     *
     * @throws Cancelled if the listener stopped it before there was anything to return
     */
    List<Solution> solve() {
        @Nullable Solution[] known = new Solution[right.length];
        for (int k = 0; k < right.length; k++) {
            known[k] = runs.get(k).begin(system, right[k]);
        }
        watch.working(SolveMethod.GCR.toString());
        double @Nullable [][] x =
                new BlockSolver((RowPasses) system.passes(), right, targets(), options.threads(), watch).solve();
        Residual.@Nullable Found[] residuals = new Residual.Found[right.length];
        if (x != null && watch.stopped() == null) {
            residuals = new BlockResiduals((RowPasses) system.passes(), options.threads(), watch).bounded(right, x);
        }
        SolveRun.@Nullable Refined[] refined = new SolveRun.Refined[right.length];
        for (int k = 0; k < right.length; k++) {
            if (known[k] == null) {
                runs.get(k).startedTogether(right.length, watch, x != null);
                refined[k] = runs.get(k).refine(system, right[k], x == null ? null : x[k], residuals[k]);
            }
        }
        Bounding bounding = new Bounding(refined);
        List<Solution> ended = new ArrayList<>();
        for (int k = 0; k < right.length; k++) {
            SolveRun.@Nullable Refined made = refined[k];
            @Nullable Solution solution = made == null ? known[k] : bounding.certified(made, k);
            ended.add(Objects.requireNonNull(solution).outward(numbering));
        }
        return ended;
    }

    /** The second vectors v₂ ≈ (I − |A|)⁻¹ r̄ of all that ask for one, found together. */
    private final class Bounding {

        private final double[] @Nullable [] magnitudes = new double[right.length][];
        private final Watch bounds = new Watch(options.withIterationLimit(ROUGH_ITERATIONS));
        private final double @Nullable [][] second;

        Bounding(SolveRun.@Nullable Refined[] refined) {
            int asked = 0;
            for (int k = 0; k < right.length; k++) {
                SolveRun.@Nullable Refined made = refined[k];
                if (made != null && made.takesSecondVector()) {
                    magnitudes[k] = made.magnitude();
                    asked++;
                }
            }
            second = asked < WORTH_A_BLOCK ? null : secondVectors();
        }

        private double @Nullable [][] secondVectors() {
            bounds.working("CERTIFICATE");
            double[] target = new double[WIDTH];
            for (int k = 0; k < magnitudes.length; k++) {
                double @Nullable [] magnitude = magnitudes[k];
                target[k] = magnitude == null ? 0 : ROUGH * Residual.norm1(magnitude, options.threads());
            }
            RowPasses absolute = (RowPasses) system.absolutePasses();
            return new BlockSolver(absolute, magnitudes, target, options.threads(), bounds).solve();
        }

        Solution certified(SolveRun.Refined made, int k) {
            if (bounds.stopped() == StopReason.CANCELLED && magnitudes[k] != null) {
                return made.certifiedInHaste();
            }
            return made.certified(second == null ? null : second[k]);
        }
    }

    private double[] targets() {
        double[] target = new double[WIDTH];
        for (int k = 0; k < right.length; k++) {
            double size = Residual.norm1(right[k], options.threads());
            target[k] = Math.max(BELOW_TARGET * options.tolerance(), LARGEST_REDUCTION) * size;
        }
        return target;
    }
}
