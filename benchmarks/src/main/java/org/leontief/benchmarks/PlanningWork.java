package org.leontief.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.LeontiefProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.LinearSolvers;
import org.leontief.optimisation.OptimalityCertificate;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;

/** The library's side of the comparison of best plans: one problem, and timed solves of it. */
final class PlanningWork {

    private final int threads;
    private @Nullable SyntheticEconomy economy;
    private @Nullable PlanningProblem problem;

    PlanningWork(int threads) {
        this.threads = threads;
    }

    JsonLine pose(String name, int resources, boolean isLimited, long seed) {
        problem = null;
        economy = null;
        System.gc();
        SyntheticEconomy made = SyntheticEconomy.named(name, seed);
        economy = made;
        problem = new PlanningProblem(made, resources, isLimited, seed);
        return new JsonLine().put("n", made.coefficients().columns());
    }

    /** Writes what the peer reads. */
    JsonLine write(Path folder) throws IOException {
        SyntheticEconomy made = economy;
        if (made == null) {
            throw new IllegalStateException("There is no problem yet. Say 'pose P2000 20 limited 1' first.");
        }
        RawArrays.write(made.coefficients(), folder);
        RawArrays.write(made.finalDemand(), folder.resolve("demand.f64"));
        RawArrays.write(problem().denseResources(), folder.resolve("resources.f64"));
        RawArrays.write(problem().available(), folder.resolve("available.f64"));
        RawArrays.write(problem().worth(), folder.resolve("worth.f64"));
        RawArrays.write(problem().limits(), folder.resolve("limits.f64"));
        return new JsonLine().put("written", true);
    }

    /** The best plan, from the programme to the verified answer. */
    JsonLine best(ProgrammeMethod method, double tolerance) {
        LeontiefProgramme programme = problem().programme();
        ProgrammeOptions options = ProgrammeOptions.defaults()
                .withMethod(method)
                .withTolerance(tolerance)
                .withThreads(threads);
        System.gc();
        long begin = System.nanoTime();
        LinearSolution solution = LinearSolvers.solve(programme, options);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        OptimalityCertificate certificate = solution.certificate().orElseThrow();
        return new JsonLine()
                .put("seconds", seconds)
                .put("status", solution.status().toString())
                .put("objective", certificate.objective())
                .put("gap", certificate.relativeGap())
                .put("violation", certificate.primalResidual())
                .put("iterations", solution.report().iterations())
                .put("report", solution.report().toString());
    }

    /** One plan of the same system, prepared, for its own final demand. */
    JsonLine plan(double tolerance) {
        SyntheticEconomy made = economy;
        SolveOptions options = SolveOptions.defaults()
                .withThreads(threads)
                .withTolerance(tolerance)
                .withCertification(SolveOptions.Certification.NONE);
        double[] demand = made == null ? new double[0] : made.finalDemand();
        System.gc();
        long begin = System.nanoTime();
        Solution solution = problem().system().solve(demand, options);
        return new JsonLine()
                .put("seconds", (System.nanoTime() - begin) * 1e-9)
                .put("report", solution.report().toString());
    }

    private PlanningProblem problem() {
        PlanningProblem present = problem;
        if (present == null) {
            throw new IllegalStateException("There is no problem yet. Say 'pose P2000 20 limited 1' first.");
        }
        return present;
    }
}
