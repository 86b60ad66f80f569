package org.leontief.optimisation;

/** Removes what rounding has done to the values and prices of a {@link BoxedState}, and to the inverse of its working basis. */
final class BoxedRenewal {

    private static final int ROUNDS = 2;
    /** What refinement can mend with the inverse as it is. */
    private static final double MENDABLE = 1e-6;
    /** A reduced cost of the wrong sign below this is rounding. */
    private static final double WRONG_SIGN = 1e-12;

    private final BoxedState state;

    BoxedRenewal(BoxedState state) {
        this.state = state;
    }

    /**
     * Refines values and prices twice with the inverse as it is, or with fresh factors if they are too far off. False if the
     * working basis cannot be told from a singular one.
     */
    boolean renew() {
        for (int round = 0; round < ROUNDS; round++) {
            double off = renewValues();
            double cheap = renewPrices();
            if (!(off < MENDABLE) || !(cheap < MENDABLE)) {
                return renewFactors();
            }
        }
        state.sinceRenewal = 0;
        return true;
    }

    /** Returns by how much the tight rows were off. */
    private double renewValues() {
        int k = state.inverse.size();
        double[] sums = new double[state.g.rows()];
        state.g.multiply(state.z, sums);
        double[] off = new double[k];
        double largest = 0;
        for (int t = 0; t < k; t++) {
            off[t] = state.held(state.tight[t]) - sums[state.tight[t]];
            largest = Math.max(largest, Math.abs(off[t]));
        }
        double[] correction = new double[k];
        state.inverse.multiply(off, correction);
        for (int p = 0; p < k; p++) {
            state.z[state.basic[p]] += correction[p];
        }
        state.g.multiply(state.z, sums);
        for (int i = 0; i < state.g.rows(); i++) {
            state.activity[i] = state.isTight(i) ? state.held(i) : sums[i];
        }
        return largest;
    }

    /** Returns by how much reduced costs of basic columns were off. */
    private double renewPrices() {
        int k = state.inverse.size();
        recost();
        double[] off = new double[k];
        double largest = 0;
        for (int p = 0; p < k; p++) {
            off[p] = state.reduced[state.basic[p]];
            largest = Math.max(largest, Math.abs(off[p]));
        }
        double[] correction = new double[k];
        state.inverse.multiplyLeft(off, correction);
        for (int t = 0; t < k; t++) {
            state.price[state.tight[t]] += correction[t];
        }
        recost();
        for (int p = 0; p < k; p++) {
            state.reduced[state.basic[p]] = 0;
        }
        return largest;
    }

    private void recost() {
        int k = state.inverse.size();
        double[] prices = new double[k];
        for (int t = 0; t < k; t++) {
            prices[t] = state.price[state.tight[t]];
        }
        state.g.combine(state.tight, prices, k, state.alpha);
        for (int j = 0; j < state.n; j++) {
            state.reduced[j] = state.cost[j] - state.alpha[j];
        }
    }

    /** Inverts the working basis anew. False if it cannot be told from a singular one. */
    boolean renewFactors() {
        int k = state.inverse.size();
        double[][] w = new double[k][k];
        for (int t = 0; t < k; t++) {
            for (int p = 0; p < k; p++) {
                w[t][p] = state.g.get(state.tight[t], state.basic[p]);
            }
        }
        if (!state.inverse.renew(w)) {
            return false;
        }
        for (int round = 0; round < ROUNDS; round++) {
            renewValues();
            renewPrices();
        }
        state.sinceRenewal = 0;
        return true;
    }

    /** Takes the perturbation out; columns whose reduced cost changes its sign go to their other bound. */
    void withTrueCost() {
        state.restoreCost();
        renewPrices();
        renewPrices();
        for (int j = 0; j < state.n; j++) {
            boolean wrong = !state.isBasic(j)
                    && (state.atUpper[j] ? state.reduced[j] < -WRONG_SIGN : state.reduced[j] > WRONG_SIGN);
            if (wrong) {
                state.atUpper[j] = !state.atUpper[j];
                state.z[j] = state.atUpper[j] ? 1 : 0;
            }
        }
        renewValues();
    }
}
