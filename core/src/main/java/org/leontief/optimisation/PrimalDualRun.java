package org.leontief.optimisation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leontief.solve.Progress;

/** One programme being solved by {@link PrimalDual}. */
final class PrimalDualRun {

    /** Iterations between two looks at how good it is. */
    private static final int BETWEEN_CHECKS = 64;

    /** Checks between two attempts to prove that there is no answer. */
    private static final int BETWEEN_PROOFS = 8;

    /** A restart is due when the step has come down to this share of what it was at the last one ... */
    private static final double SUFFICIENT = 0.2;

    /** ... or to this one, if it has begun to grow ... */
    private static final double NECESSARY = 0.8;

    /** ... or when so many of all iterations have gone by without. */
    private static final double LONGEST = 0.36;

    /** Columns or rows that one thread takes at a time. */
    private static final int BLOCK = 1024;

    private static final double STEP = 0.998;

    /** Where there is no answer, the weight would run away. */
    private static final double MOST_WEIGHT = 1e4;

    /** Parts of a direction that are smaller than this share of the largest are left out of a proof. */
    private static final double DUST = 1e-7;

    private final LinearProgramme programme;
    private final ProgrammeOptions options;
    private final EqualisedProgramme p;
    private final Verification verification;
    private final long begin = System.nanoTime();
    private final List<String> notes = new ArrayList<>();
    private final double step;
    private double weight = 1;
    private final double[] x;
    private final double[] y;
    private double[] anchorX;
    private double[] anchorY;
    /** What a plain step makes of x and y. */
    private final double[] nextX;

    private final double[] nextY;
    private long iterations;
    private int restarts;
    private double wanted;

    PrimalDualRun(LinearProgramme programme, ProgrammeOptions options) {
        this.programme = programme;
        this.options = options;
        p = new EqualisedProgramme(programme);
        verification = new Verification(programme);
        double size = p.largestSingularValue();
        step = size > 0 ? STEP / (1.05 * size) : 1;
        x = new double[p.columns];
        y = new double[p.rows];
        for (int j = 0; j < x.length; j++) {
            x[j] = Math.max(p.lower[j], Math.min(p.upper[j], 0));
        }
        anchorX = x.clone();
        anchorY = y.clone();
        nextX = new double[p.columns];
        nextY = new double[p.rows];
        wanted = 0.5 * options.tolerance();
    }

    LinearSolution solve() {
        double first = 0;
        double before = 0;
        int sinceRestart = 0;
        for (int check = 1; ; check++) {
            boolean goesOn = true;
            for (int k = 0; k < BETWEEN_CHECKS && goesOn; k++) {
                step();
                double moved = moved();
                first = sinceRestart == 0 ? moved : first;
                iterations++;
                boolean isDue = moved <= SUFFICIENT * first
                        || (moved <= NECESSARY * first && moved > before)
                        || sinceRestart >= LONGEST * iterations;
                if (sinceRestart > 0 && isDue) {
                    restart();
                    sinceRestart = 0;
                } else {
                    average(sinceRestart++);
                }
                before = moved;
                goesOn = iterations < options.iterationLimit();
            }
            boolean isWatched = options.listener()
                    .proceed(new Progress("PRIMAL_DUAL", iterations, options.iterationLimit(), before));
            @Nullable LinearSolution found = look(check, !goesOn || !isWatched);
            if (found != null) {
                return found;
            }
        }
    }

    /** A plain step from (x, y). */
    private void step() {
        double tau = step / weight;
        double sigma = step * weight;
        PanelRows.each(blocks(p.columns), options.threads(), p.byColumn.entries(), block -> {
            for (int j = block * BLOCK; j < Math.min(p.columns, (block + 1) * BLOCK); j++) {
                double gradient = p.cost[j] - p.byColumn.dot(j, y);
                nextX[j] = Math.max(p.lower[j], Math.min(p.upper[j], x[j] - tau * gradient));
            }
        });
        double[] ahead = new double[p.columns];
        for (int j = 0; j < ahead.length; j++) {
            ahead[j] = 2 * nextX[j] - x[j];
        }
        PanelRows.each(blocks(p.rows), options.threads(), p.byRow.entries(), block -> {
            for (int i = block * BLOCK; i < Math.min(p.rows, (block + 1) * BLOCK); i++) {
                double free = y[i] / sigma - p.byRow.dot(i, ahead);
                double kept = Math.max(-p.rowUpper[i], Math.min(-p.rowLower[i], free));
                nextY[i] = sigma * (free - kept);
            }
        });
    }

    private static int blocks(int count) {
        return (count + BLOCK - 1) / BLOCK;
    }

    /** How far the step goes, in the norm of the method but for its cross term. */
    private double moved() {
        double ofX = 0;
        for (int j = 0; j < x.length; j++) {
            ofX += (nextX[j] - x[j]) * (nextX[j] - x[j]);
        }
        double ofY = 0;
        for (int i = 0; i < y.length; i++) {
            ofY += (nextY[i] - y[i]) * (nextY[i] - y[i]);
        }
        return Math.sqrt(weight * ofX + ofY / weight);
    }

    /** Goes twice as far, and then some of the way back to where it was restarted. */
    private void average(int k) {
        double share = (k + 1.0) / (k + 2.0);
        for (int j = 0; j < x.length; j++) {
            x[j] = share * (2 * nextX[j] - x[j]) + (1 - share) * anchorX[j];
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = share * (2 * nextY[i] - y[i]) + (1 - share) * anchorY[i];
        }
    }

    /** Begins anew from the last plain step, with a weight that makes primal and dual ways equally long. */
    private void restart() {
        double ofX = distance(nextX, anchorX);
        double ofY = distance(nextY, anchorY);
        if (ofX > 1e-12 && ofY > 1e-12) {
            double balanced = Math.exp(0.5 * Math.log(ofY / ofX) + 0.5 * Math.log(weight));
            weight = Math.max(1 / MOST_WEIGHT, Math.min(MOST_WEIGHT, balanced));
        }
        System.arraycopy(nextX, 0, x, 0, x.length);
        System.arraycopy(nextY, 0, y, 0, y.length);
        anchorX = x.clone();
        anchorY = y.clone();
        restarts++;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(sum);
    }

    /** Ends the work if the last step is good enough or has to be the last. */
    private @Nullable LinearSolution look(int check, boolean isLast) {
        double[] columns = p.outwardColumns(nextX);
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Math.max(programme.columnLower(j), Math.min(programme.columnUpper(j), columns[j]));
        }
        double[] prices = p.outwardRows(nextY);
        if (isLast || roughly(columns, prices) <= wanted) {
            for (int i = 0; i < prices.length; i++) {
                prices[i] = rightSigned(i, prices[i]);
            }
            OptimalityCertificate certificate = verification.certificate(columns, prices);
            boolean isOptimal = certificate.primalResidual() <= options.tolerance()
                    && certificate.dualResidual() <= options.tolerance()
                    && certificate.relativeGap() <= options.tolerance();
            if (isOptimal || isLast) {
                String stop = isOptimal ? "close enough, as proved" : "limit of iterations, or the listener";
                return solution(
                        isOptimal ? ProgrammeStatus.OPTIMAL : ProgrammeStatus.STOPPED,
                        columns,
                        prices,
                        certificate,
                        new double[0],
                        stop);
            }
            wanted *= 0.25;
        }
        return check % BETWEEN_PROOFS == 0 ? noAnswer(columns) : null;
    }

    private double rightSigned(int row, double price) {
        boolean isUpward = programme.sense() == Sense.MAXIMISE ? price > 0 : price < 0;
        double bound = isUpward ? programme.rowUpper(row) : programme.rowLower(row);
        return Double.isInfinite(bound) ? 0 : price;
    }

    /** The largest of violation, wrong sign and gap, in plain arithmetic. */
    private double roughly(double[] columns, double[] prices) {
        double sign = programme.sense() == Sense.MAXIMISE ? 1 : -1;
        double[] rows = programme.matrix().multiply(columns);
        double[] ofRows = programme.matrix().multiplyTransposed(prices);
        double worst = 0;
        double objective = 0;
        double bound = 0;
        double largest = 0;
        double wrong = 0;
        for (int i = 0; i < rows.length; i++) {
            double low = programme.rowLower(i);
            double high = programme.rowUpper(i);
            worst = Math.max(worst, LeontiefVerification.violation(rows[i], rows[i], low, high));
            double held = sign * prices[i] > 0 ? high : low;
            bound += prices[i] == 0 || Double.isInfinite(held) ? 0 : prices[i] * held;
        }
        for (int j = 0; j < columns.length; j++) {
            double reduced = programme.objective(j) - ofRows[j];
            double held = sign * reduced > 0 ? programme.columnUpper(j) : programme.columnLower(j);
            largest = Math.max(largest, Math.abs(programme.objective(j)));
            wrong = Double.isInfinite(held) ? Math.max(wrong, Math.abs(reduced)) : wrong;
            bound += reduced == 0 || Double.isInfinite(held) ? reduced * columns[j] : reduced * held;
            objective += programme.objective(j) * columns[j];
        }
        double gap = Math.abs(bound - objective) / Math.max(1, Math.abs(objective));
        return Math.max(worst, Math.max(wrong / (1 + largest), gap));
    }

    /** Whether the way the iterates drift, or where they have gone, proves that there is no answer. */
    private @Nullable LinearSolution noAnswer(double[] columns) {
        double[] driftX = new double[x.length];
        double[] driftY = new double[y.length];
        for (int j = 0; j < x.length; j++) {
            driftX[j] = nextX[j] - x[j];
        }
        for (int i = 0; i < y.length; i++) {
            driftY[i] = nextY[i] - y[i];
        }
        for (double[] direction : new double[][] {driftY, nextY}) {
            double[] multipliers = multipliers(direction);
            if (verification.provesInfeasible(multipliers)) {
                return solution(
                        ProgrammeStatus.INFEASIBLE,
                        columns,
                        new double[p.rows],
                        null,
                        multipliers,
                        "prices that rise for ever");
            }
        }
        for (double[] direction : new double[][] {driftX, nextX}) {
            double[] ray = withoutDust(p.outwardColumns(direction));
            if (verification.provesUnbounded(columns, ray, options.tolerance())) {
                return solution(
                        ProgrammeStatus.UNBOUNDED, columns, new double[p.rows], null, ray, "values that rise for ever");
            }
        }
        return null;
    }

    private double[] multipliers(double[] direction) {
        double[] multipliers = withoutDust(p.outwardRows(direction));
        for (int i = 0; i < multipliers.length; i++) {
            multipliers[i] = (programme.sense() == Sense.MAXIMISE ? 1 : -1) * rightSigned(i, multipliers[i]);
        }
        return multipliers;
    }

    private static double[] withoutDust(double[] direction) {
        double largest = 0;
        for (double part : direction) {
            largest = Math.max(largest, Math.abs(part));
        }
        for (int k = 0; k < direction.length; k++) {
            direction[k] = Math.abs(direction[k]) > DUST * largest ? direction[k] : 0;
        }
        return direction;
    }

    private LinearSolution solution(
            ProgrammeStatus status,
            double[] columns,
            double[] prices,
            @Nullable OptimalityCertificate certificate,
            double[] proof,
            String stop) {
        notes.add(restarts + " restarts");
        ProgrammeReport report = new ProgrammeReport(
                ProgrammeMethod.PRIMAL_DUAL, "asked for", stop, iterations, (System.nanoTime() - begin) * 1e-9, notes);
        return new LinearSolution(
                status,
                columns,
                verification.rows(columns),
                prices,
                verification.reducedCosts(prices),
                certificate,
                null,
                proof,
                report);
    }
}
