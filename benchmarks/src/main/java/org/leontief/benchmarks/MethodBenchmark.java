package org.leontief.benchmarks;

import java.util.concurrent.TimeUnit;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveMethod;
import org.leontief.solve.SolveOptions;
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
 * Which method is fastest for a table of n sectors, 32% filled? One certified plan: {@code first} with a new system, {@code
 * next} for a further demand on a prepared one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare() before anything else
public class MethodBenchmark {

    /** Number of sectors. */
    @Param({"100", "300", "600", "1200"})
    public int sectors;

    /** The method. */
    @Param({"DENSE_LU", "GAUSS_SEIDEL", "BICGSTAB"})
    public SolveMethod method;

    private SyntheticEconomy economy;
    private LeontiefSystem prepared;
    private SolveOptions options;
    private double[] demand;

    /** Generates the economy and prepares a system. */
    @Setup
    public void prepare() {
        economy = SyntheticEconomy.dense(sectors, 1);
        demand = economy.finalDemand();
        options = SolveOptions.defaults().withMethod(method);
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
