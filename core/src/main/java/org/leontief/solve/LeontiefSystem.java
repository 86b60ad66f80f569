package org.leontief.solve;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The system (I − A) x = b, prepared for any number of right-hand sides.
 *
 * <pre>{@code
 * LeontiefSystem system = LeontiefSystem.of(a);
 * Solution x = system.solve(d);                    // (I − A) x = d
 * Solution y = system.transposed().solve(l);       // (I − Aᵀ) y = l, from the same stored matrix
 * }</pre>
 *
 * <p>A is n × n and may hold negative entries. Whether ρ(|A|) &lt; 1 is proved once and used for every certificate; a
 * matrix A ≥ 0 with ρ(A) ≥ 1 gives {@link StopReason#NOT_VIABLE} and no values. Factors are computed when first needed and
 * kept. Immutable in what it answers, and safe to share between threads.
 */
public final class LeontiefSystem {

    /** A system of which a larger share of columns differs from another one is built by itself. */
    private static final double MOST_CHANGED = 0.1;

    private final SystemMatrix matrix;
    private final boolean isTransposed;
    private @Nullable PreparedSystem prepared;
    private @Nullable RadiusProof proof;
    private @Nullable LeontiefSystem other;

    private LeontiefSystem(SystemMatrix matrix, boolean isTransposed, @Nullable LeontiefSystem other) {
        this.matrix = matrix;
        this.isTransposed = isTransposed;
        this.other = other;
    }

    /**
     * Prepares a system.
     *
     * @param a n × n, finite
     * @return the system
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static LeontiefSystem of(SparseMatrix a) {
        if (a.rows() != a.columns()) {
            throw new IllegalArgumentException(
                    "A is " + a.rows() + " × " + a.columns() + "; a system I − A needs a square matrix.");
        }
        return of(new StoredMatrix(a));
    }

    /** The same with passes of another kind. */
    static LeontiefSystem of(StoredMatrix stored) {
        return new LeontiefSystem(stored, false, null);
    }

    /**
     * Number of unknowns.
     *
     * @return n
     */
    public int size() {
        return matrix.size();
    }

    /**
     * A, also where this is the transposed system.
     *
     * @return the matrix that {@link #of} was given; with the new columns, if some were changed, in a copy made for each call
     */
    public SparseMatrix coefficients() {
        return matrix instanceof ChangedMatrix changed ? changed.change().applied(matrix.stored()) : matrix.stored();
    }

    /**
     * The system (I − Aᵀ) y = b, for prices, labour values and multipliers.
     *
     * @return a system that keeps its own factors and proof; always the same one, and its transpose is this system
     */
    public synchronized LeontiefSystem transposed() {
        @Nullable LeontiefSystem made = other;
        if (made == null) {
            made = new LeontiefSystem(matrix, !isTransposed, this);
            other = made;
        }
        return made;
    }

    /**
     * The system of A', which is A with other columns in the place of some: changed recipes.
     *
     * <p>It shares what this system has prepared (the order of the unknowns, the copies made for speed, factors, the vector
     * that proves viability), so that it takes next to no time and memory to make; results are proved for A' as ever. A
     * change of a changed system is merged with the earlier one. If more than a tenth of the columns differ in the end, the
     * system is built anew, and a note in the reports says so.
     *
     * <p>Factors are updated where few columns differ: J. Sherman, W. J. Morrison, M. A. Woodbury; see Golub and Van Loan,
     * <em>Matrix Computations</em>, section 2.1.4.
     *
     * @param columns numbers of columns of A, the matrix that {@link #of} was given, from 0 and in any order; those are meant
     *     for a transposed system, too
     * @param newColumns n × k, one full column for each number
     * @return the changed system, in the orientation of this one; this one is not modified
     * @throws IllegalArgumentException if a number is out of range or given twice, or the shape of the new columns does not
     *     fit
     */
    public LeontiefSystem withColumns(int[] columns, SparseMatrix newColumns) {
        return withColumns(columns, newColumns, MOST_CHANGED);
    }

    /** The same with another limit on the share of columns that differ. */
    LeontiefSystem withColumns(int[] columns, SparseMatrix newColumns, double mostChanged) {
        LeontiefSystem plain = isTransposed ? transposed() : this;
        LeontiefSystem changed = plain.changed(columns, newColumns, mostChanged);
        return isTransposed ? changed.transposed() : changed;
    }

    private LeontiefSystem changed(int[] columns, SparseMatrix newColumns, double mostChanged) {
        @Nullable ChangedMatrix earlier = matrix instanceof ChangedMatrix already ? already : null;
        LeontiefSystem base = earlier == null ? this : earlier.base();
        SparseMatrix a = matrix.stored();
        ChangedColumns change = earlier == null
                ? ChangedColumns.of(a, columns, newColumns)
                : earlier.change().then(a, columns, newColumns);
        if (change.count() == 0) {
            return base;
        }
        if (change.count() > mostChanged * size()) {
            String note = change.count() + " of " + size() + " columns were changed: the system was built anew.";
            return new LeontiefSystem(new StoredMatrix(change.applied(a), note), false, null);
        }
        return new LeontiefSystem(new ChangedMatrix(base, a, change), false, null);
    }

    /**
     * On which side of 1 the spectral radius lies, with the vector that proves it.
     *
     * @return the proof, computed once
     */
    public RadiusProof radiusProof() {
        return radiusProof(SolveOptions.defaults().threads(), Watch.NONE);
    }

    private synchronized RadiusProof radiusProof(int threads, Watch watch) {
        RadiusProof made = proof;
        if (made == null) {
            RadiusProof found = prepared(threads, watch).proof(threads, watch);
            @Nullable Numbering numbering = prepared(threads, watch).numbering();
            made = numbering == null ? found : found.outward(numbering);
            proof = made;
        }
        return made;
    }

    synchronized PreparedSystem prepared(int threads, Watch watch) {
        PreparedSystem made = prepared;
        if (made == null) {
            made = matrix.prepare(isTransposed, threads, watch);
            prepared = made;
        }
        return made;
    }

    /**
     * Solves with the default options.
     *
     * @param b right-hand side, length n, finite; not modified
     * @return values, report and certificate
     */
    public Solution solve(double[] b) {
        return solve(b, SolveOptions.defaults());
    }

    /**
     * Solves one system.
     *
     * @param b right-hand side, length n, finite; not modified
     * @param options how
     * @return values, report and certificate
     * @throws IllegalArgumentException if b has another length or is not finite
     * @throws MemoryLimitException if {@link SolveMethod#DENSE_LU} was asked for and its memory does not fit
     */
    public Solution solve(double[] b, SolveOptions options) {
        return solve(b, options, new Watch(options));
    }

    /**
     * Solves one system from a start: the solution of a similar one, such as last year's plan. The better the start, the
     * fewer iterations; how good it is, the report says, and one whose residual is no smaller than that of 0 is not used, nor
     * is any where b = 0. Certificates are as good as without a start.
     *
     * @param b right-hand side, length n, finite; not modified
     * @param options how
     * @param start x₀, length n, finite; not modified
     * @return values, report and certificate
     * @throws IllegalArgumentException if a vector has another length or is not finite
     * @throws MemoryLimitException if {@link SolveMethod#DENSE_LU} was asked for and its memory does not fit
     */
    public Solution solve(double[] b, SolveOptions options, double[] start) {
        requireFinite("start", start);
        return solveFrom(start, b, options, new Watch(options), "");
    }

    /** The same from 0, under the eyes of the given watch. */
    Solution solve(double[] b, SolveOptions options, Watch watch) {
        return solveFrom(null, b, options, watch, "");
    }

    /** Solves one from the start, or from 0 if that is null; the note goes into the report unless it is empty. */
    Solution solveFrom(double @Nullable [] start, double[] b, SolveOptions options, Watch watch, String note) {
        requireRightHandSide("b", b, options);
        SolveRun run = new SolveRun(options, watch).noting(note);
        try {
            PreparedSystem system = prepared(options.threads(), run.watch());
            @Nullable Numbering numbering = system.numbering();
            double @Nullable [] first = start == null ? null : inward(numbering, start, options.threads());
            Solution solution = run.solve(system, inward(numbering, b, options.threads()), first);
            return numbering == null ? solution : solution.outward(numbering);
        } catch (Cancelled cancelled) {
            return run.cancelledBeforeAnyValue();
        }
    }

    /**
     * Bounds the errors of a solution that was found elsewhere: by hand, by another program, or last year.
     *
     * @param b right-hand side, length n, finite; not modified
     * @param candidate x̃, length n, finite; not modified
     * @param options how sharp a bound, and on how many threads
     * @return bounds on |x − x̃|; empty if ρ(|A|) &lt; 1 could not be proved, or nothing was asked for
     * @throws IllegalArgumentException if a vector has another length or is not finite
     */
    public Optional<Certificate> certify(double[] b, double[] candidate, SolveOptions options) {
        requireFinite("b", b);
        requireFinite("candidate", candidate);
        int threads = options.threads();
        PreparedSystem system = prepared(threads, Watch.NONE);
        @Nullable Numbering numbering = system.numbering();
        double[] right = numbering == null ? b : numbering.inward(b, threads);
        double[] x = numbering == null ? candidate : numbering.inward(candidate, threads);
        Residual.Found residual = Residual.of(system.passes(), right, x, threads, Watch.NONE);
        SolveMethod method =
                MethodChoice.of(options.method(), size(), system.proof()).method();
        Optional<Certificate> found =
                new Certifier(system, options, method).certify(x, residual.magnitude(), null, true);
        return numbering == null ? found : found.map(certificate -> certificate.outward(numbering, threads));
    }

    /**
     * Solves several systems with the same matrix. Where iterations are the method and there are eight right-hand sides
     * or more, up to sixteen share every pass over the coefficients, and threads take whole groups of them; whatever one of
     * them needs beyond that it gets by itself. If the listener stops it, those that follow are not begun.
     *
     * @param rightHandSides each of length n, finite; not modified
     * @param options how
     * @return one solution for each, in order; the time in a report is that of all that were solved together
     * @throws IllegalArgumentException if a vector has another length or is not finite; before anything is solved
     * @throws MemoryLimitException if {@link SolveMethod#DENSE_LU} was asked for and its memory does not fit
     */
    public List<Solution> solveAll(double[][] rightHandSides, SolveOptions options) {
        for (int k = 0; k < rightHandSides.length; k++) {
            requireRightHandSide("rightHandSides[" + k + "]", rightHandSides[k], options);
        }
        return new GroupedRun(this, options).solve(rightHandSides);
    }

    /**
     * The inverse (I − A)⁻¹ with all of its n² entries. Hardly any question needs it: a plan, or the multipliers of one
     * extension, is a single {@link #solve(double[])}.
     *
     * <p>It takes 2 n³ operations on dense blocks and 16 n² bytes, of which 8 n² are factors that later solves by {@link
     * SolveMethod#DENSE_LU} use; those of a system made by {@link #withColumns} are for the inverse alone, since its solves
     * update the factors of the system before the change where they can. With bounds it takes 24 n² bytes and as many
     * operations as n² times the coefficients of a row in doubled precision, and for sharp ones another 2 n³.
     *
     * @param options how; the automatic method is a factorisation, any other solves column by column
     * @return values, report and bounds; without values if the listener stopped it, if I − A is singular, or if it is proved
     *     that ρ(A) ≥ 1
     * @throws MemoryLimitException before anything is computed, if its memory does not fit
     */
    public Inverse inverse(SolveOptions options) {
        MemoryLimitException.requireDense(
                "The inverse of I − A for " + size() + " sectors",
                size(),
                size(),
                options.certification() == SolveOptions.Certification.NONE ? 2 : 3,
                "Solve for the right-hand sides that are needed instead.");
        InverseRun run = new InverseRun(this, options);
        if (options.method() != SolveMethod.AUTOMATIC && options.method() != SolveMethod.DENSE_LU) {
            return run.byColumns();
        }
        try {
            return run.direct(prepared(options.threads(), run.watch()));
        } catch (Cancelled cancelled) {
            return run.cancelled();
        }
    }

    private void requireRightHandSide(String name, double[] b, SolveOptions options) {
        requireFinite(name, b);
        if (Residual.norm1(b, options.threads()) == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "The entries of " + name + " are too large for double precision: ‖" + name + "‖₁ overflows.");
        }
    }

    private static double[] inward(@Nullable Numbering numbering, double[] vector, int threads) {
        return numbering == null ? vector.clone() : numbering.inward(vector, threads);
    }

    private void requireFinite(String name, double[] vector) {
        SparseMatrix.requireLength(name, vector, size());
        for (int i = 0; i < vector.length; i++) {
            if (!Double.isFinite(vector[i])) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] is " + vector[i] + "; a finite number is needed.");
            }
        }
    }
}
