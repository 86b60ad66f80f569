package org.leontief.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.io.LongCsv;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.OnePass;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SolveOptions.Certification;

/** The library's side of the comparison with its peers: one economy, one system, and timed work on them. */
final class PeerWork {

    private static final long FURTHER_SEED = 64;

    /** Passes of which the fastest counts. */
    private static final int PASSES = 12;

    private final SolveOptions options;
    private @Nullable SyntheticEconomy economy;
    private @Nullable LeontiefSystem system;

    PeerWork(int threads) {
        options = SolveOptions.defaults().withThreads(threads).withCertification(Certification.NONE);
    }

    /** A piece of work to be timed. */
    @FunctionalInterface
    private interface Work {
        Solution run();
    }

    JsonLine generate(String name, long seed) {
        economy = null;
        system = null;
        System.gc();
        long begin = System.nanoTime();
        SyntheticEconomy made = SyntheticEconomy.named(name, seed);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        economy = made;
        return new JsonLine()
                .put("seconds", seconds)
                .put("n", made.coefficients().columns())
                .put("entries", made.coefficients().nonZeros());
    }

    /** Writes what the peer reads. */
    JsonLine write(Path folder) throws IOException {
        RawArrays.write(economy().coefficients(), folder);
        RawArrays.write(economy().finalDemand(), folder.resolve("demand.f64"));
        RawArrays.write(economy().labour(), folder.resolve("labour.f64"));
        return new JsonLine().put("written", true);
    }

    /** One plan: on a new system with all its preparation, or on the present one. */
    JsonLine plan(boolean isFirst, Certification certification, double tolerance, @Nullable Path file)
            throws IOException {
        SolveOptions how = options.withCertification(certification).withTolerance(tolerance);
        double[] demand = economy().finalDemand();
        return isFirst
                ? first(() -> renewed().solve(demand, how), file)
                : timed(() -> system().solve(demand, how), file);
    }

    /** Labour values: on a new system, or on the present one, from the same stored matrix as its plans. */
    JsonLine labour(boolean isFirst, Certification certification, double tolerance, @Nullable Path file)
            throws IOException {
        SolveOptions how = options.withCertification(certification).withTolerance(tolerance);
        double[] labour = economy().labour();
        return isFirst
                ? first(() -> renewed().transposed().solve(labour, how), file)
                : timed(() -> system().transposed().solve(labour, how), file);
    }

    private LeontiefSystem renewed() {
        LeontiefSystem made = LeontiefSystem.of(economy().coefficients());
        system = made;
        return made;
    }

    private JsonLine first(Work work, @Nullable Path file) throws IOException {
        // The old system makes room before the clock runs, or large economies would be there twice.
        system = null;
        return timed(work, file);
    }

    private static JsonLine timed(Work work, @Nullable Path file) throws IOException {
        System.gc();
        long begin = System.nanoTime();
        Solution solution = work.run();
        double seconds = (System.nanoTime() - begin) * 1e-9;
        if (file != null) {
            RawArrays.write(solution.values(), file);
        }
        return new JsonLine()
                .put("seconds", seconds)
                .put("iterations", solution.report().iterations())
                .put("residual", solution.report().relativeResidual())
                .put("stop", solution.report().stop().toString())
                .put("certified", solution.certificate().isPresent())
                .put("report", solution.report().toString());
    }

    /** Several demands on the prepared system, in one call or one at a time. */
    JsonLine demands(boolean together, int count, double tolerance) {
        double[][] demands = economy().furtherDemands(count, FURTHER_SEED);
        return many(system(), demands, together, tolerance, null);
    }

    /** Multipliers of several stressors: rows of M = S (I − A)⁻¹, without the inverse; from coefficients if first. */
    JsonLine multipliers(boolean isFirst, int count, double tolerance, Path folder) throws IOException {
        double[][] stressors = economy().furtherDemands(count, FURTHER_SEED);
        RawArrays.write(stressors, folder.resolve("stressors.f64"));
        if (isFirst) {
            system = null;
        }
        return many(null, stressors, true, tolerance, folder.resolve("multipliers.f64"));
    }

    private JsonLine many(
            @Nullable LeontiefSystem prepared,
            double[][] rightHandSides,
            boolean together,
            double tolerance,
            @Nullable Path file) {
        SolveOptions how = options.withTolerance(tolerance);
        System.gc();
        long begin = System.nanoTime();
        LeontiefSystem used = prepared != null ? prepared : system().transposed();
        List<Solution> solutions = together
                ? used.solveAll(rightHandSides, how)
                : IntStream.range(0, rightHandSides.length)
                        .mapToObj(k -> used.solve(rightHandSides[k], how))
                        .toList();
        double seconds = (System.nanoTime() - begin) * 1e-9;
        writeAll(solutions, file);
        return new JsonLine()
                .put("seconds", seconds)
                .put("secondsEach", seconds / rightHandSides.length)
                .put(
                        "residual",
                        solutions.stream()
                                .mapToDouble(solution -> solution.report().relativeResidual())
                                .max()
                                .orElse(0));
    }

    private static void writeAll(List<Solution> solutions, @Nullable Path file) {
        if (file == null) {
            return;
        }
        try {
            RawArrays.write(solutions.stream().map(Solution::values).toArray(double[][]::new), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The explicit inverse, from the coefficients. */
    JsonLine inverse() {
        system = null;
        System.gc();
        long begin = System.nanoTime();
        renewed().inverse(options);
        return new JsonLine().put("available", true).put("seconds", (System.nanoTime() - begin) * 1e-9);
    }

    JsonLine bandwidth() throws Exception {
        JsonLine line = new JsonLine().put("bytesPerSecond", ReadBandwidth.bytesPerSecond(options.threads(), 12));
        line.put("passSeconds", passSeconds(options.threads()));
        return line;
    }

    /** The time of one pass y = A x in the order the solver uses, best of several. */
    private double passSeconds(int threads) {
        return new OnePass(economy().coefficients(), threads).seconds(PASSES);
    }

    /** Writes A in long form, from,to,value. */
    JsonLine writeCsv(Path file) throws IOException {
        int n = economy().coefficients().columns();
        String[] names = IntStream.range(0, n).mapToObj(i -> "P" + i).toArray(String[]::new);
        Labels products = Labels.of(names);
        LongCsv.write(
                LabelledMatrix.of(
                        "A", products, products, Units.of("1"), economy().coefficients()),
                file);
        return new JsonLine().put("written", true);
    }

    static JsonLine readCsv(Path file) throws IOException {
        System.gc();
        long begin = System.nanoTime();
        LabelledMatrix matrix = LongCsv.read(file);
        double seconds = (System.nanoTime() - begin) * 1e-9;
        return new JsonLine()
                .put("seconds", seconds)
                .put("entries", matrix.matrix().nonZeros());
    }

    private SyntheticEconomy economy() {
        SyntheticEconomy present = economy;
        if (present == null) {
            throw new IllegalStateException("There is no economy yet. Say 'generate P1e5 1' first.");
        }
        return present;
    }

    private LeontiefSystem system() {
        LeontiefSystem present = system;
        return present == null ? renewed() : present;
    }
}
