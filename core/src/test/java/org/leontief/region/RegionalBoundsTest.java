package org.leontief.region;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leontief.ExactArithmetic;
import org.leontief.ExactArithmetic.Rational;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Labels;
import org.leontief.solve.SparseMatrix;
import org.leontief.table.InputOutputTable;

/** Every bound holds what exact fractions say, for the coefficients and the final demand as they are stored. */
class RegionalBoundsTest {

    private static final double TIGHT = 1e-13;

    private final RegionalEconomy economy = RegionalEconomy.of(table());
    private final Labels industries = economy.coefficients().industries();
    private final SparseMatrix a = economy.coefficients().matrix().matrix();
    private final double[] perUnit =
            economy.coefficients().extension("Value added").toArray();
    private final LabelledMatrix demand = economy.finalDemand();
    private final int count = economy.regions().size();

    /** Numbers that no double holds, with two categories in each country. */
    private static InputOutputTable table() {
        double[][] z = Arrays.stream(ThreeCountries.Z)
                .map(row -> Arrays.stream(row).map(v -> v / 3).toArray())
                .toArray(double[][]::new);
        double[][] y = Arrays.stream(ThreeCountries.Y)
                .map(row -> new double[] {row[0] / 7, row[1] / 11, row[2] / 9, row[0] / 5, row[1] / 4.4, row[2] / 4.5})
                .toArray(double[][]::new);
        return ThreeCountries.valued(
                Labels.ofRegions(ThreeCountries.COUNTRIES, ThreeCountries.SECTORS),
                z,
                Labels.ofLabels(Stream.of("Households", "State")
                        .flatMap(user -> ThreeCountries.COUNTRIES.stream().map(country -> new Label(country, user)))
                        .toList()),
                y);
    }

    private int region(int i) {
        return economy.regions().indexOf(String.valueOf(industries.get(i).region()));
    }

    private Rational[] multipliers(int source) {
        double[] own = new double[perUnit.length];
        for (int i = 0; i < own.length; i++) {
            own[i] = source < 0 || region(i) == source ? perUnit[i] : 0;
        }
        return ExactArithmetic.solve(a.transpose(), own);
    }

    private static Rational[] zeros(int size) {
        Rational[] zeros = new Rational[size];
        Arrays.fill(zeros, Rational.ZERO);
        return zeros;
    }

    @Test
    void footprints() {
        Rational[] m = multipliers(-1);
        Rational[] exact = zeros(count);
        Labels users = table().finalDemand().categories();
        table().finalDemand().byCategory().matrix().forEach((i, c, v) -> {
            int r = economy.regions().indexOf(String.valueOf(users.get(c).region()));
            exact[r] = exact[r].plus(m[i].times(Rational.of(v)));
        });
        ExactArithmetic.assertWithinBounds(economy.footprints("Value added"), exact, TIGHT);
    }

    @Test
    void flowsAndBalances() {
        EmbodiedTrade trade = economy.accounts("Value added").bilateral();
        Rational[] balances = zeros(count);
        for (int to = 0; to < count; to++) {
            Rational[] x = ExactArithmetic.solve(
                    a, demand.column(economy.regions().get(to).name()).toArray());
            Rational[] from = zeros(count);
            for (int i = 0; i < x.length; i++) {
                from[region(i)] = from[region(i)].plus(x[i].times(Rational.of(perUnit[i])));
            }
            ExactArithmetic.assertWithinBounds(
                    trade.to(economy.regions().get(to).name()), from, TIGHT);
            for (int q = 0; q < count; q++) {
                balances[q] = balances[q].plus(from[q]);
                balances[to] = balances[to].minus(from[q]);
            }
        }
        ExactArithmetic.assertWithinBounds(trade.balance(), balances, 1e-12);
    }

    @Test
    void nineParts() {
        int n = perUnit.length;
        double[] exports = economy.trade().exportsByIndustry();
        Rational[][] m = new Rational[count][];
        Rational[] home = zeros(n);
        Rational[] abroad = zeros(n);
        for (int r = 0; r < count; r++) {
            m[r] = multipliers(r);
            solveAlone(r, exports, home, abroad);
        }
        Rational[][] parts = new Rational[ExportTerm.values().length][];
        Arrays.setAll(parts, term -> zeros(count));
        for (int s = 0; s < count; s++) {
            for (int i = 0; i < n; i++) {
                Rational foreign = Rational.ZERO;
                for (int t = 0; t < count; t++) {
                    foreign = t == region(i) ? foreign : foreign.plus(m[t][i]);
                }
                for (int user = 0; user < count; user++) {
                    Rational y = Rational.of(demand.matrix().get(i, user));
                    if (region(i) == s && user != s) {
                        add(parts, 0, s, m[s][i].times(y));
                        add(parts, 6, s, foreign.times(y));
                    } else if (region(i) != s) {
                        add(parts, user == region(i) ? 1 : user == s ? 3 : 2, s, m[s][i].times(y));
                    }
                }
                for (int j = 0; j < n; j++) {
                    Rational coefficient = Rational.of(a.get(i, j));
                    if (region(i) != s && region(j) == s) {
                        add(parts, 4, s, m[s][i].times(coefficient).times(home[j]));
                        add(parts, 5, s, m[s][i].times(coefficient).times(abroad[j]));
                    } else if (region(i) == s && region(j) != s) {
                        add(parts, 7, s, foreign.times(coefficient).times(home[j]));
                        add(parts, 8, s, foreign.times(coefficient).times(abroad[j]));
                    }
                }
            }
        }
        ExportDecomposition decomposition = economy.exportDecomposition();
        int place = 0;
        for (ExportTerm term : ExportTerm.values()) {
            ExactArithmetic.assertWithinBounds(decomposition.term(term), parts[place++], TIGHT);
        }
    }

    private static void add(Rational[][] parts, int term, int exporter, Rational amount) {
        parts[term][exporter] = parts[term][exporter].plus(amount);
    }

    private void solveAlone(int r, double[] exports, Rational[] home, Rational[] abroad) {
        SparseMatrix own =
                economy.coefficients(economy.regions().get(r).name()).domestic().matrix();
        double[] delivered = new double[own.rows()];
        double[] exported = new double[own.rows()];
        for (int k = 0; k < delivered.length; k++) {
            delivered[k] = demand.matrix().get(3 * r + k, r);
            exported[k] = exports[3 * r + k];
        }
        System.arraycopy(ExactArithmetic.solve(own, delivered), 0, home, 3 * r, 3);
        System.arraycopy(ExactArithmetic.solve(own, exported), 0, abroad, 3 * r, 3);
    }
}
