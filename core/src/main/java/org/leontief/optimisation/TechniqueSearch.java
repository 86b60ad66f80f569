package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.RadiusProof;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseColumnsBuilder;
import org.leontief.solve.SparseMatrix;

/**
 * Which technique of every product stands in the table while the reduced form is solved. Where a second recipe is the better
 * one, the first would be held at 0 by a row; with hundreds of them these rows are nearly all there is. The search is column
 * generation with {@link TechniqueChoice} as the pricing step (G. B. Dantzig and P. Wolfe, Operations Research 8, 1960): solve
 * with the techniques chosen so far, which takes few rows; value the resources; at these values choose the cheapest
 * technique of every product, as all industries together would; until no new one is chosen. It only prepares: all techniques
 * are there when the programme is solved for good, whatever was chosen.
 */
final class TechniqueSearch {

    /** So many second recipes cost less than the search. */
    private static final int FEW = 32;

    private static final int MOST_ROUNDS = 10;

    /** Costs are raised to this share of the largest, so that prices prove that the techniques can work together. */
    private static final double LEAST_COST = 1e-9;

    /** What a recipe that may make nothing costs, in units of the dearest other. */
    private static final double FORBIDDEN = 1e6;

    private final LeontiefProgramme programme;
    private final ProgrammeOptions options;
    private final SolveOptions solving;
    private final int n;
    /** Activities that are second recipes, and the product and amount that each of them brings. */
    private final int[] second;

    private final int[] product;
    private final double[] brought;
    private final long begin = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private long pivots;
    private int rounds;
    /** More limits of outputs than this are not begun with. */
    private final int mostOverstepped;

    private boolean hasTooMany;

    TechniqueSearch(LeontiefProgramme programme, ProgrammeOptions options, int mostOverstepped) {
        this.mostOverstepped = mostOverstepped;
        this.programme = programme;
        this.options = options;
        n = programme.products();
        solving = SolveOptions.defaults()
                .withCertification(SolveOptions.Certification.NONE)
                .withTolerance(1e-11)
                .withThreads(options.threads());
        int[] bringsOnly = new int[programme.activities()];
        second = IntStream.range(0, bringsOnly.length)
                .filter(j -> {
                    bringsOnly[j] = onlyProduct(j);
                    return bringsOnly[j] != TechniqueExchange.NONE;
                })
                .toArray();
        product = Arrays.stream(second).map(j -> bringsOnly[j]).toArray();
        brought = new double[second.length];
        for (int s = 0; s < second.length; s++) {
            brought[s] = -programme.productsOfActivities().get(product[s], second[s]);
        }
    }

    /** The only product that an activity brings, if it may be run without end; NONE if it is no second recipe. */
    private int onlyProduct(int activity) {
        int[] only = {TechniqueExchange.NONE};
        int[] count = {0};
        programme.productsOfActivities().forEachInColumn(activity, (i, j, amount) -> {
            if (amount < 0) {
                only[0] = i;
                count[0]++;
            }
        });
        LeontiefProgramme.Variables u = programme.activityVariables();
        boolean isFree = u.lower()[activity] == 0 && u.upper()[activity] == Double.POSITIVE_INFINITY;
        return count[0] == 1 && isFree ? only[0] : TechniqueExchange.NONE;
    }

    /** Whether the search ended because a plan oversteps too many limits of outputs. */
    boolean hasTooMany() {
        return hasTooMany;
    }

    long begin() {
        return begin;
    }

    long pivots() {
        return pivots;
    }

    List<String> notes() {
        return notes;
    }

    /** Searches where there are enough of them to pay; notes it if any recipe was exchanged. */
    TechniqueExchange exchange() {
        SparseMatrix a = programme.system().coefficients();
        if (second.length <= FEW || a.hasNegative()) {
            return TechniqueExchange.none(programme);
        }
        SparseMatrix inputs = inputs(a);
        int[] standing = new int[n];
        Arrays.fill(standing, TechniqueExchange.NONE);
        boolean[] isKnown = new boolean[second.length];
        boolean isNew = true;
        while (isNew && rounds < MOST_ROUNDS) {
            TechniqueExchange present = TechniqueExchange.of(programme, standing, unknown(isKnown));
            ReducedRun run = new ReducedRun(present, options, mostOverstepped);
            ReducedRun.@Nullable Trial trial = run.trial();
            pivots += run.pivots();
            rounds++;
            hasTooMany = run.hasTooMany();
            if (trial == null) {
                break;
            }
            TechniqueChoice choice = cheapest(inputs, trial, standing);
            isNew = addChosen(choice, isKnown);
            standing = isNew ? chosen(choice) : used(present.runs(trial.values(), solving), choice);
        }
        TechniqueExchange found = TechniqueExchange.of(programme, standing, new boolean[0]);
        if (found.programme().system().radiusProof().verdict() != RadiusProof.Verdict.BELOW_ONE) {
            return TechniqueExchange.none(programme);
        }
        if (found.count() > 0) {
            notes.add(
                    found.count() + " of " + second.length + " second recipes took the place of the first ones, after "
                            + rounds + " rounds of choosing the cheapest");
        }
        return found;
    }

    /** A, and behind it what a unit made by each second recipe takes. */
    private SparseMatrix inputs(SparseMatrix a) {
        SparseMatrix e = programme.productsOfActivities();
        SparseColumnsBuilder columns = SparseMatrix.byColumns(n, n + second.length, (long) a.nonZeros() + e.nonZeros());
        int[] rows = new int[n];
        double[] values = new double[n];
        for (int t = 0; t < n + second.length; t++) {
            int[] count = {0};
            double unit = t < n ? 1 : brought[t - n];
            (t < n ? a : e).forEachInColumn(t < n ? t : second[t - n], (i, j, amount) -> {
                if (amount > 0) {
                    rows[count[0]] = i;
                    values[count[0]++] = amount / unit;
                }
            });
            columns.appendColumn(rows, values, count[0]);
        }
        return columns.build();
    }

    private boolean[] unknown(boolean[] isKnown) {
        boolean[] isLeftOut = new boolean[programme.activities()];
        for (int s = 0; s < second.length; s++) {
            isLeftOut[second[s]] = !isKnown[s];
        }
        return isLeftOut;
    }

    /** At what resources, and limits on the recipes of the table, are worth in a trial. */
    private TechniqueChoice cheapest(SparseMatrix inputs, ReducedRun.Trial trial, int[] standing) {
        double[] q = trial.multipliers()[0];
        double[] cost = new double[n + second.length];
        double[] ofOutputs = programme.resourceUse().multiplyTransposed(q);
        double[] ofActivities = programme.resourcesOfActivities().multiplyTransposed(q);
        double[] c = programme.outputVariables().objective();
        double[] g = programme.activityVariables().objective();
        double largest = 0;
        for (int t = 0; t < cost.length; t++) {
            cost[t] = t < n
                    ? ofOutputs[t] - trial.sign() * c[t]
                    : (ofActivities[second[t - n]] - trial.sign() * g[second[t - n]]) / brought[t - n];
            largest = Math.max(largest, Math.abs(cost[t]));
        }
        double unit = largest == 0 ? 1 : largest;
        double least = largest == 0 ? 1 : LEAST_COST * largest;
        double[] most = programme.outputVariables().upper();
        for (int t = 0; t < cost.length; t++) {
            boolean isForbidden = t < n && most[t] <= 0;
            cost[t] = isForbidden ? FORBIDDEN * unit : Math.max(cost[t], least);
        }
        int[] productOf =
                IntStream.concat(IntStream.range(0, n), Arrays.stream(product)).toArray();
        int[] start = new int[n];
        for (int i = 0; i < n; i++) {
            start[i] = standing[i] == TechniqueExchange.NONE ? i : n + Arrays.binarySearch(second, standing[i]);
        }
        return TechniqueChoice.cheapest(inputs, productOf, cost, start, solving);
    }

    /** Whether a technique is chosen that was not there before. */
    private boolean addChosen(TechniqueChoice choice, boolean[] isKnown) {
        boolean isNew = false;
        for (int i = 0; i < n; i++) {
            int s = choice.technique(i) - n;
            isNew |= s >= 0 && !isKnown[s];
            if (s >= 0) {
                isKnown[s] = true;
            }
        }
        return isNew;
    }

    private int[] chosen(TechniqueChoice choice) {
        return IntStream.range(0, n)
                .map(i -> choice.technique(i) < n ? TechniqueExchange.NONE : second[choice.technique(i) - n])
                .toArray();
    }

    /** For each product the technique that makes most of it; of what is not made, the cheapest. */
    private int[] used(TechniqueExchange.Runs runs, TechniqueChoice choice) {
        int[] standing = chosen(choice);
        double[] most = new double[n];
        for (int i = 0; i < n; i++) {
            if (runs.outputs()[i] > 0) {
                most[i] = runs.outputs()[i];
                standing[i] = TechniqueExchange.NONE;
            }
        }
        for (int s = 0; s < second.length; s++) {
            double made = runs.activities()[second[s]] * brought[s];
            if (made > most[product[s]]) {
                most[product[s]] = made;
                standing[product[s]] = second[s];
            }
        }
        return standing;
    }
}
