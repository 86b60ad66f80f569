package org.leontief.technology;

import java.util.List;
import org.leontief.label.Label;
import org.leontief.label.LabelledVector;
import org.leontief.label.Listing;
import org.leontief.label.Units;
import org.leontief.solve.RadiusProof;

/**
 * Whether an economy can reproduce itself, with the proof.
 *
 * <p>Viable: gross outputs v &gt; 0 of which every industry keeps a surplus after all inputs are replaced, v − |A| v &gt; 0.
 * Then every final demand can be met (D. Hawkins and H. A. Simon, Econometrica 17, 1949; Miller and Blair 2009, section
 * 2.2.2). Not viable: a group of industries that depend on one another, and activity levels w at which the group uses up
 * at least as much of each of its own products as it makes, A w ≥ w; or prices w at which inputs from the group cost each
 * of its industries at least what its product fetches, wᵀ A ≥ wᵀ. Anyone can check either with one multiplication. A
 * column sum above 1 does not make an economy unviable: units may be mixed, and other columns may make up for it.
 */
public final class Viability {

    private final TechnicalCoefficients coefficients;
    private final RadiusProof proof;

    private Viability(TechnicalCoefficients coefficients, RadiusProof proof) {
        this.coefficients = coefficients;
        this.proof = proof;
    }

    static Viability of(TechnicalCoefficients coefficients) {
        return new Viability(coefficients, coefficients.system().radiusProof());
    }

    /**
     * Whether it is proved that every final demand can be met.
     *
     * @return false if the opposite is proved, or nothing is
     */
    public boolean isViable() {
        return proof.verdict() == RadiusProof.Verdict.BELOW_ONE;
    }

    /**
     * What is proved: ρ(|A|) below 1, ρ(A) at least 1, or neither.
     *
     * @return the verdict
     */
    public RadiusProof.Verdict verdict() {
        return proof.verdict();
    }

    /**
     * Demands a viable economy.
     *
     * @throws NotViableException if the opposite is proved, or nothing is; the message names the group
     */
    public void requireViable() {
        requireViable("");
    }

    /**
     * Demands a viable economy, and says what it is needed for.
     *
     * @param consequence a sentence added to the message: what does not exist otherwise
     * @throws NotViableException if the opposite is proved, or nothing is; the message names the group
     */
    public void requireViable(String consequence) {
        if (!isViable()) {
            throw new NotViableException(this, consequence);
        }
    }

    /**
     * The vector that proves it: v for a viable economy, w (0 outside the group) for one that is not.
     *
     * @return outputs in the units of the products, or prices where {@link #side()} says so
     * @throws IllegalStateException if nothing is proved
     */
    public LabelledVector proof() {
        if (proof.verdict() == RadiusProof.Verdict.UNDECIDED) {
            throw new IllegalStateException("Nothing is proved: " + proof.explanation() + ".");
        }
        boolean prices = side() == RadiusProof.Side.PRICES;
        return LabelledVector.of(
                prices ? "Prices w with wᵀ A ≥ wᵀ" : isViable() ? "Outputs v with v > |A| v" : "Levels w with A w ≥ w",
                coefficients.industries(),
                prices ? Units.of("price") : coefficients.units(),
                proof.vector());
    }

    /**
     * Whether w is a vector of activity levels or of prices.
     *
     * @return the side
     */
    public RadiusProof.Side side() {
        return proof.side();
    }

    /**
     * The industries that use up what they make.
     *
     * @return their labels; empty unless it is proved that the economy is not viable
     */
    public List<Label> group() {
        return proof.group().stream().map(coefficients.industries()::get).toList();
    }

    /**
     * The finding in words, with the industries named.
     *
     * @return one or two sentences
     */
    public String explanation() {
        return switch (proof.verdict()) {
            case BELOW_ONE ->
                "The economy is viable: there are outputs of which every industry keeps a surplus"
                        + " after all inputs are replaced.";
            case AT_LEAST_ONE ->
                "The economy is not viable: " + Listing.quoted(group())
                        + (group().size() == 1
                                ? " uses up at least as much of its own product as it makes"
                                : proof.side() == RadiusProof.Side.QUANTITIES
                                        ? " together use up at least as much of their own products as they make"
                                        : " cannot sell at prices that cover their inputs from one another")
                        + " (spectral radius at least 1).";
            case UNDECIDED -> "It could not be proved that the economy is viable: " + proof.explanation() + ".";
        };
    }

    /** The explanation. */
    @Override
    public String toString() {
        return explanation();
    }
}
