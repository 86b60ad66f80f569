package org.leontief.plan;

import java.util.Optional;
import org.leontief.optimisation.LinearSolution;
import org.leontief.optimisation.ProgrammeOptions;
import org.leontief.optimisation.ProgrammeStatus;

/** For which amounts the prices of a plan hold. */
final class PlanRanges {

    private static final String NO_BASIS = "how far it holds is not known: the solver ended without a basis";
    private static final String NOT_OPTIMAL = "how far it holds is not known: the solver stopped before the best plan";

    private final String note;

    PlanRanges(PlanProgramme programme, LinearSolution solution, ProgrammeOptions options) {
        boolean isBest = solution.status() == ProgrammeStatus.OPTIMAL && options.tolerance() > 0;
        note = isBest && programme.programme().rows() >= 0 ? NO_BASIS : NOT_OPTIMAL;
    }

    ShadowPrice ofRow(String of, double worth, String unit, double amount, String amountUnit, int row) {
        return new ShadowPrice(of, worth, unit, amount, amountUnit, Optional.empty(), row < 0 ? "" : note);
    }

    ShadowPrice ofProduct(String of, double worth, String unit, double stock, String stockUnit, int product) {
        return ofRow(of, worth, unit, stock, stockUnit, product);
    }

    ShadowPrice ofColumn(String of, double worth, String unit, double amount, String amountUnit, int column) {
        return new ShadowPrice(of, worth, unit, amount, amountUnit, Optional.empty(), column < 0 ? "" : note);
    }
}
