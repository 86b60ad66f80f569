package org.leontief.solve;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is kept between solves of one system in one orientation; every part is made when it is first needed.
 *
 * <p>The stored lines of the matrix are columns for x = A x + d and rows for λ = λ A + l. Methods that stream through
 * them take either; those that need rows in both orientations get a transposed copy.
 */
final class PreparedSystem {

    private final SparseMatrix lines;
    private final boolean isNegative;
    private final Lazy<Passes> passes;
    private final Lazy<Passes> absolutePasses;
    private final Lazy<Rows> rows;
    private final Lazy<Rows> absoluteRows;
    private final Lazy<int[]> order;
    private final Lazy<Optional<DenseLu>> factors;
    private final Lazy<Optional<DenseLu>> absoluteFactors;
    private @Nullable RadiusProof proof;

    PreparedSystem(SparseMatrix lines, boolean linesAreRows) {
        this.lines = lines;
        isNegative = lines.hasNegative();
        passes = new Lazy<>(() -> linesAreRows ? new RowPasses(lines) : new ColumnPasses(lines));
        absolutePasses = isNegative
                ? new Lazy<>(() -> linesAreRows ? new RowPasses(lines.abs()) : new ColumnPasses(lines.abs()))
                : passes;
        rows = new Lazy<>(() -> Rows.ofTransposed(linesAreRows ? lines : lines.transpose()));
        absoluteRows = isNegative
                ? new Lazy<>(() -> Rows.ofTransposed(rows.get().transposed().abs()))
                : rows;
        order = new Lazy<>(() -> StronglyConnectedComponents.of(absoluteRows.get()).stream()
                .flatMapToInt(Arrays::stream)
                .toArray());
        factors = new Lazy<>(() -> DenseLu.of(rows.get(), scale())
                .filter(lu ->
                        proof().verdict() == RadiusProof.Verdict.BELOW_ONE || !lu.isSingular(absolutePasses.get())));
        absoluteFactors = isNegative ? new Lazy<>(() -> DenseLu.of(absoluteRows.get(), scale())) : factors;
    }

    int size() {
        return lines.columns;
    }

    int nonZeros() {
        return lines.nonZeros();
    }

    Passes passes() {
        return passes.get();
    }

    /** Passes over |A|; those over A where nothing is negative. */
    Passes absolutePasses() {
        return absolutePasses.get();
    }

    /** The rows of A, for methods that need them; a copy if its columns are what is stored. */
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

    Optional<DenseLu> factors() {
        return factors.get();
    }

    /** Factors of I − |A|. */
    Optional<DenseLu> absoluteFactors() {
        return absoluteFactors.get();
    }
}
