package org.leontief.benchmarks;

import java.util.concurrent.TimeUnit;
import org.leontief.solve.Inverse;
import org.leontief.solve.LeontiefSystem;
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
 * What does the inverse itself cost? All of (I − A)⁻¹ for a table of n sectors, 32% filled, factors included, without
 * bounds and with them. For the kernel on the Vector API: {@code -jvmArgsAppend "--add-modules jdk.incubator.vector"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls prepare() before anything else
public class InverseBenchmark {

    /** Number of sectors. */
    @Param({"100", "1000", "4000"})
    public int sectors;

    /** How sharp a bound. */
    @Param({"NONE", "FIRST", "SHARP"})
    public Certification certification;

    private SyntheticEconomy economy;
    private SolveOptions options;

    /** Generates the economy. */
    @Setup
    public void prepare() {
        economy = SyntheticEconomy.dense(sectors, 1);
        options = SolveOptions.defaults().withCertification(certification);
    }

    /** A new system, its factors, its inverse, and bounds. */
    @Benchmark
    public Inverse inverse() {
        return LeontiefSystem.of(economy.coefficients()).inverse(options).requireConverged();
    }
}
