package org.leontief.solve;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is kept between solves of one system in one orientation; every part is made when it is first needed. Unknowns have
 * the numbers of {@link #numbering}.
 */
final class PreparedSystem {

    private final Passes passes;
    private final String note;
    private final boolean isNegative;
    private final Lazy<Passes> absolutePasses;
    private final Lazy<Rows> rows;
    private final Lazy<Rows> absoluteRows;
    private final Lazy<int[]> order;
    private final LazyFactors factors = new LazyFactors();
    private final LazyFactors absoluteFactors = new LazyFactors();
    private @Nullable RadiusProof proof;

    /** Makes the passes under the eyes of the watch. */
    PreparedSystem(StoredMatrix stored, boolean transposed, int threads, Watch watch) {
        SparseMatrix given = stored.given();
        isNegative = given.hasNegative();
        StoredMatrix.Made made = stored.passes(transposed, threads, watch);
        passes = made.passes();
        note = made.note();
        absolutePasses = new Lazy<>(() -> isNegative ? absolute(given, transposed, threads) : passes);
        rows = new Lazy<>(() -> rows(given, transposed));
        absoluteRows = isNegative
                ? new Lazy<>(() -> Rows.ofTransposed(rows.get().transposed().abs()))
                : rows;
        order = new Lazy<>(() -> StronglyConnectedComponents.of(absoluteRows.get()).stream()
                .flatMapToInt(Arrays::stream)
                .toArray());
    }

    private Passes absolute(SparseMatrix given, boolean transposed, int threads) {
        return passes instanceof RowPasses sliced ? sliced.abs(threads) : new StoredPasses(given.abs(), transposed);
    }

    private Rows rows(SparseMatrix given, boolean transposed) {
        if (passes instanceof RowPasses sliced) {
            return Rows.ofTransposed(sliced.rows().compressed());
        }
        if (transposed) {
            return Rows.ofTransposed(given);
        }
        MemoryLimitException.require(
                "A copy of the " + given.nonZeros() + " coefficients by row, which this method needs,",
                RowSlicer.bytes(given),
                "Use SolveMethod.GCR, which works on the coefficients as they are stored.");
        return Rows.ofTransposed(given.transpose());
    }

    int size() {
        return passes.n;
    }

    /** Coefficients that one pass touches. */
    long entries() {
        return passes.entries();
    }

    /** The order of the unknowns; null if it is the user's. */
    @Nullable
    Numbering numbering() {
        return passes instanceof RowPasses sliced ? sliced.rows().numbering : null;
    }

    /** What there is to report about the passes; empty if nothing. */
    String note() {
        return note;
    }

    Passes passes() {
        return passes;
    }

    /** Passes over |A|; those over A where nothing is negative. */
    Passes absolutePasses() {
        return absolutePasses.get();
    }

    /** The rows of A, for methods that need them one by one: a copy. */
    Rows rows() {
        return rows.get();
    }

    /** The rows of |A|; those of A themselves where nothing is negative. */
    Rows absoluteRows() {
        return absoluteRows.get();
    }

    RadiusProof proof() {
        return proof(SolveOptions.defaults().threads(), Watch.NONE);
    }

    /** The proof, made under the eyes of the watch if it has not been made before. */
    synchronized RadiusProof proof(int threads, Watch watch) {
        RadiusProof made = proof;
        if (made == null) {
            made = RadiusProver.prove(absolutePasses(), absoluteRows, !isNegative, threads, watch);
            proof = made;
        }
        return made;
    }

    /** The viability vector, in whose proportions the system is well scaled; 1 where there is none. */
    double[] scale() {
        if (proof().verdict() == RadiusProof.Verdict.BELOW_ONE) {
            return proof().vectorShared();
        }
        double[] ones = new double[size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    /**
     * The order in which sweeps take the rows: null for their own where that served, else the order of dependence, in
     * which a system without loops is solved in one sweep.
     */
    int @Nullable [] sweepOrder() {
        return proof().isQuick() ? null : order.get();
    }

    /**
     * Factors of I − A, made under the eyes of the watch if they have not been made before; empty if it is singular to
     * working precision.
     *
     * @throws Cancelled if the listener wants to stop; then they are made when they are next asked for
     */
    Optional<DenseLu> factors(int threads, Watch watch) {
        return factors.get(() -> DenseLu.of(rows.get(), scale(), threads, watch)
                .filter(lu ->
                        proof().verdict() == RadiusProof.Verdict.BELOW_ONE || !lu.isSingular(absolutePasses.get())));
    }

    /** Factors of I − |A|, made in the same way; those of I − A themselves where nothing is negative. */
    Optional<DenseLu> absoluteFactors(int threads, Watch watch) {
        return isNegative
                ? absoluteFactors.get(() -> DenseLu.of(absoluteRows.get(), scale(), threads, watch))
                : factors(threads, watch);
    }

    /** Factors that are made once, by the first who asks and is not stopped on the way. */
    private static final class LazyFactors {

        private boolean isMade;
        private Optional<DenseLu> made = Optional.empty();

        synchronized Optional<DenseLu> get(Supplier<Optional<DenseLu>> maker) {
            if (!isMade) {
                made = maker.get();
                isMade = true;
            }
            return made;
        }
    }
}
