package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.Basis.Place;
import org.leontief.optimisation.Verification.ProvedPrices;

/** One run of the simplex method: which phase comes when, and what its end is worth. */
final class SimplexRun {

    /** What bounds and reduced costs may be off by in scaled units; the next only where the one before does not suffice. */
    private static final double[] TOLERANCES = {1e-8, 1e-10, 1e-12};

    private static final int MOST_ROUNDS = 40;
    private static final int MOST_EXACT_PROOFS = 20;
    private static final int ROUNDS_WITH_PERTURBATION = 3;
    /** Reduced costs that should be 0 are given this much where rounding would leave them a sign without a bound. */
    private static final double MARGIN = 1e-14;
    /** A gap above this may be owed to the signs of rounded reduced costs. */
    private static final double ORDINARY_GAP = 1e-13;

    private final LinearProgramme programme;
    private final ProgrammeOptions options;
    private final long started = System.nanoTime();
    private final Verification verification;
    private final SimplexState state;
    private final SimplexClock clock;
    private final BasicSolution solution;
    private final List<String> notes = new ArrayList<>();
    private boolean mayBox = true;
    private int exactProofs;
    private double[] proof = {};
    private @Nullable LinearSolution proved;

    SimplexRun(LinearProgramme programme, ProgrammeOptions options) {
        this.programme = programme;
        this.options = options;
        verification = new Verification(programme);
        state = new SimplexState(new ScaledProgramme(programme));
        clock = new SimplexClock(options);
        solution = new BasicSolution(state);
    }

    LinearSolution fromSlacks() {
        state.startWithSlacks();
        TriangularCrash.apply(state);
        return run();
    }

    LinearSolution from(Basis start) {
        state.startWith(start);
        return run();
    }

    private LinearSolution run() {
        state.refactor();
        for (int k = 0; ; k++) {
            PhaseEnd end = reach(TOLERANCES[k]);
            if (proved != null) {
                return proved;
            }
            LinearSolution answer = answer(end);
            boolean isLast = end == PhaseEnd.STOPPED || k == TOLERANCES.length - 1;
            if (isLast || answer.status() == ProgrammeStatus.OPTIMAL) {
                return answer;
            }
        }
    }

    /** Alternates between the methods until a basis is optimal within the tolerance for the programme's own numbers. */
    private PhaseEnd reach(double tolerance) {
        PhaseEnd end = PhaseEnd.TROUBLE;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            restore();
            boolean isFeasible = state.isPrimalFeasible(tolerance);
            if (isFeasible && state.isDualFeasible(tolerance)) {
                return PhaseEnd.REACHED;
            }
            boolean mayPerturb = round < ROUNDS_WITH_PERTURBATION && tolerance == TOLERANCES[0];
            end = isFeasible ? primal(tolerance, mayPerturb) : dual(tolerance, mayPerturb);
            if (proved != null || end == PhaseEnd.STOPPED) {
                return end;
            }
            if (end == PhaseEnd.TROUBLE) {
                if (!mayBox) {
                    return end;
                }
                mayBox = false;
            }
        }
        return end;
    }

    private void restore() {
        state.restoreCosts();
        if (state.boundsDiffer) {
            state.restoreBounds();
        }
        state.refactor();
    }

    private PhaseEnd dual(double tolerance, boolean mayPerturb) {
        if (mayBox) {
            BoxedColumns.apply(state);
        }
        if (mayPerturb) {
            CostPerturbation.apply(state);
        }
        DualSimplex method = new DualSimplex(state, clock, tolerance, tolerance);
        state.computeReducedCosts();
        if (DualStart.isNeeded(state, tolerance)) {
            PhaseEnd end = DualStart.run(state, clock, tolerance);
            if (end == PhaseEnd.STOPPED) {
                return end;
            }
        }
        method.makeDualFeasible();
        while (true) {
            PhaseEnd end = method.run();
            if (end != PhaseEnd.WITHOUT_END) {
                return end;
            }
            double[] multipliers = state.programme.unscaledMultipliers(solution.inverseRow(method.leavingPosition()));
            if (provesInfeasible(multipliers) || provesExactly(method.leavingPosition())) {
                return end;
            }
            method.ban();
        }
    }

    private boolean provesInfeasible(double[] multipliers) {
        double[] negated = multipliers.clone();
        for (int i = 0; i < negated.length; i++) {
            negated[i] = -negated[i];
        }
        for (double[] candidate : List.of(multipliers, negated)) {
            if (verification.provesInfeasible(candidate)) {
                proof = candidate;
                proved = conclude(ProgrammeStatus.INFEASIBLE, "no x keeps all bounds");
                return true;
            }
        }
        return false;
    }

    /** Where columns depend on each other, rounded multipliers may prove nothing that those which they stand for do prove. */
    private boolean provesExactly(int position) {
        if (exactProofs >= MOST_EXACT_PROOFS) {
            return false;
        }
        exactProofs++;
        Optional<double[]> exact = verification.provesInfeasible(state.basis(), state.basic[position]);
        exact.ifPresent(multipliers -> {
            proof = multipliers;
            proved = conclude(ProgrammeStatus.INFEASIBLE, "no x keeps all bounds");
        });
        return exact.isPresent();
    }

    private PhaseEnd primal(double tolerance, boolean mayPerturb) {
        PrimalSimplex method = new PrimalSimplex(state, clock, tolerance, tolerance, mayPerturb);
        while (true) {
            PhaseEnd end = method.run();
            if (end != PhaseEnd.WITHOUT_END || provesUnbounded(method.ray())) {
                return end;
            }
            method.ban();
        }
    }

    private boolean provesUnbounded(double[] ray) {
        if (state.boundsDiffer) {
            state.restoreBounds();
            state.computeValues();
        }
        solution.refine(state.x);
        solution.refine(ray);
        double[] own = state.programme.unscaledRay(ray);
        removeRounding(own);
        double[] x = state.programme.unscaledColumns(state.x);
        if (!verification.provesUnbounded(x, own, options.tolerance())) {
            return false;
        }
        proof = own;
        proved = conclude(ProgrammeStatus.UNBOUNDED, "the objective grows for ever along a ray");
        return true;
    }

    /** Entries that leave the bounds of their column by rounding alone become 0. */
    private void removeRounding(double[] ray) {
        double largest = 0;
        for (double entry : ray) {
            largest = Math.max(largest, Math.abs(entry));
        }
        for (int j = 0; j < ray.length; j++) {
            boolean leaves =
                    ray[j] < 0 ? Double.isFinite(programme.columnLower(j)) : Double.isFinite(programme.columnUpper(j));
            if (leaves && Math.abs(ray[j]) < 1e-12 * largest) {
                ray[j] = 0;
            }
        }
    }

    /** The vertex and prices of the basis, verified. */
    private LinearSolution answer(PhaseEnd end) {
        restore();
        solution.refine(state.x);
        double[] x = withinBounds(state.programme.unscaledColumns(state.x));
        double[] prices = prices(0);
        OptimalityCertificate certificate = verification.certificate(x, prices);
        if (!(certificate.relativeGap() <= ORDINARY_GAP)) {
            double[] cautious = prices(MARGIN);
            OptimalityCertificate other = verification.certificate(x, cautious);
            if (other.gap() < certificate.gap() || Double.isNaN(certificate.gap())) {
                certificate = other;
                prices = cautious;
            }
        }
        if (!isWithinTolerance(certificate) && certificate.primalResidual() <= options.tolerance()) {
            ProvedPrices exact =
                    verification.exactly(certificate, state.basis()).orElse(null);
            if (exact != null && isWithinTolerance(exact.certificate())) {
                certificate = exact.certificate();
                prices = exact.prices();
            }
        }
        boolean isOptimal = isWithinTolerance(certificate);
        String stop = isOptimal ? "optimal basis" : end == PhaseEnd.STOPPED ? clock.stop() : "rounding left no step";
        return solution(isOptimal ? ProgrammeStatus.OPTIMAL : ProgrammeStatus.STOPPED, stop, x, prices, certificate);
    }

    /** Columns that are beyond a bound by no more than the method allows come back to it; what that costs, the rows tell. */
    private double[] withinBounds(double[] x) {
        for (int j = 0; j < x.length; j++) {
            double violation = state.violation(j);
            if (violation != 0 && Math.abs(violation) <= state.allowed(j, TOLERANCES[0])) {
                x[j] = violation < 0 ? programme.columnLower(j) : programme.columnUpper(j);
            }
        }
        return x;
    }

    private double[] prices(double margin) {
        double[] y = solution.prices(margin);
        solution.removeWrongSigns(y, TOLERANCES[0]);
        return state.programme.unscaledPrices(y);
    }

    private boolean isWithinTolerance(OptimalityCertificate certificate) {
        return certificate.primalResidual() <= options.tolerance()
                && certificate.dualResidual() <= options.tolerance()
                && certificate.relativeGap() <= options.tolerance();
    }

    private LinearSolution conclude(ProgrammeStatus status, String stop) {
        double[] x = state.programme.unscaledColumns(state.x);
        double[] prices = state.programme.unscaledPrices(solution.prices(0));
        return solution(status, stop, x, prices, null);
    }

    private LinearSolution solution(
            ProgrammeStatus status,
            String stop,
            double[] x,
            double[] prices,
            @Nullable OptimalityCertificate certificate) {
        if (state.replaced() > 0) {
            notes.add(state.replaced() + " columns of singular bases were replaced by slacks");
        }
        double[] reducedCosts = verification.reducedCosts(prices);
        for (int j = 0; j < reducedCosts.length; j++) {
            if (state.place[j] == Place.BASIC && status == ProgrammeStatus.OPTIMAL) {
                reducedCosts[j] = 0;
            }
        }
        ProgrammeReport report = new ProgrammeReport(
                ProgrammeMethod.SIMPLEX,
                options.method() == ProgrammeMethod.SIMPLEX ? "as asked" : "chosen by the caller",
                stop,
                clock.iterations(),
                (System.nanoTime() - started) * 1e-9,
                notes);
        return new LinearSolution(
                status, x, verification.rows(x), prices, reducedCosts, certificate, state.basis(), proof, report);
    }
}
