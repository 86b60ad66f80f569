package org.leontief.benchmarks;

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
 * How long does one plan take, from coefficients to outputs, with and without its bounds?
 *
 * <p>{@code D500}: 500 sectors, 32% filled. {@code P1e5}, {@code P1e6}: as many products with 50 inputs each. {@code first} is a
 * new system, so the proof of viability and factors are in it; {@code next} is a further demand for a prepared one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare() before anything else
public class PlanBenchmark {

    private static final long SEED = 1;

    /** The economy. */
    @Param({"D500", "P1e5", "P1e6"})
    public String size;

    /** How sharp a bound. */
    @Param({"NONE", "SHARP"})
    public Certification certification;

    private SyntheticEconomy economy;
    private LeontiefSystem prepared;
    private SolveOptions options;
    private double[] demand;

    /** Generates the economy and prepares a system. */
    @Setup
    public void prepare() {
        economy = SyntheticEconomy.named(size, SEED);
        demand = economy.finalDemand();
        options = SolveOptions.defaults().withCertification(certification);
        prepared = LeontiefSystem.of(economy.coefficients());
        prepared.solve(demand, options);
    }

    /** A new system and its first plan. */
    @Benchmark
    public Solution first() {
        return LeontiefSystem.of(economy.coefficients()).solve(demand, options);
    }

    /** One more plan. */
    @Benchmark
    public Solution next() {
        return prepared.solve(demand, options);
    }
}
