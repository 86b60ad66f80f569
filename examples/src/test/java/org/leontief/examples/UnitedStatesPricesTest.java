package org.leontief.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.leontief.io.MatrixCsv;
import org.leontief.io.MatrixLayout;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;
import org.leontief.technology.TechnicalCoefficients;
import org.leontief.value.PriceDeviation;
import org.leontief.value.production.MaximumRateOfProfit;
import org.leontief.value.production.Numeraire;
import org.leontief.value.production.PricesOfProduction;
import org.leontief.value.production.StandardCommodity;
import org.leontief.value.production.Technique;
import org.leontief.value.production.WageCurve;

/**
 * United States 2014, 56 sectors (WIOD 2016 release, with hours and capital of its socio-economic accounts): prices of production
 * and the wage–profit curve, imports taken as produced at home. Figures were computed with NumPy, and are again here with EJML.
 */
class UnitedStatesPricesTest {

    private static final String MONEY = "million USD";

    private final Path folder = SharedData.folder("wiod2016_usa").resolve("USA_2014");
    private final LabelledMatrix domestic;
    private final LabelledMatrix imported;
    private final LabelledMatrix finalDemand;
    private final LabelledMatrix accounts;
    private final double[] x;

    UnitedStatesPricesTest() throws IOException {
        domestic = read("Zdom.csv");
        imported = read("Zimp.csv");
        finalDemand = read("Ydom.csv");
        accounts = read("sea.csv");
        x = finalDemand.column("GO").toArray();
    }

    private LabelledMatrix read(String file) throws IOException {
        return MatrixCsv.read(folder.resolve(file), MatrixLayout.withHeader().unit(MONEY));
    }

    private Labels sectors() {
        return domestic.rows();
    }

    private LabelledVector output() {
        return LabelledVector.of("Output", sectors(), Units.of(MONEY), x);
    }

    /** Inputs from home and abroad and hours, per million dollars of output; sector U is empty. */
    private Technique technique() {
        int n = sectors().size();
        double[][] a = new double[n][n];
        double[] hours = accounts.column("H_EMPE").toArray();
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                a[i][j] = x[j] == 0
                        ? 0
                        : (domestic.matrix().get(i, j) + imported.matrix().get(i, j)) / x[j];
            }
            hours[j] = x[j] == 0 ? 0 : hours[j] / x[j];
        }
        return Technique.of(
                TechnicalCoefficients.of(sectors(), Units.of(MONEY), SparseMatrix.of(a)),
                LabelledVector.of("Hours", sectors(), Units.of("million hours per " + MONEY), hours));
    }

    /** p (I − (1 + r) A) = w l with p x = 1 x, by dense LU. */
    private double[] dense(Technique technique, SparseMatrix inputs, double wageOut) {
        int n = x.length;
        DMatrixRMaj system = CommonOps_DDRM.identity(n);
        CommonOps_DDRM.subtractEquals(system, inputs.toDense());
        CommonOps_DDRM.transpose(system);
        DMatrixRMaj labour = new DMatrixRMaj(n, 1, true, technique.labour().toArray());
        DMatrixRMaj solution = new DMatrixRMaj(n, 1);
        assertThat(CommonOps_DDRM.solve(system, labour, solution)).isTrue();
        double cost = 0;
        for (int i = 0; i < n; i++) {
            cost += solution.get(i) * x[i];
        }
        double wage = Arrays.stream(x).sum() / cost;
        assertThat(wage).isCloseTo(wageOut, within(1e-9));
        return Arrays.stream(solution.data).map(p -> p * wage).toArray();
    }

    private static SparseMatrix scaled(SparseMatrix a, double factor) {
        double[] all = new double[a.columns()];
        Arrays.fill(all, factor);
        return a.scaleColumns(all);
    }

    @Test
    void pricesOfProductionAgreeWithDenseAlgebra() {
        Technique technique = technique();
        SparseMatrix a = technique.coefficients().matrix().matrix();
        double[] wages = {70.7089377757092, 65.29528811584892, 59.71471467438845, 47.98561164015403};
        double[] rates = {0, 0.1, 0.2, 0.4};
        for (int k = 0; k < rates.length; k++) {
            PricesOfProduction prices = technique.pricesAtRate(rates[k], Numeraire.total(output()));

            assertThat(prices.wage()).isCloseTo(wages[k], within(1e-10));
            assertThat(prices.wageErrorBound()).isLessThan(1e-11);
            double[] expected = dense(technique, scaled(a, 1 + rates[k]), prices.wage());
            for (int i = 0; i < expected.length; i++) {
                assertThat(prices.perUnit().at(i)).isCloseTo(expected[i], within(1e-12));
                assertThat(prices.perUnit().errorBoundAt(i)).isLessThan(1e-12);
            }
        }
    }

    @Test
    void maximumRateOfProfitAndTheCurve() {
        Technique technique = technique();
        MaximumRateOfProfit maximum = technique.maximumRateOfProfit();

        assertThat(maximum.value()).isCloseTo(1.0738837135549453, within(1e-12));
        assertThat(maximum.rate().upper() - maximum.rate().lower()).isLessThan(1e-13);
        var eigen = DecompositionFactory_DDRM.eig(x.length, false);
        eigen.decompose(technique.coefficients().matrix().matrix().toDense());
        double radius = 0;
        for (int i = 0; i < x.length; i++) {
            radius = Math.max(radius, eigen.getEigenvalue(i).getMagnitude());
        }
        assertThat(maximum.value()).isCloseTo(1 / radius - 1, within(1e-12));

        WageCurve curve = technique.wageCurve(Numeraire.total(output()), 20);
        double above = Double.POSITIVE_INFINITY;
        for (WageCurve.Point point : curve.points()) {
            assertThat(point.wage()).isLessThan(above);
            above = point.wage();
        }
        StandardCommodity standard = technique.standardCommodity();
        for (WageCurve.Point point :
                technique.wageCurve(standard.numeraire(), 5).points()) {
            assertThat(point.wage()).isCloseTo(1 - point.rateOfProfit() / maximum.value(), within(1e-11));
        }
    }

    /** Sector U is made by nobody. Prices of production are nearer to market prices than labour values are. */
    @Test
    void deviationsFromMarketPrices() {
        Technique technique = technique();

        PriceDeviation values = PriceDeviation.ofTable(
                technique.pricesAtRate(0, Numeraire.wage()).perUnit(), output());
        PriceDeviation production = PriceDeviation.ofTable(
                technique.pricesAtRate(0.2, Numeraire.total(output())).perUnit(), output());

        assertThat(values.leftOut()).extracting("name").containsExactly("U");
        assertThat(values.meanAbsolute()).isCloseTo(0.3206536121850299, within(1e-12));
        assertThat(values.meanAbsoluteWeighted()).isCloseTo(0.3466879944997286, within(1e-12));
        assertThat(values.normalisedVectorDistance()).isCloseTo(0.44451239756403355, within(1e-12));
        assertThat(values.angleInDegrees()).isCloseTo(22.03663118430298, within(1e-10));
        assertThat(production.meanAbsolute()).isCloseTo(0.28398128645898046, within(1e-12));
        assertThat(production.meanAbsoluteWeighted()).isCloseTo(0.30221982605235387, within(1e-12));
        assertThat(production.angleInDegrees()).isCloseTo(18.899368217897067, within(1e-10));
        assertThat(production.distance()).isLessThan(values.distance());
    }

    /** Profit on the stocks of the accounts, which are of the products that investment buys. */
    @Test
    void profitOnStocksOfCapital() {
        double[] bought = finalDemand.column("GFCF").toArray();
        double all = Arrays.stream(bought).map(v -> Math.max(0, v)).sum();
        double[] stock = accounts.column("K").toArray();
        double[][] k = new double[x.length][x.length];
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < x.length; i++) {
                k[i][j] = x[j] == 0 ? 0 : Math.max(0, bought[i]) / all * stock[j] / x[j];
            }
        }
        Technique technique = technique()
                .withCapital(LabelledMatrix.of("Capital", sectors(), sectors(), Units.of(MONEY), SparseMatrix.of(k)));

        assertThat(technique.maximumRateOfProfit().value()).isCloseTo(0.5366988641447541, within(1e-11));
        PricesOfProduction prices = technique.pricesAtRate(0.1, Numeraire.total(output()));
        assertThat(prices.wage()).isCloseTo(53.16794591295553, within(1e-9));
        PriceDeviation deviation = PriceDeviation.ofTable(prices.perUnit(), output());
        assertThat(deviation.meanAbsoluteWeighted()).isCloseTo(0.24170236581893106, within(1e-11));
        assertThat(deviation.angleInDegrees()).isCloseTo(16.698934414265242, within(1e-9));
        // A wage in between gives back the rate.
        assertThat(technique
                        .pricesAtWage(prices.wage(), Numeraire.total(output()))
                        .rateOfProfit())
                .isCloseTo(0.1, within(1e-11));
    }
}
