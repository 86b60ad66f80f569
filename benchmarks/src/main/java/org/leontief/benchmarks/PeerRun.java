package org.leontief.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.ProgrammeMethod;
import org.leontief.solve.SolveOptions.Certification;

/**
 * Obeys commands of {@code peers/compare.py}, one a line, and answers each with one line of JSON; so that peer and library
 * can take turns while both stay warm.
 *
 * <pre>
 * versions
 * generate NAME SEED                        NAME such as P1e6 or D9800
 * write FOLDER                              A, demand and labour as raw arrays
 * plan first|next CERTIFICATION TOLERANCE [FILE]
 * labour first|next CERTIFICATION TOLERANCE [FILE]
 * demands together|single COUNT TOLERANCE
 * multipliers first|next COUNT TOLERANCE FOLDER
 * inverse
 * bandwidth
 * csv write|read FILE
 * pose NAME RESOURCES limited|free SEED     a planning problem
 * poseWrite FOLDER                          the same as raw arrays
 * best METHOD TOLERANCE                     its best plan
 * bestPlan TOLERANCE                        one plan of its system
 * years pose INDUSTRIES SEED FOLDER         a problem of five years, and its programme as raw arrays
 * years plan                                its best plan
 * memory
 * quit
 * </pre>
 *
 * <p>An error is answered with {@code {"error": …}}. The one argument is the number of threads.
 */
public final class PeerRun {

    private static final double KIB = 1024;

    private final PeerWork work;
    private final YearsWork years = new YearsWork();
    private final PlanningWork planning;
    private final int threads;

    private PeerRun(int threads) {
        this.threads = threads;
        work = new PeerWork(threads);
        planning = new PlanningWork(threads);
    }

    /**
     * Answers until the input ends.
     *
     * @param arguments the number of threads
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        PeerRun run = new PeerRun(Integer.parseInt(arguments[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
            out.println(run.answer(line));
        }
    }

    private JsonLine answer(String line) {
        try {
            return obey(line.trim().split(" +"));
        } catch (Exception | OutOfMemoryError e) {
            // The answer goes to the script, which stops; where it came from, to whoever reads along.
            e.printStackTrace();
            return new JsonLine().put("error", line + ": " + e);
        }
    }

    private JsonLine obey(String[] words) throws Exception {
        return switch (words[0]) {
            case "versions" -> versions();
            case "generate" -> work.generate(words[1], Long.parseLong(words[2]));
            case "write" -> work.write(Path.of(words[1]));
            case "plan" ->
                work.plan(isFirst(words), certification(words), Double.parseDouble(words[3]), file(words, 4));
            case "labour" ->
                work.labour(isFirst(words), certification(words), Double.parseDouble(words[3]), file(words, 4));
            case "demands" ->
                work.demands(words[1].equals("together"), Integer.parseInt(words[2]), Double.parseDouble(words[3]));
            case "multipliers" ->
                work.multipliers(
                        isFirst(words), Integer.parseInt(words[2]), Double.parseDouble(words[3]), Path.of(words[4]));
            case "inverse" -> work.inverse();
            case "bandwidth" -> work.bandwidth();
            case "csv" ->
                words[1].equals("write") ? work.writeCsv(Path.of(words[2])) : PeerWork.readCsv(Path.of(words[2]));
            case "pose" ->
                planning.pose(
                        words[1], Integer.parseInt(words[2]), words[3].equals("limited"), Long.parseLong(words[4]));
            case "poseWrite" -> planning.write(Path.of(words[1]));
            case "best" -> planning.best(ProgrammeMethod.valueOf(words[1]), Double.parseDouble(words[2]));
            case "bestPlan" -> planning.plan(Double.parseDouble(words[1]));
            case "years" ->
                words[1].equals("pose")
                        ? years.pose(Integer.parseInt(words[2]), Long.parseLong(words[3]), Path.of(words[4]))
                        : years.plan();
            case "memory" -> memory();
            default -> throw new IllegalArgumentException("unknown command");
        };
    }

    private static boolean isFirst(String[] words) {
        return switch (words[1]) {
            case "first" -> true;
            case "next" -> false;
            default -> throw new IllegalArgumentException("'" + words[1] + "' is neither first nor next");
        };
    }

    private static Certification certification(String[] words) {
        return Certification.valueOf(words[2]);
    }

    private static @Nullable Path file(String[] words, int place) {
        return words.length > place ? Path.of(words[place]) : null;
    }

    private JsonLine versions() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return new JsonLine()
                .put("java", System.getProperty("java.vm.name") + " " + Runtime.version())
                .put("threads", threads)
                .put("vectorModule", vectors)
                .put("heapBytes", Runtime.getRuntime().maxMemory());
    }

    /** The peak of the whole process, as the kernel counts it; null where there is no /proc. */
    private static JsonLine memory() throws IOException {
        Runtime runtime = Runtime.getRuntime();
        JsonLine line = new JsonLine().put("usedBytes", runtime.totalMemory() - runtime.freeMemory());
        Path status = Path.of("/proc/self/status");
        double peak = Double.NaN;
        if (Files.exists(status)) {
            for (String row : Files.readAllLines(status)) {
                if (row.startsWith("VmHWM:")) {
                    peak = KIB * Double.parseDouble(row.replaceAll("[^0-9]", ""));
                }
            }
        }
        return line.put("peakBytes", peak);
    }
}
