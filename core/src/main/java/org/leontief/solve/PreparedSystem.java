package org.leontief.solve;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is kept between solves; every part is made when it is first needed. */
final class PreparedSystem {

    private final int size;
    private final Lazy<Rows> rows;
    private final Lazy<Rows> absoluteRows;
    private final Lazy<RadiusProof> proof;
    private final Lazy<int[]> order;
    private final Lazy<Optional<DenseLu>> factors;
    private final Lazy<Optional<DenseLu>> absoluteFactors;

    PreparedSystem(Supplier<Rows> maker, int size, boolean negative) {
        this.size = size;
        rows = new Lazy<>(maker);
        absoluteRows = negative
                ? new Lazy<>(() -> Rows.ofTransposed(rows.get().transposed().abs()))
                : rows;
        proof = new Lazy<>(() -> RadiusProver.prove(
                absoluteRows.get(), !negative, SolveOptions.defaults().threads()));
        order = new Lazy<>(() -> StronglyConnectedComponents.of(absoluteRows.get()).stream()
                .flatMapToInt(Arrays::stream)
                .toArray());
        factors = new Lazy<>(() -> DenseLu.of(rows.get(), scale())
                .filter(lu ->
                        proof().verdict() == RadiusProof.Verdict.BELOW_ONE || !lu.isSingular(absoluteRows.get())));
        absoluteFactors = negative ? new Lazy<>(() -> DenseLu.of(absoluteRows.get(), scale())) : factors;
    }

    int size() {
        return size;
    }

    Rows rows() {
        return rows.get();
    }

    /** The rows of |A|; those of A themselves where nothing is negative. */
    Rows absoluteRows() {
        return absoluteRows.get();
    }

    RadiusProof proof() {
        return proof.get();
    }

    /** The viability vector, in whose proportions the system is well scaled; 1 where there is none. */
    double[] scale() {
        if (proof().verdict() == RadiusProof.Verdict.BELOW_ONE) {
            return proof().vectorShared();
        }
        double[] ones = new double[size];
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
