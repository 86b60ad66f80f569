package org.leontief.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One solve from the right-hand side to the certified solution: proof of viability, choice of method, solve, bounds. */
final class SolveRun {

    private final SolveOptions options;
    private final Watch watch;
    private final long started = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private SolveMethod method;
    private String choice = "";
    private String factoring = "";
    private boolean startedTogether;

    SolveRun(SolveOptions options, Watch watch) {
        this.options = options;
        this.watch = watch;
        method = options.method();
    }

    Watch watch() {
        return watch;
    }

    /** Adds a note to the report unless it is empty. */
    SolveRun noting(String note) {
        if (!note.isEmpty()) {
            notes.add(note);
        }
        return this;
    }

    /**
     * Solves.
     *
     * @param b taken over
     * @param start taken over: where to begin, or null for 0
     * @throws Cancelled if the listener stopped it before there was anything to return
     */
    Solution solve(PreparedSystem system, double[] b, double @Nullable [] start) {
        if (start != null && Residual.norm1(b, options.threads()) == 0) {
            notes.add("The given start was not used: where b = 0 so is x.");
        }
        @Nullable Solution known = begin(system, b);
        return known != null ? known : refine(system, b, start, null).certified(null);
    }

    /** Chooses the method. Returns what needs no solving: a system without a solution, or the solution 0. */
    @Nullable
    Solution begin(PreparedSystem system, double[] b) {
        noting(system.note());
        RadiusProof proof = system.proof(options.threads(), watch);
        MethodChoice chosen = MethodChoice.of(method, system.size(), proof);
        method = chosen.method();
        choice = chosen.reason();
        if (proof.verdict() == RadiusProof.Verdict.AT_LEAST_ONE) {
            return withoutValues(StopReason.NOT_VIABLE, proof.explanation());
        }
        if (proof.isAtOne()) {
            return withoutValues(StopReason.SINGULAR, proof.explanation());
        }
        return Residual.norm1(b, options.threads()) == 0 ? zero(system, b.length) : null;
    }

    /** The method that was chosen. */
    SolveMethod method() {
        return method;
    }

    /**
     * Puts it on record that several right-hand sides were swept together before.
     *
     * @param together the watch of that
     * @param gained whether its work is the start
     */
    void startedTogether(int count, Watch together, boolean gained) {
        startedTogether = true;
        watch.goOnAfter(together);
        String others = "together with " + (count - 1) + " other right-hand sides";
        notes.add(
                gained
                        ? "Solved " + others + "."
                        : "Solved by itself, because sweeps " + others + " gained little here.");
    }

    /**
     * Solves from the start on, after {@link #begin}.
     *
     * @param known the residual of the start, if that is known
     */
    Refined refine(PreparedSystem system, double[] b, double @Nullable [] start, Residual.@Nullable Found known) {
        double size = Residual.norm1(b, options.threads());
        @Nullable
        WarmStart warm = start == null
                ? null
                : new WarmStart(system, b, size, start, known, !startedTogether, options.threads(), watch);
        Refinement refinement = new Refinement(system, b, size, warm, method, options, watch);
        StopReason stop = refinement.run();
        if (refinement.method() != method) {
            choice = "took over from " + method + ", which was " + choice;
            method = refinement.method();
        }
        if (method == SolveMethod.DENSE_LU) {
            factoring = system.factoring().isEmpty() ? "" : "; " + system.factoring();
        }
        notes.addAll(refinement.notes());
        return new Refined(system, refinement, stop, size);
    }

    /** Values that have still to be given their bounds. */
    final class Refined {

        private final PreparedSystem system;
        private final Refinement refinement;
        private final StopReason stop;
        private final double size;

        private Refined(PreparedSystem system, Refinement refinement, StopReason stop, double size) {
            this.system = system;
            this.refinement = refinement;
            this.stop = stop;
            this.size = size;
        }

        /** Whether there is anything for a second vector to bound. */
        boolean takesSecondVector() {
            return stop.isSuccess() && options.certification() == SolveOptions.Certification.SHARP;
        }

        /** r̄. Shared, not to be written to. */
        double[] magnitude() {
            return refinement.residual().magnitude();
        }

        /**
         * Ends the solve.
         *
         * @param second v₂ ≈ (I − |A|)⁻¹ r̄ if it is known already; else null
         */
        Solution certified(double @Nullable [] second) {
            return certified(second, stop != StopReason.CANCELLED, new Certifier(system, options, method));
        }

        /** Ends it with first bounds only, because the listener stopped the search for sharper ones. */
        Solution certifiedInHaste() {
            return certified(null, false, new Certifier(system, options, method).stop());
        }

        private Solution certified(double @Nullable [] second, boolean mayTakeLong, Certifier certifier) {
            if (stop == StopReason.SINGULAR) {
                return withoutValues(StopReason.SINGULAR, system.proof().explanation());
            }
            Residual.Found residual = refinement.residual();
            if (Double.isNaN(residual.norm()) && stop == StopReason.CANCELLED) {
                return solution(stop, null, "no certificate: it was stopped before its residual was computed");
            }
            Optional<Certificate> certificate =
                    certifier.certify(refinement.x(), residual.magnitude(), second, mayTakeLong);
            StopReason ended = certifier.wasStopped() ? StopReason.CANCELLED : stop;
            return solution(ended, certificate.orElse(null), certifier.explanation());
        }

        private Solution solution(StopReason reason, @Nullable Certificate certificate, String certification) {
            double relativeResidual = refinement.residual().norm() / size;
            SolveReport report = report(reason, refinement.refinements(), relativeResidual);
            return new Solution(refinement.x(), report, certificate, certification);
        }
    }

    /** What there is when the listener stopped the preparations. */
    Solution cancelledBeforeAnyValue() {
        return withoutValues(StopReason.CANCELLED, "no certificate: it was stopped before there was anything to bound");
    }

    private Solution zero(PreparedSystem system, int n) {
        Certifier certifier = new Certifier(system, options, method);
        double[] zero = new double[n];
        Optional<Certificate> certificate = certifier.certify(zero, zero, null, true);
        return new Solution(
                zero, report(StopReason.CONVERGED, 0, 0), certificate.orElse(null), certifier.explanation());
    }

    private Solution withoutValues(StopReason stop, String explanation) {
        return new Solution(null, report(stop, 0, Double.NaN), null, explanation);
    }

    private SolveReport report(StopReason stop, int refinements, double relativeResidual) {
        return new SolveReport(
                method,
                method == SolveMethod.DENSE_LU ? choice + KernelChoice.note() + factoring : choice,
                stop,
                watch.iterations(),
                refinements,
                relativeResidual,
                options.tolerance(),
                (System.nanoTime() - started) / 1e9,
                options.threads(),
                notes);
    }
}
