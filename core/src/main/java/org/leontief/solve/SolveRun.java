package org.leontief.solve;

import java.util.List;
import java.util.Optional;

/** One solve from the right-hand side to the certified solution: proof of viability, choice of method, solve, bounds. */
final class SolveRun {

    private final PreparedSystem system;
    private final double[] b;
    private final double size;
    private final SolveOptions options;
    private final Watch watch;
    private final long started = System.nanoTime();
    private SolveMethod method;
    private String choice;

    /** Takes b over; size is ‖b‖₁. */
    SolveRun(PreparedSystem system, double[] b, double size, SolveOptions options) {
        this.system = system;
        this.b = b;
        this.size = size;
        this.options = options;
        watch = new Watch(options);
        method = options.method();
        choice = "";
    }

    Solution run() {
        RadiusProof proof = system.proof();
        MethodChoice chosen = MethodChoice.of(method, system.size(), proof);
        method = chosen.method();
        choice = chosen.reason();
        if (proof.verdict() == RadiusProof.Verdict.AT_LEAST_ONE) {
            return withoutValues(StopReason.NOT_VIABLE, proof);
        }
        if (proof.isAtOne()) {
            return withoutValues(StopReason.SINGULAR, proof);
        }
        if (size == 0) {
            return zero();
        }
        Refinement refinement = new Refinement(system, b, size, method, options, watch);
        StopReason stop = refinement.run();
        method = refinement.method();
        if (stop == StopReason.SINGULAR) {
            return withoutValues(StopReason.SINGULAR, proof);
        }
        Residual.Found residual = refinement.residual();
        Certifier certifier = new Certifier(system, options, method);
        Optional<Certificate> certificate =
                certifier.certify(refinement.x(), residual.magnitude(), stop != StopReason.CANCELLED);
        return new Solution(
                refinement.x(),
                report(stop, refinement.refinements(), residual.norm() / size, refinement.notes()),
                certificate.orElse(null),
                certifier.explanation());
    }

    private Solution zero() {
        Certifier certifier = new Certifier(system, options, method);
        double[] zero = new double[b.length];
        Optional<Certificate> certificate = certifier.certify(zero, zero, true);
        return new Solution(
                zero, report(StopReason.CONVERGED, 0, 0, List.of()), certificate.orElse(null), certifier.explanation());
    }

    private Solution withoutValues(StopReason stop, RadiusProof proof) {
        return new Solution(null, report(stop, 0, Double.NaN, List.of()), null, proof.explanation());
    }

    private SolveReport report(StopReason stop, int refinements, double relativeResidual, List<String> notes) {
        return new SolveReport(
                method,
                choice,
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
