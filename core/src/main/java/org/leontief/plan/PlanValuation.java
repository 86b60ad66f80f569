package org.leontief.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.leontief.optimisation.LinearSolution;
import org.leontief.plan.PlanLayout.LimitedColumn;
import org.leontief.plan.PlanLayout.LimitedRow;

/**
 * What products and limits are worth in a plan: improvements of its goal per unit, so that signs are the same whether the
 * goal is to be large or small. For a column, gain = its part in the goal + Σ p outputs − Σ p inputs − Σ worth · coefficient
 * over the rows; 0 where the column is between its bounds.
 */
final class PlanValuation {

    /** A limit with its worth, its coefficients by column, and where the programme has it. */
    record PricedLimit(LimitUse use, Coefficients coefficients, boolean isRow, int place) {}

    private final PlanProgramme programme;
    private final int direction;
    private final double[] rowPrices;
    private final double[] reducedCosts;
    private final List<PricedLimit> limits = new ArrayList<>();

    PlanValuation(PlanProgramme programme, LinearSolution solution) {
        this.programme = programme;
        direction = programme.objective().direction();
        rowPrices = solution.rowPrices();
        reducedCosts = solution.reducedCosts();
        priceRows(solution.rows());
        priceColumns(solution.columns());
    }

    private void priceRows(double[] levels) {
        int row = programme.layout().products();
        for (LimitedRow limited : programme.limitedRows()) {
            LimitUse use = new LimitUse(limited.limit(), levels[row], signed(rowPrices[row]));
            limits.add(new PricedLimit(use, limited.coefficients(), true, row++));
        }
    }

    /** Of several limits that give a column the same bound, the first has the worth. */
    private void priceColumns(double[] levels) {
        BitSet claimed = new BitSet();
        for (LimitedColumn limited : programme.layout().ofColumns()) {
            int column = limited.column();
            boolean holds = !claimed.get(column) && holds(limited);
            if (holds) {
                claimed.set(column);
            }
            LimitUse use = new LimitUse(limited.limit(), levels[column], holds ? gain(column) : 0);
            limits.add(new PricedLimit(use, Coefficients.one(column), false, column));
        }
    }

    private boolean holds(LimitedColumn limited) {
        int column = limited.column();
        Limit limit = limited.limit().limit();
        double gain = gain(column);
        return gain > 0
                ? limit.upper() == programme.columnUpper(column)
                : gain < 0 && limit.lower() == programme.columnLower(column);
    }

    /** What one more unit of a product, given from outside, would improve. */
    double price(int product) {
        // A unit given takes one from the right-hand side of the balance.
        return signed(-rowPrices[product]);
    }

    double[] prices() {
        double[] prices = new double[programme.layout().products()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = price(i);
        }
        return prices;
    }

    /**
     * What one more unit of a column would improve, beside what it takes and what it brings: nothing for an industry without a
     * recipe, which the reduced form has as a maker of its product that may make none.
     */
    double gain(int column) {
        PlanLayout layout = programme.layout();
        boolean isEmpty =
                column < layout.techniques().count() && !layout.techniques().hasRecipe(column);
        return isEmpty ? 0 : signed(reducedCosts[column]);
    }

    private double signed(double change) {
        // Not −0.0, which would be shown.
        return change == 0 ? 0 : direction * change;
    }

    /** All stated limits: rows, then bounds of columns. */
    List<PricedLimit> limits() {
        return limits;
    }
}
