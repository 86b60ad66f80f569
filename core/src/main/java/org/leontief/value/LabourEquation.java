package org.leontief.value;

import java.util.ArrayList;
import java.util.List;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;
import org.leontief.solve.MatrixSum;
import org.leontief.solve.Solution;
import org.leontief.solve.SolveOptions;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.StopReason;
import org.leontief.technology.AlignedInputs;
import org.leontief.technology.SolutionRequirement;
import org.leontief.technology.TechnicalCoefficients;

/**
 * The system behind labour values: the technology with depreciation, imports made at home, and a sector for whatever else is
 * replaced by products (imports by exports, fixed capital by investment). One system, solved and certified as any other.
 */
final class LabourEquation {

    static final String IMPORTS = "Imports paid for by exports";
    static final String FIXED_CAPITAL = "Replacement of fixed capital";

    private static final SolutionRequirement VALUES = new SolutionRequirement(
            "there are no labour values, or no single ones",
            "Labour values of it do not exist: the equations have no solution, or a negative one that measures no labour.");

    private final TechnicalCoefficients economy;
    private final TechnicalCoefficients closed;

    private final RoundedSystem rounded;

    private LabourEquation(TechnicalCoefficients economy, TechnicalCoefficients closed, SparseMatrix errors) {
        this.economy = economy;
        this.closed = closed;
        rounded = new RoundedSystem(closed.system(), closed.matrix().matrix(), errors);
    }

    static LabourEquation of(TechnicalCoefficients economy, LabourAccount account) {
        List<SparseMatrix> inputs = new ArrayList<>();
        inputs.add(economy.matrix().matrix());
        if (account.depreciation() != null) {
            inputs.add(AlignedInputs.of(account.depreciation(), economy));
        }
        List<BorderedMatrix.Sector> sectors = new ArrayList<>();
        if (account.replacement() != null) {
            sectors.add(fixedCapital(economy, account.replacement()));
        }
        account.imports().ifPresent(imports -> {
            switch (imports.kind()) {
                case AS_PRODUCED_AT_HOME -> inputs.add(imports.inputs().matrix(economy));
                case PAID_FOR_BY_EXPORTS -> sectors.add(paidImports(economy, imports));
                case KEPT_APART -> {}
            }
        });
        if (inputs.size() == 1 && sectors.isEmpty()) {
            return new LabourEquation(economy, economy, SparseMatrix.zeros(sizeOf(economy), sizeOf(economy)));
        }
        double[][] among = new double[sectors.size()][sectors.size()];
        return bordered(economy, MatrixSum.of(inputs), MatrixSum.errors(inputs), sectors, among);
    }

    private static int sizeOf(TechnicalCoefficients economy) {
        return economy.industries().size();
    }

    /** With a sector for each grade, of which every product takes its hours, and which takes what its training took. */
    LabourEquation trained(List<BorderedMatrix.Sector> grades, double[][] training) {
        List<BorderedMatrix.Sector> padded =
                grades.stream().map(grade -> grade.padded(size())).toList();
        return bordered(closed, closed.matrix().matrix(), rounded.errors(), padded, training);
    }

    private static LabourEquation bordered(
            TechnicalCoefficients economy,
            SparseMatrix core,
            SparseMatrix errors,
            List<BorderedMatrix.Sector> sectors,
            double[][] among) {
        List<Label> labels = new ArrayList<>(economy.industries().asList());
        List<String> units = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            units.add(economy.units().get(i));
        }
        for (BorderedMatrix.Sector sector : sectors) {
            labels.add(Label.of(sector.name()));
            units.add("1");
        }
        TechnicalCoefficients closed = TechnicalCoefficients.of(
                Labels.ofLabels(labels),
                Units.perLabel(units),
                sectors.isEmpty() ? core : BorderedMatrix.bordered(core, sectors, among));
        double[][] none = new double[sectors.size()][sectors.size()];
        List<BorderedMatrix.Sector> ofSectors =
                sectors.stream().map(BorderedMatrix.Sector::errors).toList();
        return new LabourEquation(economy, closed, BorderedMatrix.bordered(errors, ofSectors, none));
    }

    /** A unit of imports takes exports e / V. */
    private static BorderedMatrix.Sector paidImports(TechnicalCoefficients economy, ImportTreatment imports) {
        LabelledVector exports = imports.exports().alignedTo(economy.industries(), economy.units());
        return new BorderedMatrix.Sector(
                IMPORTS,
                RoundedNumbers.quotients(exports.toArray(), imports.valueOfImports()),
                imports.inputs().rounded(economy));
    }

    /** A unit of fixed capital used up takes the goods in a unit of investment. */
    private static BorderedMatrix.Sector fixedCapital(
            TechnicalCoefficients economy, LabourAccount.Replacement replacement) {
        LabelledVector investment = replacement.investment().alignedTo(economy.industries(), economy.units());
        String row = replacement.row();
        LabelledVector used = economy.extension(row, "row of fixed capital used up");
        String unit =
                economy.extensions().rowUnits().get(economy.extensions().rows().indexOf(row));
        if (!unit.equals(economy.units().common())) {
            throw new IllegalArgumentException("'" + row + "' is in " + unit + ", investment in " + economy.units()
                    + ". Convert it first; units are never mixed silently.");
        }
        for (int j = 0; j < used.size(); j++) {
            if (used.at(j) < 0) {
                throw new IllegalArgumentException("'" + row + "' of '"
                        + used.labels().get(j) + "' is " + used.at(j) + " per unit of output; depreciation cannot be"
                        + " negative.");
            }
        }
        return new BorderedMatrix.Sector(
                FIXED_CAPITAL,
                RoundedNumbers.quotients(investment.toArray(), investment.total()),
                RoundedNumbers.exact(used.toArray()));
    }

    /** y = y (A + …) + row for each row over the industries, or over all sectors of the system. */
    List<EnclosedSolution> values(List<RoundedNumbers> rows, SolveOptions options) {
        List<RoundedNumbers> padded =
                rows.stream().map(row -> row.padded(size())).toList();
        return rounded.solve(padded, true, options, this::requireSolved);
    }

    /** x = (A + …) x + d. */
    EnclosedSolution outputs(double[] demand, SolveOptions options) {
        RoundedNumbers padded = RoundedNumbers.exact(demand).padded(size());
        return rounded.solve(List.of(padded), false, options, this::requireSolved)
                .get(0);
    }

    private void requireSolved(Solution solution) {
        if (solution.report().stop() == StopReason.NOT_VIABLE) {
            // Whoever is to blame in the economy itself is named before what the account adds to it.
            economy.viability().requireViable(VALUES.consequence());
        }
        VALUES.requireConverged(closed, solution);
    }

    /** The technology without what the account adds to it. */
    TechnicalCoefficients economy() {
        return economy;
    }

    /** A + … with its sectors. */
    SparseMatrix matrix() {
        return closed.matrix().matrix();
    }

    /** The same with how far its entries may be from the exact sums and quotients. */
    RoundedSystem rounded() {
        return rounded;
    }

    Labels sectors() {
        return closed.industries();
    }

    int size() {
        return closed.industries().size();
    }
}
