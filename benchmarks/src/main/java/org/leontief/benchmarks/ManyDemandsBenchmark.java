package org.leontief.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveOptions.Certification;
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

/**
 * How much cheaper are 64 demands when they are given together?
 *
 * <p>{@code D500}: 500 sectors, 32% filled. {@code P1e5}: 100,000 products with 50 inputs each. A prepared system, no bounds;
 * the time is that of all 64 plans.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare() before anything else
public class ManyDemandsBenchmark {

    private static final int DEMANDS = 64;

    /** The economy. */
    @Param({"D500", "P1e5"})
    public String size;

    private LeontiefSystem system;
    private double[][] demands;
    private final SolveOptions options = SolveOptions.defaults().withCertification(Certification.NONE);

    /** Generates the economy and prepares a system. */
    @Setup
    public void prepare() {
        SyntheticEconomy economy = SyntheticEconomy.named(size, 1);
        demands = economy.furtherDemands(DEMANDS, 2);
        system = LeontiefSystem.of(economy.coefficients());
        system.solve(demands[0], options);
    }

    /** All in one call. */
    @Benchmark
    public List<Solution> together() {
        return system.solveAll(demands, options);
    }

    /** One call for each. */
    @Benchmark
    public List<Solution> oneAtATime() {
        List<Solution> plans = new ArrayList<>();
        for (double[] demand : demands) {
            plans.add(system.solve(demand, options));
        }
        return plans;
    }
}
