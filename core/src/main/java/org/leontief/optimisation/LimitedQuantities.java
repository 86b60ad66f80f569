package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leontief.optimisation.LeontiefProgramme.Variables;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;

/**
 * All that a plan z has to keep within bounds, as g = g₀ + G z: the deliveries and activities that vary (z itself, from 0 to 1),
 * then outputs, then resources, each in a unit of its own. G is not stored: outputs come from a series, and only the few rows
 * of resources are kept. Bounds of outputs that no plan within the box can reach are left out.
 */
final class LimitedQuantities {

    /** Left out of a series that is called exact. */
    private static final double EXACT = 1e-14;

    /** What a series may leave out for its outputs to count as those of a plan. */
    private static final double NEARLY_EXACT = 1e-10;

    /** Squares of paths fall off faster than paths. */
    private static final int SQUARED_TERMS = 6;

    /** Rows of outputs that may be kept, and numbers in them. */
    private static final int MOST_OUTPUTS = 1024;

    private static final int MOST_NUMBERS = 1 << 26;

    /** A row is kept from so many times on what a diagonal says of the whole system for one delivery. */
    private static final double IMPORTANT = 1;

    /** Places that are tried for the first plan. */
    private static final int PLACES = 50;

    /** A unit is no smaller than this share of the bound it is for. */
    private static final double SMALLEST_UNIT = 1e-7;

    private final LeontiefProgramme programme;
    private final ReducedColumns columns;
    private final OutputSeries series;
    /** Rows of G that are written out, and which quantity each belongs to: those of resources, then some of outputs. */
    private final KeptRows kept;

    private final List<Integer> keptFor = new ArrayList<>();
    private final int exact;
    /** z, and behind it these outputs and these resources. */
    final int varying;

    private final int[] output;
    private final int[] resource;
    final int size;
    private final double[] unit;
    private final double[] atZero;
    /** Bounds in units, infinite where there is none. Read in place. */
    final double[] lower;

    final double[] upper;

    private LimitedQuantities(
            LeontiefProgramme programme, ReducedColumns columns, OutputSeries series, SolveOptions solving) {
        this.programme = programme;
        this.columns = columns;
        this.series = series;
        kept = new KeptRows(programme, columns, solving);
        varying = columns.count();
        exact = series.termsFor(EXACT);
        Variables x = programme.outputVariables();
        double[][] reach = reach();
        double[] low = x.lower().clone();
        double[] high = x.upper().clone();
        for (int i = 0; i < low.length; i++) {
            low[i] = reach[0][i] >= low[i] ? Double.NEGATIVE_INFINITY : low[i];
            high[i] = reach[1][i] <= high[i] ? Double.POSITIVE_INFINITY : high[i];
        }
        output = limited(low, high);
        resource = limited(programme.resourceLower(), programme.resourceUpper());
        size = varying + output.length + resource.length;
        unit = filled(1);
        atZero = filled(0);
        lower = filled(0);
        upper = filled(1);
        double[] all = columns.values(new double[varying]);
        double[] outputs = series.outputs(columns.demand(all), exact);
        double[] used = programme.resourceUse().multiply(outputs);
        double[] byActivities = programme.resourcesOfActivities().multiply(columns.activities(all));
        for (int r = varying; r < size; r++) {
            boolean isOutput = r < varying + output.length;
            int place = isOutput ? output[r - varying] : resource[r - varying - output.length];
            lower[r] = isOutput ? low[place] : programme.resourceLower()[place];
            upper[r] = isOutput ? high[place] : programme.resourceUpper()[place];
            atZero[r] = isOutput ? outputs[place] : used[place] + byActivities[place];
        }
    }

    /** Solves for the rows of resources; null if the listener stopped it. */
    static @Nullable LimitedQuantities of(LeontiefProgramme programme, ReducedColumns columns, SolveOptions solving) {
        SparseMatrix a = programme.system().coefficients();
        int rows = programme.resources() + mostOutputs(columns.count());
        MemoryLimitException.require(
                "An interior-point method for " + programme.products() + " products",
                24.0 * a.nonZeros() + KeptRows.bytes(rows, columns.count(), programme.products()),
                "Give the virtual machine more memory (-Xmx).");
        OutputSeries series = new OutputSeries(a, solving.threads());
        LimitedQuantities made = new LimitedQuantities(programme, columns, series, solving);
        return made.keep(IntStream.range(made.firstResource(), made.size).toArray()) ? made : null;
    }

    private static int mostOutputs(int varying) {
        return Math.min(MOST_OUTPUTS, MOST_NUMBERS / Math.max(1, varying));
    }

    /** Keeps the rows of some quantities. False if the listener stopped it. */
    private boolean keep(int... quantities) {
        Arrays.stream(quantities).forEach(keptFor::add);
        return kept.add(Arrays.stream(quantities)
                .map(r -> r < firstResource() ? output[r - varying] : -1 - resource[r - firstResource()])
                .toArray());
    }

    /**
     * Keeps the rows of the outputs that concern most deliveries, too.
     *
     * @param firmness how firmly each quantity is held
     * @return false if the listener stopped it
     */
    boolean keepImportant(double[] firmness) {
        double[] inverse = BarrierSystem.inverse(diagonal(firmness));
        int room = mostOutputs(varying) - (kept.count() - (size - firstResource()));
        double[] spread = series.squaredOutputs(columns.squaredDemand(inverse), SQUARED_TERMS);
        double[] important = new double[size];
        for (int r = varying; r < firstResource(); r++) {
            important[r] = firmness[r] / (unit[r] * unit[r]) * spread[output[r - varying]];
        }
        keptFor.forEach(r -> important[r] = 0);
        int[] most = IntStream.range(varying, firstResource())
                .filter(r -> important[r] > IMPORTANT)
                .boxed()
                .sorted(Comparator.comparingDouble(r -> -important[r]))
                .limit(room)
                .mapToInt(Integer::intValue)
                .toArray();
        return keep(most);
    }

    /** How many rows are kept. */
    int kept() {
        return kept.count();
    }

    /** The quantity of a kept row. */
    int keptFor(int k) {
        return keptFor.get(k);
    }

    /** The inner product of a kept row with something over what varies. */
    double dotKept(int k, double[] values) {
        return dot(kept.row(k), values) / unit[keptFor.get(k)];
    }

    /** Adds a multiple of a kept row. */
    void addKept(double[] sum, double factor, int k) {
        double[] row = kept.row(k);
        double scaled = factor / unit[keptFor.get(k)];
        for (int c = 0; c < sum.length; c++) {
            sum[c] += scaled * row[c];
        }
    }

    private double[] filled(double value) {
        double[] all = new double[size];
        Arrays.fill(all, value);
        return all;
    }

    private static int[] limited(double[] low, double[] high) {
        int[] found = new int[low.length];
        int count = 0;
        for (int i = 0; i < low.length; i++) {
            if (low[i] != Double.NEGATIVE_INFINITY || high[i] != Double.POSITIVE_INFINITY) {
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The least and the largest outputs within the box; without end where coefficients are negative. */
    private double[][] reach() {
        int n = programme.products();
        double[][] reach = new double[2][n];
        if (programme.system().coefficients().hasNegative()) {
            Arrays.fill(reach[0], Double.NEGATIVE_INFINITY);
            Arrays.fill(reach[1], Double.POSITIVE_INFINITY);
            return reach;
        }
        double[] least = columns.values(new double[varying]);
        double[] ones = new double[varying];
        Arrays.fill(ones, 1);
        double[] most = columns.values(ones);
        for (int side = 0; side < 2; side++) {
            double[] own = side == 0 ? least : most;
            double[] other = side == 0 ? most : least;
            double[] demand = columns.deliveries(own);
            programme
                    .productsOfActivities()
                    .forEach((i, j, use) -> demand[i] += use * (use > 0 ? own[n + j] : other[n + j]));
            reach[side] = series.outputs(demand, exact);
        }
        return reach;
    }

    /** Whether outputs are those that deliveries take, and not what a few hundred rounds of production make of them. */
    boolean areExact() {
        return series.leastLeftOut() <= NEARLY_EXACT;
    }

    OutputSeries series() {
        return series;
    }

    int firstResource() {
        return varying + output.length;
    }

    /** Takes as units how far quantities are from their bounds here. */
    void setUnits(double[] g) {
        for (int r = varying; r < size; r++) {
            double room = Math.max(finite(upper[r] - g[r]), finite(g[r] - lower[r]));
            double least = SMALLEST_UNIT * (1 + Math.max(finite(Math.abs(upper[r])), finite(Math.abs(lower[r]))));
            double factor = 1 / Math.max(room, least);
            unit[r] /= factor;
            atZero[r] *= factor;
            lower[r] *= factor;
            upper[r] *= factor;
            g[r] *= factor;
        }
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? 0 : value;
    }

    /** g₀ + G z. */
    double[] values(double[] z) {
        double[] g = along(z, exact);
        for (int r = 0; r < size; r++) {
            g[r] += atZero[r];
        }
        return g;
    }

    /** G dz. */
    double[] along(double[] dz) {
        return along(dz, exact);
    }

    /** G dz, the outputs by so many terms. */
    double[] along(double[] dz, int terms) {
        double[] x = series.outputs(columns.demand(columns.direction(dz)), terms);
        double[] g = Arrays.copyOf(dz, size);
        for (int r = 0; r < output.length; r++) {
            g[varying + r] = x[output[r]] / unit[varying + r];
        }
        for (int r = firstResource(); r < size; r++) {
            g[r] = dotKept(r - firstResource(), dz);
        }
        return g;
    }

    static double dot(double[] a, double[] b) {
        // Four sums that do not wait for one another.
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int k = 0;
        for (; k + 3 < a.length; k += 4) {
            first = Math.fma(a[k], b[k], first);
            second = Math.fma(a[k + 1], b[k + 1], second);
            third = Math.fma(a[k + 2], b[k + 2], third);
            fourth = Math.fma(a[k + 3], b[k + 3], fourth);
        }
        for (; k < a.length; k++) {
            first = Math.fma(a[k], b[k], first);
        }
        return (first + second) + (third + fourth);
    }

    /** Gᵀ w. */
    double[] back(double[] w) {
        return back(w, exact);
    }

    /** Gᵀ w, that of outputs by so many terms. */
    double[] back(double[] w, int terms) {
        double[] costs = new double[programme.products()];
        for (int r = 0; r < output.length; r++) {
            costs[output[r]] = w[varying + r] / unit[varying + r];
        }
        double[] sum = columns.overVarying(columns.overAll(series.prices(costs, terms), -1));
        for (int r = firstResource(); r < size; r++) {
            addKept(sum, w[r], r - firstResource());
        }
        for (int c = 0; c < varying; c++) {
            sum[c] += w[c];
        }
        return sum;
    }

    /** About the diagonal of Gᵀ ŵ G without the rows that are kept. */
    double[] diagonal(double[] firmness) {
        double[] w = firmness.clone();
        keptFor.forEach(r -> w[r] = 0);
        double[] weight = new double[programme.products()];
        for (int r = 0; r < output.length; r++) {
            weight[output[r]] = w[varying + r] / (unit[varying + r] * unit[varying + r]);
        }
        double[] diagonal = columns.squaredOverVarying(series.squaredPrices(weight, SQUARED_TERMS));
        for (int c = 0; c < varying; c++) {
            diagonal[c] += w[c];
        }
        return diagonal;
    }

    /** Prices of resources (first) and of outputs (second) that w stands for. */
    double[][] prices(double[] w, double worth) {
        double[] ofResources = new double[programme.resources()];
        double[] ofOutputs = new double[programme.products()];
        for (int r = varying; r < size; r++) {
            double price = w[r] / unit[r] * worth;
            if (r < firstResource()) {
                ofOutputs[output[r - varying]] = price;
            } else {
                ofResources[resource[r - firstResource()]] = price;
            }
        }
        return new double[][] {ofResources, ofOutputs};
    }

    /** On the way from all lower bounds to all upper ones, where the least room is largest; half-way if there is none. */
    double[] roomiest() {
        double[] z = new double[varying];
        double[] low = values(z);
        Arrays.fill(z, 1);
        double[] high = values(z);
        double best = 0;
        double at = 0.5;
        for (int k = 1; k < PLACES; k++) {
            double share = k / (double) PLACES;
            double least = Math.min(share, 1 - share);
            for (int r = varying; r < size && least > best; r++) {
                double here = low[r] + share * (high[r] - low[r]);
                least = Math.min(least, room(upper[r] - here, upper[r] - low[r], upper[r] - high[r]));
                least = Math.min(least, room(here - lower[r], low[r] - lower[r], high[r] - lower[r]));
            }
            if (least > best) {
                best = least;
                at = share;
            }
        }
        Arrays.fill(z, at);
        return z;
    }

    /** The room at a place relative to the larger of those at both ends. */
    private static double room(double here, double atLow, double atHigh) {
        return Double.isInfinite(here) ? 1 : here / Math.max(Double.MIN_NORMAL, Math.max(atLow, atHigh));
    }

    /** What w allows at most: Σ max over the bounds of every row but z, from z = 0. */
    double allowed(double[] w) {
        double sum = 0;
        for (int r = varying; r < size; r++) {
            double bound = w[r] > 0 ? upper[r] : lower[r];
            sum += w[r] == 0 ? 0 : w[r] * (bound - atZero[r]);
        }
        return sum;
    }
}
