package org.leontief.region;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leontief.label.Bounded;
import org.leontief.label.BoundedSum;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.quantity.GrossOutputPlan;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;

/**
 * The footprint of the final users of one region, in parts: m y + F_Y = Σ_i s_i (L y)_i + F_Y = Σ_j m_j y_j + F_Y.
 *
 * <p>By source (who emits) it takes x = L y, one solve, made when first asked for; by product (what the final users got) the
 * multipliers are enough. Parts by source, and parts by product, add up to the footprint without direct use, each within
 * their bounds. In the unit of the extension. Immutable.
 */
public final class RegionalFootprint {

    private final RegionalEconomy economy;
    private final RegionalAccounts accounts;
    private final Stressor stressor;
    private final int region;
    private @Nullable BoundedVector bySource;

    RegionalFootprint(RegionalEconomy economy, RegionalAccounts accounts, Stressor stressor, int region) {
        this.economy = economy;
        this.accounts = accounts;
        this.stressor = stressor;
        this.region = region;
    }

    /**
     * Whose footprint.
     *
     * @return the name of the region
     */
    public String region() {
        return economy.partition().name(region);
    }

    /**
     * All of it, direct use included.
     *
     * @return with its bound
     */
    public Bounded total() {
        return Bounded.of(accounts.consumption(), region);
    }

    /**
     * What is embodied in the products that final users got.
     *
     * @return with its bound
     */
    public Bounded embodied() {
        return accounts.embodiedIn(region);
    }

    /**
     * What final users emit or use themselves.
     *
     * @return with the bound of its sum
     */
    public Bounded direct() {
        return Bounded.of(accounts.direct(), region);
    }

    /**
     * Where it is emitted, by region and industry.
     *
     * @return over all industries, with bounds; without direct use
     */
    public synchronized BoundedVector bySource() {
        BoundedVector made = bySource;
        if (made == null) {
            BoundedVector outputs = GrossOutputPlan.of(
                            economy.coefficients(), economy.demandOf(region), economy.options())
                    .requireConverged()
                    .grossOutput();
            Bounded[] amounts = new Bounded[outputs.labels().size()];
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = new BoundedSum()
                        .addProduct(stressor.perUnit().at(i), outputs, i)
                        .total();
            }
            made = BoundedVector.of(name("by source"), outputs.labels(), accounts.units(), j -> amounts[j]);
            bySource = made;
        }
        return made;
    }

    /**
     * Where it is emitted, by region.
     *
     * @return over all regions, with bounds; without direct use
     */
    public BoundedVector bySourceRegion() {
        BoundedSum[] sums = BoundedSum.zeros(economy.partition().count());
        for (int i = 0; i < bySource().labels().size(); i++) {
            sums[economy.partition().ofIndustry(i)].add(bySource(), i);
        }
        return BoundedVector.of(
                name("by source region"), economy.partition().names(), accounts.units(), r -> sums[r].total());
    }

    /**
     * Which industries emit it, wherever they are: industries of the same name are added up.
     *
     * @return by name of the industry, with bounds; without direct use
     */
    public BoundedVector bySourceSector() {
        return byName("by source sector", bySource());
    }

    /**
     * In which products it is, by the region that made them last.
     *
     * @return m_j y_j over all products, with bounds; without direct use
     */
    public BoundedVector byProduct() {
        LabelledVector demand = economy.demandOf(region);
        Bounded[] amounts = new Bounded[demand.size()];
        for (int j = 0; j < amounts.length; j++) {
            amounts[j] = new BoundedSum()
                    .addProduct(demand.at(j), accounts.multipliers(), j)
                    .total();
        }
        return BoundedVector.of(name("by product"), demand.labels(), accounts.units(), j -> amounts[j]);
    }

    /**
     * In which products it is, wherever they were made: products of the same name are added up.
     *
     * @return by name of the product, with bounds; without direct use
     */
    public BoundedVector byProductName() {
        return byName("by product", byProduct());
    }

    /**
     * In which products what was emitted elsewhere is: products of the same name are added up, whether they were made last at
     * home or abroad.
     *
     * @return by name of the product, with bounds; they add up to {@link RegionalAccounts#imports()}
     */
    public BoundedVector importedByProductName() {
        LabelledVector demand = economy.demandOf(region);
        List<BoundedVector> sources = accounts.multipliersBySource();
        Bounded[] amounts = new Bounded[demand.size()];
        for (int j = 0; j < amounts.length; j++) {
            BoundedSum sum = new BoundedSum();
            for (int q = 0; q < sources.size(); q++) {
                if (q != region) {
                    sum.addProduct(demand.at(j), sources.get(q), j);
                }
            }
            amounts[j] = sum.total();
        }
        return byName(
                "imported, by product",
                BoundedVector.of("imported", demand.labels(), accounts.units(), j -> amounts[j]));
    }

    /**
     * Where it is emitted and in which product it arrives: Σ_{i in q} s_i L_ij y_j.
     *
     * @return source regions × products, without bounds; one transposed solve for each region, shared by all footprints of
     *     the accounts
     */
    public LabelledMatrix bySourceRegionAndProduct() {
        LabelledVector demand = economy.demandOf(region);
        List<BoundedVector> sources = accounts.multipliersBySource();
        SparseMatrixBuilder amounts = SparseMatrix.builder(sources.size(), demand.size());
        for (int q = 0; q < sources.size(); q++) {
            for (int j = 0; j < demand.size(); j++) {
                amounts.add(q, j, sources.get(q).at(j) * demand.at(j));
            }
        }
        return LabelledMatrix.of(
                name("by source region and product"),
                economy.partition().names(),
                demand.labels(),
                accounts.units(),
                amounts.build());
    }

    /**
     * Whose consumption it is, direct use included.
     *
     * @return over the categories of final demand of this region, with bounds
     */
    public BoundedVector byCategory() {
        BoundedVector all = accounts.consumptionByCategory();
        List<Label> labels = new ArrayList<>();
        List<Bounded> amounts = new ArrayList<>();
        for (int c = 0; c < all.labels().size(); c++) {
            if (economy.partition().ofCategory(c) == region) {
                labels.add(all.labels().get(c));
                amounts.add(Bounded.of(all, c));
            }
        }
        return BoundedVector.of(name("by category"), Labels.ofLabels(labels), accounts.units(), amounts::get);
    }

    private BoundedVector byName(String how, BoundedVector parts) {
        Set<String> names = new LinkedHashSet<>();
        parts.labels().forEach(label -> names.add(label.name()));
        Labels labels = Labels.of(List.copyOf(names));
        BoundedSum[] sums = BoundedSum.zeros(labels.size());
        for (int i = 0; i < parts.labels().size(); i++) {
            sums[labels.indexOf(Label.of(parts.labels().get(i).name()))].add(parts, i);
        }
        return BoundedVector.of(name(how), labels, accounts.units(), r -> sums[r].total());
    }

    private String name(String how) {
        return accounts.name() + " for " + region() + ", " + how;
    }

    /** Region, total and unit. */
    @Override
    public String toString() {
        return accounts.name() + " for " + region() + ": " + total() + " " + accounts.unit();
    }
}
