package org.leontief.solve;

/**
 * The one operation in which dense factors and inverses spend their time. A kernel has scratch space of its own, so each
 * thread needs one.
 */
interface DenseKernel {

    /** For the report of a solve. */
    String name();

    /**
     * C ← C − A B. Every entry is c − a₁ b₁ − a₂ b₂ − …, taken in this order by fused multiply-add. So all kernels give the
     * same bits, and no way of cutting matrices into blocks changes them.
     *
     * @param a rows × depth
     * @param b depth × columns
     * @param c rows × columns; overlaps neither a nor b
     */
    void subtractProduct(Block a, Block b, Block c, int rows, int depth, int columns);
}
