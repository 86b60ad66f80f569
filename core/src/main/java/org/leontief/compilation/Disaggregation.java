package org.leontief.compilation;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.leontief.label.Label;
import org.leontief.label.Labels;
import org.leontief.table.InputOutputTable;

/**
 * Divides one sector of a table into several, by shares of output and by whatever more is known of them.
 *
 * <p>Part k of sector s has the output w_k x_s. Where nothing else is given it has the recipe and the pattern of sales of s. A recipe
 * gives inputs per unit of the part's output; sales give the part's share of what a user takes of s. All that is not given is
 * adjusted biproportionally, so that the parts of every flow add up to it and every part to its output: aggregated again, the
 * table is the one before. Source: S. Lindner, J. Legault and D. Guan, "Disaggregating input-output models with incomplete
 * information", Economic Systems Research 24 (2012). Immutable.
 */
public final class Disaggregation {

    private static final double SHARES_TOLERANCE = 1e-9;

    private final String sector;
    private final Map<String, Double> shares;
    private final Map<String, Map<String, Double>> recipes;
    /** By whom the users are looked for among, then by part. */
    private final Map<SalesTo, Map<String, Map<String, Double>>> sales;

    private Disaggregation(
            String sector,
            Map<String, Double> shares,
            Map<String, Map<String, Double>> recipes,
            Map<SalesTo, Map<String, Map<String, Double>>> sales) {
        this.sector = sector;
        this.shares = shares;
        this.recipes = recipes;
        this.sales = sales;
    }

    /**
     * Begins with the sector that shall be divided; its parts follow by {@link #into}.
     *
     * @param sector its name, or region and name as one text
     * @return a disaggregation without parts
     */
    public static Disaggregation of(String sector) {
        return new Disaggregation(sector, Map.of(), Map.of(), Map.of());
    }

    /**
     * The same with one more part. The shares of all parts add up to 1 in the end.
     *
     * @param part its name; the region is that of the sector
     * @param shareOfOutput its share in the output of the sector, above 0
     * @return a new disaggregation
     * @throws IllegalArgumentException if the share is not between 0 and 1, or the part is there already
     */
    public Disaggregation into(String part, double shareOfOutput) {
        if (!(shareOfOutput > 0 && shareOfOutput <= 1)) {
            throw new IllegalArgumentException("The share of '" + part + "' in the output of '" + sector + "' is "
                    + shareOfOutput + "; it is above 0 and not above 1.");
        }
        Map<String, Double> more = new LinkedHashMap<>(shares);
        if (more.put(part, shareOfOutput) != null) {
            throw new IllegalArgumentException("'" + part + "' is a part of '" + sector + "' already.");
        }
        return new Disaggregation(sector, more, recipes, sales);
    }

    /**
     * The same with inputs of a part that are known.
     *
     * @param part one of the parts
     * @param inputs amounts per unit of the part's output, of sectors (the parts among them), rows of value added and extensions;
     *     what is not named is not known
     * @return a new disaggregation
     * @throws org.leontief.label.UnknownLabelException if there is no such part yet
     */
    public Disaggregation withRecipe(String part, Map<String, Double> inputs) {
        inputs.forEach((input, amount) -> {
            if (!Double.isFinite(amount)) {
                throw new IllegalArgumentException("The recipe of '" + part + "' takes " + amount + " of '" + input
                        + "'; a finite number is needed. Leave out what is not known.");
            }
        });
        return new Disaggregation(sector, shares, with(recipes, part, inputs), sales);
    }

    /**
     * The same with sales of a part that are known.
     *
     * @param part one of the parts
     * @param users the part's share in what each user (sector or category of final demand) takes of the sector, from 0 to 1; who is not
     *     named is not known. A name that both have is refused in the end: see {@link #withSalesToIndustries} and
     *     {@link #withSalesToFinalUsers}
     * @return a new disaggregation
     * @throws org.leontief.label.UnknownLabelException if there is no such part yet
     */
    public Disaggregation withSales(String part, Map<String, Double> users) {
        return withSales(SalesTo.ANYONE, part, users);
    }

    /**
     * The same with sales of a part to industries that are known.
     *
     * @param part one of the parts
     * @param industries the part's share in what each industry takes of the sector, from 0 to 1
     * @return a new disaggregation
     * @throws org.leontief.label.UnknownLabelException if there is no such part yet
     */
    public Disaggregation withSalesToIndustries(String part, Map<String, Double> industries) {
        return withSales(SalesTo.INDUSTRIES, part, industries);
    }

    /**
     * The same with sales of a part to final users that are known.
     *
     * @param part one of the parts
     * @param categories the part's share in what each category of final demand takes of the sector, from 0 to 1
     * @return a new disaggregation
     * @throws org.leontief.label.UnknownLabelException if there is no such part yet
     */
    public Disaggregation withSalesToFinalUsers(String part, Map<String, Double> categories) {
        return withSales(SalesTo.FINAL_USERS, part, categories);
    }

    private Disaggregation withSales(SalesTo among, String part, Map<String, Double> users) {
        users.forEach((user, share) -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("The share of '" + part + "' in what '" + user + "' takes of '"
                        + sector + "' is " + share + "; a share is from 0 to 1.");
            }
        });
        Map<SalesTo, Map<String, Map<String, Double>>> more = new EnumMap<>(SalesTo.class);
        more.putAll(sales);
        more.put(among, with(sales.getOrDefault(among, Map.of()), part, users));
        return new Disaggregation(sector, shares, recipes, more);
    }

    private Map<String, Map<String, Double>> with(
            Map<String, Map<String, Double>> known, String part, Map<String, Double> amounts) {
        Labels parts = Labels.of(List.copyOf(shares.keySet()));
        Map<String, Map<String, Double>> more = new LinkedHashMap<>(known);
        more.put(parts.get(parts.indexOf(part)).name(), new LinkedHashMap<>(amounts));
        return more;
    }

    /**
     * The table with the parts in the place of the sector.
     *
     * @param table holds the sector
     * @return a new table; imported products and final users' own extensions stay as they are
     * @throws org.leontief.label.UnknownLabelException if the sector, an input or a user is not known, with the nearest
     * @throws IllegalArgumentException if the shares do not add up to 1, a name stands for two users or two inputs, or what is given
     *     is more than the table has, or cannot be brought together with the shares
     */
    public InputOutputTable apply(InputOutputTable table) {
        double sum = shares.values().stream().mapToDouble(share -> share).sum();
        if (Math.abs(sum - 1) > SHARES_TOLERANCE) {
            throw new IllegalArgumentException("The shares of output in '" + sector + "' are " + shares
                    + "; they must add up to 1, not " + sum + ".");
        }
        return new DisaggregationRun(this, table).compute();
    }

    /**
     * The concordance that leads back.
     *
     * @param table the table that was divided
     * @return from the parts and the other sectors to the sectors of the table
     * @throws org.leontief.label.UnknownLabelException if the sector is not known, with the nearest
     */
    public Concordance back(InputOutputTable table) {
        Label whole = table.industries().get(table.industries().indexOf(sector));
        return Concordance.of(labels(table.industries()), label -> parts(whole).contains(label) ? whole : label);
    }

    String sector() {
        return sector;
    }

    Map<String, Double> shares() {
        return shares;
    }

    Map<String, Map<String, Double>> recipes() {
        return recipes;
    }

    Map<SalesTo, Map<String, Map<String, Double>>> sales() {
        return sales;
    }

    /** The parts under the region of the whole. */
    List<Label> parts(Label whole) {
        return shares.keySet().stream()
                .map(part -> new Label(whole.region(), part))
                .toList();
    }

    /** The sectors with the parts in the place of the whole. */
    Labels labels(Labels sectors) {
        Label whole = sectors.get(sectors.indexOf(sector));
        return Labels.ofLabels(sectors.asList().stream()
                .flatMap(label -> label.equals(whole) ? parts(whole).stream() : List.of(label).stream())
                .toList());
    }

    /** The sector and the shares. */
    @Override
    public String toString() {
        return "'" + sector + "' divided into "
                + shares.entrySet().stream()
                        .map(part -> part.getKey() + " (" + part.getValue() + ")")
                        .collect(Collectors.joining(", "));
    }
}
