package org.leontief.optimisation;

/**
 * Derivatives of the best objective to one side of a bound. The programme is solved with the bound moved a little; if the
 * prices found there are optimal prices for the bound where it is, too, the best objective is linear between the two, and
 * they hold the derivative. If not, less of a move is tried.
 */
final class OneSidedPrices {

    private static final double FIRST_MOVE = 1e-3;
    private static final double SHORTER = 1.0 / 16;
    private static final int MOST_MOVES = 5;
    /** Far below the shortest move, which would otherwise be taken for rounding. */
    private static final double TOLERANCE = 1e-12;

    private final LinearProgramme programme;
    private final LinearSolution solution;
    private final Basis basis;
    private final RevisedSimplex solver = new RevisedSimplex();

    OneSidedPrices(LinearProgramme programme, LinearSolution solution, Basis basis) {
        this.programme = programme;
        this.solution = solution;
        this.basis = basis;
    }

    /** The price of a bound where one or both sides are known from the range of the basis. */
    OneSidedPrice of(
            BoundKind kind,
            boolean isEquation,
            int number,
            boolean holdsBelow,
            boolean holdsAbove,
            ProgrammeOptions options) {
        double price = kind.isOfRow() ? solution.rowPrices()[number] : solution.reducedCosts()[number];
        return new OneSidedPrice(
                holdsBelow ? price : derivative(kind, isEquation, number, -1, options),
                holdsAbove ? price : derivative(kind, isEquation, number, 1, options));
    }

    private double derivative(BoundKind kind, boolean isEquation, int number, int side, ProgrammeOptions options) {
        Verification verification = new Verification(programme);
        ProgrammeOptions closer = options.withTolerance(Math.min(options.tolerance(), TOLERANCE));
        double bound = BoundSet.bound(programme, kind, number);
        double move = FIRST_MOVE * (1 + Math.abs(bound));
        boolean isInfeasible = false;
        for (int k = 0; k < MOST_MOVES; k++, move *= SHORTER) {
            if (!isEquation && passesOther(kind, number, bound + side * move)) {
                continue;
            }
            LinearProgramme near = moved(kind, isEquation, number, bound + side * move);
            LinearSolution found = solver.solve(near, closer, basis);
            isInfeasible = found.status() == ProgrammeStatus.INFEASIBLE;
            if (found.status() == ProgrammeStatus.OPTIMAL) {
                double[] prices = found.rowPrices();
                OptimalityCertificate certificate = verification.certificate(solution.columns(), prices);
                if (certificate.relativeGap() <= options.tolerance()) {
                    return kind.isOfRow() ? prices[number] : found.reducedCosts()[number];
                }
            }
        }
        if (!isInfeasible) {
            return Double.NaN;
        }
        boolean isLoss = programme.sense() == Sense.MAXIMISE;
        return (isLoss ? -1 : 1) * side * Double.POSITIVE_INFINITY;
    }

    private boolean passesOther(BoundKind kind, int number, double bound) {
        return switch (kind) {
            case ROW_LOWER -> bound > programme.rowUpper(number);
            case ROW_UPPER -> bound < programme.rowLower(number);
            case COLUMN_LOWER -> bound > programme.columnUpper(number);
            case COLUMN_UPPER -> bound < programme.columnLower(number);
        };
    }

    private LinearProgramme moved(BoundKind kind, boolean isEquation, int number, double bound) {
        double lower = kind.isOfRow() ? programme.rowLower(number) : programme.columnLower(number);
        double upper = kind.isOfRow() ? programme.rowUpper(number) : programme.columnUpper(number);
        if (isEquation || !kind.isUpper()) {
            lower = bound;
        }
        if (isEquation || kind.isUpper()) {
            upper = bound;
        }
        return kind.isOfRow()
                ? programme.withRowBounds(number, lower, upper)
                : programme.withColumnBounds(number, lower, upper);
    }
}
