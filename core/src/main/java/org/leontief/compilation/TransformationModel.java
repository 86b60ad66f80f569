package org.leontief.compilation;

/**
 * How supply and use tables become a symmetric one: the four models of the manuals, from assumptions about secondary products.
 *
 * <p>V: supply, products × industries; U: use; Y: final demand; W: primary inputs and extensions; q = V 1, g = 1ᵀV. Sources:
 * Eurostat, <i>Manual of Supply, Use and Input-Output Tables</i> (2008), chapter 11; United Nations, <i>Handbook on Supply and Use
 * Tables</i> (2018), chapter 12; Miller and Blair 2009, sections 5.3 to 5.5.
 */
public enum TransformationModel {
    /**
     * Model A, product technology: a product is made in the same way in whatever industry. Z = U V⁻¹ q̂, W V⁻¹ q̂; product by
     * product. Needs as many products as industries, and can make negative entries.
     */
    PRODUCT_TECHNOLOGY("A", true),
    /**
     * Model B, industry technology: an industry makes all its products in the same way. Z = U ĝ⁻¹ Vᵀ, W ĝ⁻¹ Vᵀ; product by
     * product.
     */
    INDUSTRY_TECHNOLOGY("B", true),
    /**
     * Model C, fixed industry sales structure: an industry sells all its products to the same users. Z = ĝ V⁻¹ U, ĝ V⁻¹ Y; industry
     * by industry. Needs as many products as industries, and can make negative entries.
     */
    FIXED_INDUSTRY_SALES("C", false),
    /**
     * Model D, fixed product sales structure: a product is sold to the same users from whatever industry. Z = Vᵀ q̂⁻¹ U,
     * Vᵀ q̂⁻¹ Y; industry by industry. What statistical offices mostly publish.
     */
    FIXED_PRODUCT_SALES("D", false);

    private final String letter;
    private final boolean isProductByProduct;

    TransformationModel(String letter, boolean isProductByProduct) {
        this.letter = letter;
        this.isProductByProduct = isProductByProduct;
    }

    /**
     * The model's letter in the manuals.
     *
     * @return A, B, C or D
     */
    public String letter() {
        return letter;
    }

    /**
     * What stands in rows and columns of the symmetric table.
     *
     * @return true for products (A, B), false for industries (C, D)
     */
    public boolean isProductByProduct() {
        return isProductByProduct;
    }

    /** Whether V is inverted, so that it must be square and entries can come out negative. */
    boolean inverts() {
        return this == PRODUCT_TECHNOLOGY || this == FIXED_INDUSTRY_SALES;
    }
}
