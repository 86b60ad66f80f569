package org.leontief.compilation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.leontief.label.Label;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.table.SupplyUseTable;
import org.leontief.table.Valuation;

/** Margins and taxes as shares of what users pay for a product, and who earns the margins. */
final class ValuationRates {

    /** Columns of margins are printed rounded; where they add up to more, something is missing. */
    private static final double MARGIN_TOLERANCE = 1e-3;

    private final int products;
    /** Share of each product in what a margin earns, kinds by products; 0 for products that bear it. */
    private final double[][] earned;
    /** Margin per unit paid, kinds by products; 0 for products that earn it. */
    private final double[][] marginRate;
    /** Tax per unit paid by those who are taxed, kinds by products. */
    private final double[][] taxRate;

    ValuationRates(SupplyUseTable table, int[] untaxed) {
        Valuation valuation = table.valuation();
        SparseMatrix y = table.finalDemand().byCategory().matrix();
        double[] paid = add(table.use().matrix().rowSums(), y.rowSums());
        double[] exempt = y.columns(untaxed).rowSums();
        double[] taxed = IntStream.range(0, paid.length)
                .mapToDouble(i -> paid[i] - exempt[i])
                .toArray();
        products = paid.length;
        double[][] margins = byKind(valuation.margins().matrix());
        earned = new double[margins.length][];
        marginRate = new double[margins.length][];
        for (int k = 0; k < margins.length; k++) {
            Label kind = valuation.margins().columns().get(k);
            double[] borne = Arrays.stream(margins[k]).map(m -> Math.max(m, 0)).toArray();
            double[] earning =
                    Arrays.stream(margins[k]).map(m -> Math.max(-m, 0)).toArray();
            double total = requireSameTotals(kind, borne, earning);
            earned[k] =
                    Arrays.stream(earning).map(e -> total == 0 ? 0 : e / total).toArray();
            marginRate[k] = rates(kind, borne, paid, table);
        }
        double[][] taxes = byKind(valuation.taxes().matrix());
        taxRate = new double[taxes.length][];
        for (int k = 0; k < taxes.length; k++) {
            taxRate[k] = rates(valuation.taxes().columns().get(k), taxes[k], taxed, table);
        }
    }

    private static double[] add(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    }

    private static double[][] byKind(SparseMatrix columns) {
        double[][] kinds = new double[columns.columns()][columns.rows()];
        columns.forEach((i, k, amount) -> kinds[k][i] = amount);
        return kinds;
    }

    private static double requireSameTotals(Label kind, double[] borne, double[] earning) {
        double paid = Arrays.stream(borne).sum();
        double received = Arrays.stream(earning).sum();
        if (Math.abs(paid - received) > MARGIN_TOLERANCE * Math.max(paid, received)) {
            throw new IllegalArgumentException("'" + kind + "': " + paid + " are borne by products and " + received
                    + " earned by services; a column of margins adds up to 0. Maybe the negative entries of trade and"
                    + " transport are missing?");
        }
        return received;
    }

    private static double[] rates(Label kind, double[] amounts, double[] paid, SupplyUseTable table) {
        double[] rates = new double[amounts.length];
        for (int i = 0; i < rates.length; i++) {
            if (amounts[i] != 0 && paid[i] == 0) {
                throw new IllegalArgumentException(
                        "'" + kind + "' of '" + table.products().get(i) + "' is " + amounts[i]
                                + ", but nobody who pays it uses the product.");
            }
            rates[i] = amounts[i] == 0 ? 0 : amounts[i] / paid[i];
        }
        return rates;
    }

    /** What each user pays of each kind of tax: kinds × users. */
    SparseMatrix taxes(SparseMatrix uses, boolean[] isTaxed) {
        SparseMatrixBuilder taxes = SparseMatrix.builder(taxRate.length, uses.columns());
        for (int k = 0; k < taxRate.length; k++) {
            double[] paid = uses.multiplyTransposed(taxRate[k]);
            for (int j = 0; j < paid.length; j++) {
                taxes.add(k, j, isTaxed[j] ? paid[j] : 0);
            }
        }
        return taxes.build();
    }

    /** Uses without margins and taxes, and with the services that earned the margins. */
    SparseMatrix basic(SparseMatrix uses, boolean[] isTaxed) {
        SparseMatrixBuilder basic = SparseMatrix.builder(products, uses.columns());
        for (int j = 0; j < uses.columns(); j++) {
            double[] column = new double[products];
            double[] margins = new double[marginRate.length];
            uses.forEachInColumn(j, (i, user, amount) -> {
                double rate = 0;
                for (int k = 0; k < margins.length; k++) {
                    margins[k] += amount * marginRate[k][i];
                    rate += marginRate[k][i];
                }
                for (double[] taxes : taxRate) {
                    rate += isTaxed[user] ? taxes[i] : 0;
                }
                column[i] += amount * (1 - rate);
            });
            for (int i = 0; i < products; i++) {
                for (int k = 0; k < margins.length; k++) {
                    column[i] += earned[k][i] * margins[k];
                }
                basic.add(i, j, column[i]);
            }
        }
        return basic.build();
    }
}
