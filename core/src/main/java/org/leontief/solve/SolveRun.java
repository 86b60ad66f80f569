package org.leontief.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One solve from the right-hand side to the certified solution: proof of viability, choice of method, solve, bounds. */
final class SolveRun {

    private final SolveOptions options;
    private final Watch watch;
    private final long started = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private SolveMethod method;
    private String choice = "";

    SolveRun(SolveOptions options) {
        this.options = options;
        watch = new Watch(options);
        method = options.method();
    }

    Watch watch() {
        return watch;
    }

    /**
     * Solves.
     *
     * @param b taken over
     * @throws Cancelled if the listener stopped it before there was anything to return
     */
    Solution solve(PreparedSystem system, double[] b) {
        if (!system.note().isEmpty()) {
            notes.add(system.note());
        }
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
        double size = Residual.norm1(b, options.threads());
        if (size == 0) {
            return zero(system, b.length);
        }
        Refinement refinement = new Refinement(system, b, size, method, options, watch);
        StopReason stop = refinement.run();
        method = refinement.method();
        notes.addAll(refinement.notes());
        if (stop == StopReason.SINGULAR) {
            return withoutValues(StopReason.SINGULAR, proof.explanation());
        }
        return certified(system, refinement, stop, size);
    }

    private Solution certified(PreparedSystem system, Refinement refinement, StopReason stop, double size) {
        Residual.Found residual = refinement.residual();
        SolveReport report = report(stop, refinement.refinements(), residual.norm() / size);
        if (Double.isNaN(residual.norm()) && stop == StopReason.CANCELLED) {
            return new Solution(
                    refinement.x(), report, null, "no certificate: it was stopped before its residual was computed");
        }
        Certifier certifier = new Certifier(system, options, method);
        try {
            Optional<Certificate> certificate =
                    certifier.certify(refinement.x(), residual.magnitude(), stop != StopReason.CANCELLED);
            return new Solution(
                    refinement.x(),
                    report(stop, refinement.refinements(), residual.norm() / size),
                    certificate.orElse(null),
                    certifier.explanation());
        } catch (Cancelled cancelled) {
            return new Solution(
                    refinement.x(),
                    report(StopReason.CANCELLED, refinement.refinements(), residual.norm() / size),
                    null,
                    "no certificate: it was stopped before the bounds were computed");
        }
    }

    /** What there is when the listener stopped the preparations. */
    Solution cancelledBeforeAnyValue() {
        return withoutValues(StopReason.CANCELLED, "no certificate: it was stopped before there was anything to bound");
    }

    private Solution zero(PreparedSystem system, int n) {
        Certifier certifier = new Certifier(system, options, method);
        double[] zero = new double[n];
        Optional<Certificate> certificate = certifier.certify(zero, zero, true);
        return new Solution(
                zero, report(StopReason.CONVERGED, 0, 0), certificate.orElse(null), certifier.explanation());
    }

    private Solution withoutValues(StopReason stop, String explanation) {
        return new Solution(null, report(stop, 0, Double.NaN), null, explanation);
    }

    private SolveReport report(StopReason stop, int refinements, double relativeResidual) {
        return new SolveReport(
                method,
                method == SolveMethod.DENSE_LU ? choice + KernelChoice.note() : choice,
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
