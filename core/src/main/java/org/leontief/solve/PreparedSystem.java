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

    private final Storage storage;
    private final Passes passes;
    private final boolean isNegative;
    private final Lazy<Passes> absolutePasses;
    private final Lazy<Rows> rows;
    private final Lazy<Rows> absoluteRows;
    private final Lazy<int[]> order;
    private final LazyFactors<DenseLu> ownFactors = new LazyFactors<>();
    private final LazyFactors<InnerSolver> factors = new LazyFactors<>();
    private final LazyFactors<InnerSolver> absoluteFactors = new LazyFactors<>();
    private volatile String factoring = "";
    private @Nullable RadiusProof proof;

    PreparedSystem(Storage storage) {
        this.storage = storage;
        passes = storage.passes();
        isNegative = storage.hasNegative();
        absolutePasses = new Lazy<>(() -> isNegative ? storage.absolutePasses() : passes);
        rows = new Lazy<>(storage::rows);
        absoluteRows = isNegative
                ? new Lazy<>(() -> Rows.ofTransposed(rows.get().transposed().abs()))
                : rows;
        order = new Lazy<>(() -> StronglyConnectedComponents.of(absoluteRows.get()).stream()
                .flatMapToInt(Arrays::stream)
                .toArray());
    }

    int size() {
        return passes.n;
    }

    /** Coefficients that one pass touches. */
    long entries() {
        return passes.entries();
    }

    /** Whether any coefficient is below 0. */
    boolean hasNegative() {
        return isNegative;
    }

    /** The order of the unknowns; null if it is the user's. */
    @Nullable
    Numbering numbering() {
        return storage.numbering();
    }

    /** What there is to report about the passes; empty if nothing. */
    String note() {
        return storage.note();
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

    /** The columns of A; null where they are not at hand. */
    @Nullable
    Columns columns() {
        return storage.columns();
    }

    RadiusProof proof() {
        return proof(SolveOptions.defaults().threads(), Watch.NONE);
    }

    /** The proof, made under the eyes of the watch if it has not been made before. */
    synchronized RadiusProof proof(int threads, Watch watch) {
        RadiusProof made = proof;
        if (made == null) {
            Passes absolute = absolutePasses();
            made = storage.knownProof(absolute, threads, watch)
                    .orElseGet(() -> RadiusProver.prove(absolute, absoluteRows, !isNegative, threads, watch));
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
        return proof().isQuick() ? null : dependenceOrder();
    }

    /** The order in which each unknown comes after those that it depends on, except within groups. */
    int[] dependenceOrder() {
        return order.get();
    }

    /**
     * Factors of I − A for solving, made under the eyes of the watch if they have not been made before: an update of known
     * ones where that pays, else {@link #ownFactors}; empty if it is singular to working precision.
     *
     * @throws Cancelled if the listener wants to stop; then they are made when they are next asked for
     */
    Optional<InnerSolver> factors(int threads, Watch watch) {
        return factors.get(() -> {
            Storage.Update update = storage.update(this, false, threads, watch);
            factoring = update.how();
            return update.solver().or(() -> ownFactors(threads, watch));
        });
    }

    /** How the factors came about, for the report; empty if there is nothing to say, or they were not needed. */
    String factoring() {
        return factoring;
    }

    /** Factors of I − A that were made of all of it, not updated, as the inverse needs them; made in the same way. */
    Optional<DenseLu> ownFactors(int threads, Watch watch) {
        return ownFactors.get(() -> DenseLu.of(rows.get(), scale(), threads, watch)
                .filter(lu ->
                        proof().verdict() == RadiusProof.Verdict.BELOW_ONE || !lu.isSingular(absolutePasses.get())));
    }

    /** Factors of I − |A|, made in the same way; those of I − A themselves where nothing is negative. */
    Optional<InnerSolver> absoluteFactors(int threads, Watch watch) {
        return isNegative
                ? absoluteFactors.get(() -> storage.update(this, true, threads, watch)
                        .solver()
                        .or(() -> DenseLu.of(absoluteRows.get(), scale(), threads, watch)))
                : factors(threads, watch);
    }

    /** Factors that are made once, by the first who asks and is not stopped on the way. */
    private static final class LazyFactors<T> {

        private boolean isMade;
        private Optional<T> made = Optional.empty();

        synchronized Optional<T> get(Supplier<Optional<T>> maker) {
            if (!isMade) {
                made = maker.get();
                isMade = true;
            }
            return made;
        }
    }
}
