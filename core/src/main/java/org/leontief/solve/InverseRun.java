package org.leontief.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One inverse from the coefficients to its bounds: by factors, or by n solves if another method was asked for. */
final class InverseRun {

    /** Times n ε: a componentwise backward error that is rounding. */
    private static final double AT_ROUNDING = 16;

    private final LeontiefSystem system;
    private final SolveOptions options;
    private final int n;
    private final Watch watch;
    private final long started = System.nanoTime();

    InverseRun(LeontiefSystem system, SolveOptions options) {
        this.system = system;
        this.options = options;
        n = system.size();
        watch = new Watch(options);
    }

    Watch watch() {
        return watch;
    }

    /** By factors. */
    Inverse direct(PreparedSystem prepared) {
        RadiusProof proof = prepared.proof(options.threads(), watch);
        if (proof.verdict() == RadiusProof.Verdict.AT_LEAST_ONE) {
            return withoutValues(StopReason.NOT_VIABLE, proof.explanation());
        }
        begin("FACTORS");
        Optional<DenseLu> factors = proof.isAtOne() ? Optional.empty() : prepared.ownFactors(options.threads(), watch);
        if (factors.isEmpty()) {
            return withoutValues(StopReason.SINGULAR, proof.explanation());
        }
        begin("INVERSE");
        double[] x = factors.get().inverse(options.threads(), watch);
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        double[] sums = rowSums(x);
        Residual.Found residual = Residual.of(prepared.passes(), ones, sums, options.threads(), watch);
        double omega = new BackwardError(prepared.absolutePasses(), ones, options.threads(), watch).of(sums, residual);
        StopReason stop = judge(residual.norm() / n, omega);
        return certified(prepared, proof, x, stop, residual.norm() / n);
    }

    private Inverse certified(
            PreparedSystem prepared, RadiusProof proof, double[] x, StopReason stop, double relativeResidual) {
        if (options.certification() == SolveOptions.Certification.NONE) {
            return outward(prepared, x, null, report(stop, relativeResidual), "no certificate was asked for");
        }
        if (proof.verdict() != RadiusProof.Verdict.BELOW_ONE) {
            return outward(prepared, x, null, report(stop, relativeResidual), "no certificate: " + proof.explanation());
        }
        boolean sharp = options.certification() == SolveOptions.Certification.SHARP;
        begin("CERTIFICATE");
        Tiles tiles = new Tiles(options.threads(), KernelChoice::create, watch);
        double[] bounds = InverseBounds.of(prepared.rows(), proof, x, sharp, tiles);
        return outward(prepared, x, bounds, report(stop, relativeResidual), proof.explanation());
    }

    private Inverse outward(
            PreparedSystem prepared, double[] x, double @Nullable [] bounds, SolveReport report, String certification) {
        @Nullable Numbering numbering = prepared.numbering();
        if (numbering != null) {
            numbering.outwardInPlace(x, options.threads());
            if (bounds != null) {
                numbering.outwardInPlace(bounds, options.threads());
            }
        }
        return new Inverse(n, x, bounds, report, certification);
    }

    /** Tells the listener what is being done next. */
    private void begin(String work) {
        watch.working(work);
        if (!watch.goOn()) {
            throw new Cancelled();
        }
    }

    private StopReason judge(double relativeResidual, double omega) {
        if (relativeResidual <= options.tolerance()) {
            return StopReason.CONVERGED;
        }
        return omega <= AT_ROUNDING * n * AccurateSum.EPSILON ? StopReason.WORKING_PRECISION : StopReason.STAGNATED;
    }

    private double[] rowSums(double[] x) {
        double[] sums = new double[n];
        Parallel.rows(n, 64, options.threads(), (from, to) -> {
            AccurateSum sum = new AccurateSum();
            for (int i = from; i < to; i++) {
                sum.reset();
                for (int j = 0; j < n; j++) {
                    sum.add(x[i * n + j]);
                }
                sums[i] = sum.value();
            }
        });
        return sums;
    }

    /** One solve for each column, by the method that was asked for. */
    Inverse byColumns() {
        double[] x = new double[n * n];
        double @Nullable [] bounds =
                options.certification() == SolveOptions.Certification.NONE ? null : new double[n * n];
        double[] unit = new double[n];
        int iterations = 0;
        double largestResidual = 0;
        Solution last = null;
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            last = system.solve(unit, options);
            unit[j] = 0;
            if (!last.report().stop().isSuccess()) {
                return new Inverse(n, null, null, last.report(), last.certification());
            }
            iterations += last.report().iterations();
            largestResidual = Math.max(largestResidual, last.report().relativeResidual());
            for (int i = 0; i < n; i++) {
                x[i * n + j] = last.value(i);
                if (bounds != null) {
                    bounds[i * n + j] = last.errorBound(i);
                }
            }
        }
        String certification = last == null ? "there is nothing to bound" : last.certification();
        return new Inverse(
                n, x, bounds, report("as asked", StopReason.CONVERGED, iterations, largestResidual), certification);
    }

    Inverse cancelled() {
        return withoutValues(StopReason.CANCELLED, "no certificate: it was stopped before there was anything to bound");
    }

    private Inverse withoutValues(StopReason stop, String explanation) {
        return new Inverse(n, null, null, report(stop, Double.NaN), explanation);
    }

    private SolveReport report(StopReason stop, double relativeResidual) {
        String choice = options.method() == SolveMethod.AUTOMATIC ? "chosen: for all of the inverse" : "as asked";
        return report(choice + KernelChoice.note(), stop, 0, relativeResidual);
    }

    private SolveReport report(String choice, StopReason stop, int iterations, double relativeResidual) {
        SolveMethod method = options.method() == SolveMethod.AUTOMATIC ? SolveMethod.DENSE_LU : options.method();
        double seconds = (System.nanoTime() - started) / 1e9;
        return new SolveReport(
                method,
                choice,
                stop,
                iterations,
                0,
                relativeResidual,
                options.tolerance(),
                seconds,
                options.threads(),
                List.of());
    }
}
