package org.leontief.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.LinearProgramme;
import org.leontief.plan.years.MultiYearPlan;
import org.leontief.plan.years.YearsProblem;

/** The library's side of the comparison of plans of five years. */
final class YearsWork {

    private @Nullable YearsProblem problem;

    /** Makes the problem and writes its programme for the peer. */
    JsonLine pose(int industries, long seed, Path folder) throws IOException {
        YearsProblem made = FiveYears.of(industries, seed);
        problem = made;
        LinearProgramme programme = made.programme(FiveYears.objective());
        RawArrays.write(programme.matrix(), folder);
        double[][] columns = new double[3][programme.columns()];
        Arrays.setAll(columns[0], programme::objective);
        Arrays.setAll(columns[1], programme::columnLower);
        Arrays.setAll(columns[2], programme::columnUpper);
        RawArrays.write(columns, folder.resolve("columns.f64"));
        double[][] rows = new double[2][programme.rows()];
        Arrays.setAll(rows[0], programme::rowLower);
        Arrays.setAll(rows[1], programme::rowUpper);
        RawArrays.write(rows, folder.resolve("rows.f64"));
        return new JsonLine()
                .put("rows", programme.rows())
                .put("columns", programme.columns())
                .put("entries", programme.matrix().nonZeros());
    }

    /** The best plan, from the problem: its programme is made anew. */
    JsonLine plan() {
        YearsProblem posed = problem;
        if (posed == null) {
            throw new IllegalStateException("There is no problem yet. Say 'years pose 200 1 FOLDER' first.");
        }
        System.gc();
        long begin = System.nanoTime();
        MultiYearPlan plan = posed.plan(FiveYears.objective());
        double seconds = (System.nanoTime() - begin) * 1e-9;
        return new JsonLine()
                .put("seconds", seconds)
                .put("status", plan.status().toString())
                .put("objective", plan.objective())
                .put("bound", plan.objectiveBound())
                .put("gap", plan.certificate().relativeGap())
                .put("report", plan.solverReport().toString());
    }
}
