package org.leontief.plan.years;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leontief.label.BoundedVector;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;

/**
 * Outputs that deliver given final demands and leave the stocks for a given output afterwards. They solve equations, and
 * need not be possible: {@link #negativeOutputs} and {@link #releasedCapital} say where they are not. Immutable.
 */
public final class BackwardSolution {

    private static final int NAMED = 5;

    private final DynamicLeontief model;
    private final Labels years;
    private final List<BoundedVector> outputs;
    private final LabelledVector afterwards;
    private final String certification;

    /** An industry in a year. */
    private record Place(Label year, Label product, double value) {}

    private BackwardSolution(
            DynamicLeontief model,
            Labels years,
            List<BoundedVector> outputs,
            LabelledVector afterwards,
            String certification) {
        this.model = model;
        this.years = years;
        this.outputs = List.copyOf(outputs);
        this.afterwards = afterwards;
        this.certification = certification;
    }

    static BackwardSolution of(
            DynamicLeontief model,
            Labels years,
            BackwardStep.Enclosed[] outputs,
            LabelledVector afterwards,
            String certification) {
        List<BoundedVector> bounded = new ArrayList<>();
        for (int t = 0; t < outputs.length; t++) {
            bounded.add(BoundedVector.of(
                    LabelledVector.of(
                            "Gross output in " + years.get(t), model.products(), model.units(), outputs[t].values),
                    outputs[t].bounds));
        }
        return new BackwardSolution(model, years, bounded, afterwards, certification);
    }

    /**
     * The years, the first first.
     *
     * @return their names
     */
    public Labels years() {
        return years;
    }

    /**
     * x(t).
     *
     * @param year its name
     * @return gross output, with bounds that cover what later years are off by
     * @throws org.leontief.label.UnknownLabelException if there is no such year, with the nearest
     */
    public BoundedVector output(String year) {
        return outputs.get(years.indexOf(year));
    }

    /**
     * B x(1): the stocks with which the first year has to begin.
     *
     * @return of each product, in its unit
     */
    public LabelledVector capitalAtStart() {
        return model.capitalFor(outputs.get(0).values()).named("Capital at the start");
    }

    /**
     * B (x(t+1) − x(t)): what a year adds to stocks.
     *
     * @param year its name
     * @return of each product; negative where stocks are released
     * @throws org.leontief.label.UnknownLabelException if there is no such year, with the nearest
     */
    public LabelledVector investment(String year) {
        int t = years.indexOf(year);
        LabelledVector next = t + 1 < outputs.size() ? outputs.get(t + 1).values() : afterwards;
        LabelledVector growth = next.minus(outputs.get(t).values());
        double[] added = model.capitalFor(growth).toArray();
        return LabelledVector.of("Investment in " + years.get(t), model.products(), model.units(), added);
    }

    /**
     * Whether no output is negative.
     *
     * @return false if demands and end cannot be had together from any start
     */
    public boolean isPossible() {
        return negative().isEmpty();
    }

    /**
     * Outputs below 0: the end is out of reach in this time, or demands fall faster than stocks can be used up.
     *
     * @return sentences by year and product, the first years first; empty if there are none
     */
    public List<String> negativeOutputs() {
        return negative().stream()
                .map(place -> "'" + place.product + "' in " + place.year + " is " + rounded(place.value) + " "
                        + model.units().get(model.products().indexOf(place.product)))
                .toList();
    }

    /**
     * Years in which an industry's output falls, so that the model takes its stocks away and uses them elsewhere. What is
     * built in cannot be taken away; a {@link YearsProblem} leaves it idle instead.
     *
     * @return sentences by year and industry; empty if there are none
     */
    public List<String> releasedCapital() {
        List<String> released = new ArrayList<>();
        for (int t = 0; t < outputs.size(); t++) {
            LabelledVector now = outputs.get(t).values();
            LabelledVector next = t + 1 < outputs.size() ? outputs.get(t + 1).values() : afterwards;
            for (int j = 0; j < now.size(); j++) {
                if (next.at(j) < now.at(j) - outputs.get(t).errorBoundAt(j) && model.takesCapital(j)) {
                    released.add("'" + model.products().get(j) + "' after " + years.get(t) + ": output falls from "
                            + rounded(now.at(j)) + " to " + rounded(next.at(j)));
                }
            }
        }
        return List.copyOf(released);
    }

    /**
     * What the bounds rest on, or why there are none.
     *
     * @return one sentence
     */
    public String certification() {
        return certification;
    }

    private List<Place> negative() {
        List<Place> places = new ArrayList<>();
        for (int t = 0; t < outputs.size(); t++) {
            for (int j = 0; j < model.products().size(); j++) {
                double value = outputs.get(t).at(j);
                if (value + outputs.get(t).errorBoundAt(j) < 0) {
                    places.add(new Place(years.get(t), model.products().get(j), value));
                }
            }
        }
        return places;
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }

    /** Years, and what cannot be. */
    @Override
    public String toString() {
        List<String> negative = negativeOutputs();
        List<String> released = releasedCapital();
        return "Outputs of " + years.size() + " years"
                + (negative.isEmpty() ? "" : "; impossible: " + first(negative))
                + (released.isEmpty() ? "" : "; capital is released: " + first(released))
                + ". " + certification;
    }

    private static String first(List<String> sentences) {
        String some = sentences.stream().limit(NAMED).collect(Collectors.joining(", "));
        return sentences.size() > NAMED ? some + " and " + (sentences.size() - NAMED) + " more" : some;
    }
}
