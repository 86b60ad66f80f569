package org.leontief.value.production;

import java.util.Arrays;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * The "new interpretation" of labour values: money represents the living labour of the period.
 *
 * <pre>
 * m = Σ y / Σ l                      monetary expression of labour time; 1/m is the value of money
 * value of labour power = w / m      the share of wages in value added, w the wage for a unit of labour
 * rate of surplus value = Σ (y − wages) / Σ wages
 * </pre>
 *
 * <p>y: value added in money, l: living labour, by industry. In every industry m l − wages is the surplus value made there and
 * y − wages the profit that is received; the differences are transfers between industries, which add up to 0, so that total
 * profit is total surplus value whatever the prices are. Source: G. Duménil, <i>De la valeur aux prix de production</i> (1980);
 * D. Foley, "The value of money, the value of labor power and the Marxian transformation problem", Review of Radical Political
 * Economics 14 (1982). Immutable.
 */
public final class NewInterpretation {

    private final LabelledVector valueAdded;
    private final LabelledVector labour;
    private final LabelledVector wages;
    private final double moneyPerLabour;

    private NewInterpretation(LabelledVector valueAdded, LabelledVector labour, LabelledVector wages) {
        this.valueAdded = valueAdded;
        this.labour = labour;
        this.wages = wages;
        moneyPerLabour = valueAdded.total() / labour.total();
    }

    /**
     * Reads an economy in this way.
     *
     * @param valueAdded y: net product in money, by industry
     * @param labour l: living labour, joined by label, in one unit
     * @param wages what of value added is paid to labour, joined by label, in the unit of value added
     * @return the accounts
     * @throws IllegalArgumentException if units differ, labour is negative, or a total is not positive
     */
    public static NewInterpretation of(LabelledVector valueAdded, LabelledVector labour, LabelledVector wages) {
        Labels industries = valueAdded.labels();
        Units money = Units.of(valueAdded.units().common());
        LabelledVector l = labour.alignedTo(industries, Units.of(labour.units().common()));
        LabelledVector paid = wages.alignedTo(industries, money);
        for (int j = 0; j < l.size(); j++) {
            if (l.at(j) < 0) {
                throw new IllegalArgumentException("'" + labour.name() + "' for '" + industries.get(j) + "' is "
                        + l.at(j) + " " + l.units().common() + "; labour cannot be negative.");
            }
        }
        if (!(valueAdded.total() > 0 && l.total() > 0 && paid.total() > 0)) {
            throw new IllegalArgumentException("Value added is " + valueAdded.total() + ", labour " + l.total()
                    + " and wages " + paid.total() + " in all; each must be positive.");
        }
        return new NewInterpretation(valueAdded, l, paid);
    }

    /**
     * m: the monetary expression of labour time.
     *
     * @return money per unit of labour
     */
    public double moneyPerLabour() {
        return moneyPerLabour;
    }

    /**
     * 1/m: the labour that a unit of money stands for.
     *
     * @return labour per unit of money
     */
    public double valueOfMoney() {
        return labour.total() / valueAdded.total();
    }

    /**
     * What of a unit of labour its wage stands for.
     *
     * @return a share, below 1 where there is a profit
     */
    public double valueOfLabourPower() {
        return wages.total() / valueAdded.total();
    }

    /**
     * Profits by wages.
     *
     * @return 0.5 for 50 per cent
     */
    public double rateOfSurplusValue() {
        return (valueAdded.total() - wages.total()) / wages.total();
    }

    /**
     * m l − wages: the surplus value made in each industry.
     *
     * @return in money
     */
    public LabelledVector surplusValue() {
        return labourInMoney().minus(wages).named("Surplus value");
    }

    /**
     * y − wages: the profit received in each industry.
     *
     * @return in money
     */
    public LabelledVector profits() {
        return valueAdded.minus(wages).named("Profits");
    }

    /**
     * y − m l: what each industry receives beyond what its labour adds.
     *
     * @return in money; adds up to 0
     */
    public LabelledVector transfers() {
        return valueAdded.minus(labourInMoney()).named("Transfers of value");
    }

    private LabelledVector labourInMoney() {
        double[] money = labour.toArray();
        Arrays.setAll(money, j -> money[j] * moneyPerLabour);
        return LabelledVector.of("Living labour in money", valueAdded.labels(), valueAdded.units(), money);
    }

    /** The four ratios. */
    @Override
    public String toString() {
        String money = valueAdded.units().common();
        String unit = labour.units().common();
        return "New interpretation: " + moneyPerLabour + " " + money + " per " + unit + "; value of money "
                + valueOfMoney()
                + " " + unit + " per " + money + "; value of labour power " + valueOfLabourPower()
                + "; rate of surplus value "
                + rateOfSurplusValue();
    }
}
