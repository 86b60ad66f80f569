package org.leontief.structure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.leontief.solve.LeontiefSystem;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.technology.TechnicalCoefficients;

/** Outputs for given demands where some recipes are the earlier and some the later ones; each is solved once. */
final class TechnologyCombinations {

    private final LeontiefSystem earlier;
    private final TechnicalCoefficients later;
    private final List<int[]> groups;
    private final double[][] demands;
    private final SolveOptions options;
    private final Map<Long, List<Solution>> solved = new HashMap<>();

    TechnologyCombinations(
            LeontiefSystem earlier,
            TechnicalCoefficients later,
            List<int[]> groups,
            double[][] demands,
            SolveOptions options) {
        this.earlier = earlier;
        this.later = later;
        this.groups = groups;
        this.demands = demands;
        this.options = options;
    }

    /** One solution for each demand; bit g says that the recipes of group g are the later ones. */
    List<Solution> outputs(long bits) {
        return solved.computeIfAbsent(bits, this::solve);
    }

    private List<Solution> solve(long bits) {
        List<Solution> solutions = system(bits).solveAll(demands, options);
        for (Solution solution : solutions) {
            if (!solution.hasValues()) {
                throw new IllegalStateException("There are no outputs with the recipes of "
                        + (bits == 0
                                ? "the earlier table"
                                : bits == all() ? "the later table" : "both tables side by side")
                        + ": " + solution.report().stop() + ". " + solution.certification());
            }
            solution.requireConverged();
        }
        return solutions;
    }

    private long all() {
        return (1L << groups.size()) - 1;
    }

    private LeontiefSystem system(long bits) {
        if (bits == 0) {
            return earlier;
        }
        if (bits == all()) {
            return later.system();
        }
        int[] columns = IntStream.range(0, groups.size())
                .filter(g -> ((bits >> g) & 1) == 1)
                .mapToObj(groups::get)
                .flatMapToInt(Arrays::stream)
                .toArray();
        return earlier.withColumns(columns, later.matrix().matrix().columns(columns));
    }
}
