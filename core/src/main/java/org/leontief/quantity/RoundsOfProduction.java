package org.leontief.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.leontief.label.LabelledMatrix;
import org.leontief.label.LabelledVector;
import org.leontief.label.Labels;
import org.leontief.solve.MemoryLimitException;
import org.leontief.solve.RadiusProof;
import org.leontief.solve.SparseMatrix;
import org.leontief.solve.SparseMatrixBuilder;
import org.leontief.technology.TechnicalCoefficients;

/**
 * The power series x = d + A d + A² d + …, round by round: round 0 is final demand, round k what has to be produced so that
 * round k − 1 can be. Source: Miller and Blair 2009, section 2.4. Immutable.
 */
public final class RoundsOfProduction {

    private final TechnicalCoefficients coefficients;
    private final List<double[]> rounds;

    private RoundsOfProduction(TechnicalCoefficients coefficients, List<double[]> rounds) {
        this.coefficients = coefficients;
        this.rounds = rounds;
    }

    /**
     * Computes rounds.
     *
     * @param coefficients the technology
     * @param demand final demand, joined by label
     * @param count how many rounds, round 0 included; at least 1
     * @return the rounds
     * @throws org.leontief.label.UnknownLabelException if the labels of the demand do not match
     * @throws IllegalArgumentException if count is below 1, the units differ, or a product is demanded that has no recipe
     */
    public static RoundsOfProduction of(TechnicalCoefficients coefficients, LabelledVector demand, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + "; at least one round is needed.");
        }
        MemoryLimitException.require(
                count + " rounds of production",
                8.0 * (count + 1.0) * coefficients.industries().size(),
                "Ask for fewer: the remainder bound says how much they leave out.");
        LabelledVector d = ProducibleDemand.of(coefficients, demand);
        List<double[]> rounds = new ArrayList<>();
        rounds.add(d.toArray());
        // One more than asked for: it is what the remainder starts with.
        for (int k = 1; k <= count; k++) {
            rounds.add(coefficients.matrix().matrix().multiply(rounds.get(k - 1)));
        }
        return new RoundsOfProduction(coefficients, rounds);
    }

    /**
     * How many rounds were computed.
     *
     * @return as asked for
     */
    public int count() {
        return rounds.size() - 1;
    }

    /**
     * One round, Aᵏ d.
     *
     * @param k its number, from 0
     * @return what the round produces
     */
    public LabelledVector round(int k) {
        return vector("Round " + k, rounds.get(within(k)));
    }

    /**
     * The sum of rounds 0 to k.
     *
     * @param k number of the last round added
     * @return what they produce together
     */
    public LabelledVector cumulative(int k) {
        double[] sum = new double[coefficients.industries().size()];
        for (int r = 0; r <= within(k); r++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += rounds.get(r)[i];
            }
        }
        return vector("Rounds 0 to " + k, sum);
    }

    /**
     * How much all later rounds can still add, by industry: with v &gt; 0 and u = v − |A| v &gt; 0, the sum of all rounds
     * after k is at most v · max |A^{k+1} d|ᵢ / uᵢ.
     *
     * @param k number of the last round added
     * @return an upper bound on what is missing in {@link #cumulative}, apart from rounding
     * @throws org.leontief.technology.NotViableException if the economy is not proved viable: the rounds may then grow
     *     without end
     */
    public LabelledVector remainderBound(int k) {
        coefficients.viability().requireViable();
        RadiusProof proof = coefficients.system().radiusProof();
        double[] next = rounds.get(within(k) + 1);
        double[] surplus = proof.surplus();
        double factor = 0;
        for (int i = 0; i < next.length; i++) {
            factor = Math.max(factor, Math.nextUp(Math.abs(next[i]) / surplus[i]));
        }
        double[] bound = proof.vector();
        for (int i = 0; i < bound.length; i++) {
            bound[i] = Math.nextUp(bound[i] * factor);
        }
        return vector("At most in rounds after " + k, bound);
    }

    /**
     * All rounds with their names, for writing to a file.
     *
     * @return industries × rounds, columns "Round 0", "Round 1", …
     */
    public LabelledMatrix toMatrix() {
        SparseMatrixBuilder matrix =
                SparseMatrix.builder(coefficients.industries().size(), count());
        for (int k = 0; k < count(); k++) {
            for (int i = 0; i < rounds.get(k).length; i++) {
                matrix.add(i, k, rounds.get(k)[i]);
            }
        }
        Labels names = Labels.of(
                IntStream.range(0, count()).mapToObj(k -> "Round " + k).toList());
        return LabelledMatrix.of(
                "Rounds of production", coefficients.industries(), names, coefficients.units(), matrix.build());
    }

    private int within(int k) {
        if (k < 0 || k >= count()) {
            throw new IndexOutOfBoundsException(
                    "There is no round " + k + "; rounds 0 to " + (count() - 1) + " were computed.");
        }
        return k;
    }

    private LabelledVector vector(String name, double[] values) {
        return LabelledVector.of(name, coefficients.industries(), coefficients.units(), values);
    }

    /** One line a round: its number and, for the first five industries, what it produces. */
    @Override
    public String toString() {
        int shown = Math.min(5, coefficients.industries().size());
        StringBuilder text = new StringBuilder("Round");
        for (int i = 0; i < shown; i++) {
            text.append(String.format(
                    Locale.ROOT, " %16s", coefficients.industries().get(i)));
        }
        for (int k = 0; k < count(); k++) {
            text.append(String.format(Locale.ROOT, "\n%5d", k));
            for (int i = 0; i < shown; i++) {
                text.append(String.format(Locale.ROOT, " %,16.4f", rounds.get(k)[i]));
            }
        }
        return text.toString();
    }
}
