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
 * What do labour values λ = λ A + l cost beside a plan x = A x + d, from the same stored matrix?
 *
 * <p>{@code D500}: 500 sectors, 32% filled. {@code P1e5}, {@code P1e6}: as many products with 50 inputs each. {@code first} is a
 * new system with its preparation, {@code next} a prepared one; no bounds.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare() before anything else
public class LabourValuesBenchmark {

    /** The economy. */
    @Param({"D500", "P1e5", "P1e6"})
    public String size;

    private SyntheticEconomy economy;
    private LeontiefSystem prepared;
    private double[] labour;
    private double[] demand;
    private final SolveOptions options = SolveOptions.defaults().withCertification(Certification.NONE);

    /** Generates the economy and prepares a system in both orientations. */
    @Setup
    public void prepare() {
        economy = SyntheticEconomy.named(size, 1);
        labour = economy.labour();
        demand = economy.finalDemand();
        prepared = LeontiefSystem.of(economy.coefficients());
        prepared.solve(demand, options);
        prepared.transposed().solve(labour, options);
    }

    /** A new system and its labour values. */
    @Benchmark
    public Solution firstLabourValues() {
        return LeontiefSystem.of(economy.coefficients()).transposed().solve(labour, options);
    }

    /** A new system and its plan. */
    @Benchmark
    public Solution firstPlan() {
        return LeontiefSystem.of(economy.coefficients()).solve(demand, options);
    }

    /** Labour values from a prepared system. */
    @Benchmark
    public Solution nextLabourValues() {
        return prepared.transposed().solve(labour, options);
    }

    /** A plan from a prepared system. */
    @Benchmark
    public Solution nextPlan() {
        return prepared.solve(demand, options);
    }
}
