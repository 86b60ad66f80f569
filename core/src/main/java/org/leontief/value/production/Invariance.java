package org.leontief.value.production;

import org.jspecify.annotations.Nullable;

/** What a transformation of values into prices leaves as it was, and so the scale of the prices. Immutable. */
public final class Invariance {

    enum Kind {
        TOTAL_VALUE,
        TOTAL_SURPLUS,
        PRODUCT
    }

    private final Kind kind;
    private final @Nullable String product;

    private Invariance(Kind kind, @Nullable String product) {
        this.kind = kind;
        this.product = product;
    }

    /**
     * The sum of prices is the sum of values.
     *
     * @return the invariance
     */
    public static Invariance totalValue() {
        return new Invariance(Kind.TOTAL_VALUE, null);
    }

    /**
     * The sum of profits is the sum of surplus values.
     *
     * @return the invariance
     */
    public static Invariance totalSurplus() {
        return new Invariance(Kind.TOTAL_SURPLUS, null);
    }

    /**
     * One product's price is its value: gold, where money is gold (Bortkiewicz's own choice).
     *
     * @param product which
     * @return the invariance
     */
    public static Invariance of(String product) {
        return new Invariance(Kind.PRODUCT, product);
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    String product() {
        return product;
    }

    /** What is left as it was. */
    @Override
    public String toString() {
        return switch (kind) {
            case TOTAL_VALUE -> "total price = total value";
            case TOTAL_SURPLUS -> "total profit = total surplus value";
            case PRODUCT -> "price of '" + product + "' = its value";
        };
    }
}
