package org.leontief.benchmarks;

import java.util.concurrent.TimeUnit;
import org.leontief.optimisation.LeontiefProgramme;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.LinearSolvers;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.optimisation.ProgrammeOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What does the best plan under limits cost, by which method? To a proven relative gap of 10⁻⁶. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare() before anything else
public class BestPlanBenchmark {

    /** The economy. */
    @Param({"P2000"})
    public String size;

    /** How many resources. */
    @Param({"20"})
    public int resources;

    /** Whether outputs have limits, a third of which bind. */
    @Param({"true", "false"})
    public boolean limited;

    /** The method. */
    @Param({"REDUCED_FORM", "PRIMAL_DUAL"})
    public ProgrammeMethod method;

    private LeontiefProgramme programme;
    private ProgrammeOptions options;

    /** Generates the programme. */
    @Setup
    public void prepare() {
        programme = new PlanningProblem(SyntheticEconomy.named(size, 1), resources, limited, 1).programme();
        options = ProgrammeOptions.defaults().withMethod(method).withTolerance(1e-6);
    }

    /** One solve. */
    @Benchmark
    public LinearSolution best() {
        return LinearSolvers.solve(programme, options);
    }
}
