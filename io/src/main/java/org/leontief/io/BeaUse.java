package org.leontief.io;

import java.util.List;
import java.util.regex.Pattern;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.Units;
import org.leontief.solve.SparseMatrix;

/** The parts of a use table of the BEA. */
record BeaUse(LabelledMatrix use, LabelledMatrix finalDemand, LabelledMatrix valueAdded) {

    static BeaUse of(
            CodedTable use, CodedTable supply, List<String> products, List<String> industries, SupplyUseNotes notes)
            throws CsvFormatException {
        requireSame("products", "row", use, use.rows(), supply, products, Bea.VALUE_ADDED);
        requireSame("industries", "column", use, use.columns(), supply, industries, Bea.FINAL_DEMAND);
        List<String> users = use.columns().stream()
                .filter(Bea.FINAL_DEMAND.asMatchPredicate())
                .toList();
        List<String> rows =
                use.rows().stream().filter(Bea.VALUE_ADDED.asMatchPredicate()).toList();
        return new BeaUse(
                use.part("Use", products, industries, Bea.UNIT),
                use.part("Final demand", products, users, Bea.UNIT),
                withoutSubsidies(use.part("Value added", rows, industries, Bea.UNIT), notes));
    }

    /** Every row or column must be in the other table, or of the kind that only a use table has. */
    static void requireSame(
            String what,
            String side,
            CodedTable use,
            List<String> codes,
            CodedTable supply,
            List<String> expected,
            Pattern beside)
            throws CsvFormatException {
        LabelList unknown = new LabelList();
        for (String code : codes) {
            if (!expected.contains(code)
                    && !Bea.isTotal(code)
                    && !Bea.TAXES_BY_PRODUCER.contains(code)
                    && !beside.matcher(code).matches()) {
                unknown.add(code);
            }
        }
        if (!unknown.isEmpty()) {
            throw use.fails("the " + side + "s " + unknown + " are neither among the " + what + " of "
                    + supply.name() + " nor anything else that a use table has. Maybe the two are of different"
                    + " levels of detail or years?");
        }
        LabelList missing = new LabelList();
        expected.stream().filter(code -> !codes.contains(code)).forEach(missing::add);
        if (!missing.isEmpty()) {
            throw use.fails("the " + what + " " + missing + " of " + supply.name()
                    + " are missing. Maybe the table is at purchasers' prices (PUR), which leave out trade? Take the"
                    + " one at producers' prices (PRO)");
        }
    }

    /** Other subsidies on production are stated as positive numbers and lower value added. */
    private static LabelledMatrix withoutSubsidies(LabelledMatrix stated, SupplyUseNotes notes) {
        if (!stated.rows().contains(Bea.OTHER_SUBSIDIES)
                || stated.row(Bea.OTHER_SUBSIDIES).total() == 0) {
            return stated;
        }
        int subsidies = stated.rows().indexOf(Bea.OTHER_SUBSIDIES);
        double[] sign = new double[stated.rows().size()];
        for (int i = 0; i < sign.length; i++) {
            sign[i] = i == subsidies ? -1 : 1;
        }
        SparseMatrix signed = stated.matrix().transpose().scaleColumns(sign).transpose();
        notes.add("Row '" + Bea.OTHER_SUBSIDIES
                + "', other subsidies on production, is subtracted: its numbers have the" + " other sign here.");
        return LabelledMatrix.of(stated.name(), stated.rows(), stated.columns(), Units.of(Bea.UNIT), signed);
    }
}
