package org.leontief.benchmarks;

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
 * How long do the multipliers of 50 stressors take, M = S (I − A)⁻¹, without the inverse?
 *
 * <p>One transposed system a stressor: {@code D500} has 500 sectors, {@code D4000} and {@code D9800} as many as they say, 32%
 * filled. {@code first} starts from coefficients, {@code next} from a prepared system.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare() before anything else
public class MultipliersBenchmark {

    private static final int STRESSORS = 50;

    /** The economy. */
    @Param({"D500", "D4000", "D9800"})
    public String size;

    private SyntheticEconomy economy;
    private LeontiefSystem prepared;
    private double[][] stressors;
    private final SolveOptions options = SolveOptions.defaults().withCertification(Certification.NONE);

    /** Generates the economy and prepares a system. */
    @Setup
    public void prepare() {
        economy = SyntheticEconomy.named(size, 1);
        stressors = economy.furtherDemands(STRESSORS, 2);
        prepared = LeontiefSystem.of(economy.coefficients());
        prepared.transposed().solve(stressors[0], options);
    }

    /** A new system and its first multipliers. */
    @Benchmark
    public List<Solution> first() {
        return LeontiefSystem.of(economy.coefficients()).transposed().solveAll(stressors, options);
    }

    /** Multipliers of further stressors. */
    @Benchmark
    public List<Solution> next() {
        return prepared.transposed().solveAll(stressors, options);
    }
}
