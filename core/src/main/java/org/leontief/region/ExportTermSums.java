package org.leontief.region;

import static org.leontief.region.ExportTerm.DOMESTIC_ABSORBED_BY_IMPORTERS;
import static org.leontief.region.ExportTerm.DOMESTIC_DOUBLE_COUNTED;
import static org.leontief.region.ExportTerm.DOMESTIC_IN_FINAL_EXPORTS;
import static org.leontief.region.ExportTerm.DOMESTIC_REEXPORTED_TO_OTHERS;
import static org.leontief.region.ExportTerm.DOMESTIC_RETURNED_IN_FINAL_IMPORTS;
import static org.leontief.region.ExportTerm.DOMESTIC_RETURNED_IN_INTERMEDIATE_IMPORTS;
import static org.leontief.region.ExportTerm.FOREIGN_DOUBLE_COUNTED;
import static org.leontief.region.ExportTerm.FOREIGN_IN_FINAL_EXPORTS;
import static org.leontief.region.ExportTerm.FOREIGN_IN_INTERMEDIATE_EXPORTS;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.label.Units;

/**
 * Adds up the nine parts of gross exports from multipliers by source (rows V_s B_s·) and outputs L_rr Y_rr and L_rr E_r of
 * regions alone: no inverse is formed.
 */
final class ExportTermSums {

    private final RegionalEconomy economy;
    private final Regions regions;
    private final List<BoundedVector> bySource;
    private final double[] exports;

    /** By exporter. */
    private final Map<ExportTerm, BoundedSum[]> sums = new EnumMap<>(ExportTerm.class);

    /** Σ_{t≠s} V_t B_ts at each industry of s. */
    private final Bounded[] foreign;

    ExportTermSums(RegionalEconomy economy, RegionalAccounts valueAdded, RegionalTrade trade) {
        this.economy = economy;
        regions = economy.partition();
        exports = trade.exportsByIndustry();
        bySource = valueAdded.multipliersBySource();
        for (ExportTerm term : ExportTerm.values()) {
            sums.put(term, BoundedSum.zeros(regions.count()));
        }
        foreign = new Bounded[economy.coefficients().industries().size()];
        for (int i = 0; i < foreign.length; i++) {
            BoundedSum others = new BoundedSum();
            for (int t = 0; t < bySource.size(); t++) {
                if (t != regions.ofIndustry(i)) {
                    others.add(bySource.get(t), i);
                }
            }
            foreign[i] = others.total();
        }
    }

    /** One array over the exporters for every term. */
    Map<ExportTerm, BoundedSum[]> compute() {
        economy.finalDemand().matrix().forEach(this::addFinalProduct);
        addIntermediates();
        return sums;
    }

    private BoundedSum sum(ExportTerm term, int exporter) {
        return Objects.requireNonNull(sums.get(term))[exporter];
    }

    /** Of industry i for final users of a region: exported by its own region, or made abroad with exports of others. */
    private void addFinalProduct(int i, int user, double amount) {
        int maker = regions.ofIndustry(i);
        if (user != maker) {
            sum(DOMESTIC_IN_FINAL_EXPORTS, maker).addProduct(amount, bySource.get(maker), i);
            sum(FOREIGN_IN_FINAL_EXPORTS, maker).addProduct(amount, foreign[i]);
        }
        for (int s = 0; s < regions.count(); s++) {
            if (s != maker) {
                ExportTerm term = user == maker
                        ? DOMESTIC_ABSORBED_BY_IMPORTERS
                        : user == s ? DOMESTIC_RETURNED_IN_FINAL_IMPORTS : DOMESTIC_REEXPORTED_TO_OTHERS;
                sum(term, s).addProduct(amount, bySource.get(s), i);
            }
        }
    }

    private void addIntermediates() {
        int n = foreign.length;
        Bounded[] forHome = new Bounded[n];
        Bounded[] forExport = new Bounded[n];
        for (int r = 0; r < regions.count(); r++) {
            solveAlone(r, forHome, forExport);
        }
        BoundedSum[] usedForHome = BoundedSum.zeros(n);
        BoundedSum[] usedForExport = BoundedSum.zeros(n);
        BoundedSum[] returning = BoundedSum.zeros(n);
        economy.coefficients().matrix().matrix().forEach((i, j, a) -> {
            if (regions.ofIndustry(i) != regions.ofIndustry(j)) {
                usedForHome[i].addProduct(a, forHome[j]);
                usedForExport[i].addProduct(a, forExport[j]);
                returning[j].addProduct(a, bySource.get(regions.ofIndustry(j)), i);
            }
        });
        for (int i = 0; i < n; i++) {
            int s = regions.ofIndustry(i);
            Bounded home = returning[i].total();
            sum(DOMESTIC_RETURNED_IN_INTERMEDIATE_IMPORTS, s).addProduct(home, forHome[i]);
            sum(DOMESTIC_DOUBLE_COUNTED, s).addProduct(home, forExport[i]);
            sum(FOREIGN_IN_INTERMEDIATE_EXPORTS, s).addProduct(foreign[i], usedForHome[i].total());
            sum(FOREIGN_DOUBLE_COUNTED, s).addProduct(foreign[i], usedForExport[i].total());
        }
    }

    /** L_rr Y_rr and L_rr E_r, put to the places of the region's industries. */
    private void solveAlone(int r, Bounded[] forHome, Bounded[] forExport) {
        int[] places = regions.places(r);
        if (places.length == 0) {
            return;
        }
        LabelledVector delivered = economy.demandOf(r);
        double[] toUsers = new double[places.length];
        double[] abroad = new double[places.length];
        for (int k = 0; k < places.length; k++) {
            toUsers[k] = delivered.at(places[k]);
            abroad[k] = exports[places[k]];
        }
        Labels own = regions.labels(places);
        Units units = economy.unitsOf(r);
        List<BoundedVector> outputs = InterregionalFeedback.alone(
                economy,
                r,
                List.of(
                        LabelledVector.of("Final demand at home", own, units, toUsers),
                        LabelledVector.of("Exports", own, units, abroad)));
        for (int k = 0; k < places.length; k++) {
            forHome[places[k]] = Bounded.of(outputs.get(0), k);
            forExport[places[k]] = Bounded.of(outputs.get(1), k);
        }
    }
}
