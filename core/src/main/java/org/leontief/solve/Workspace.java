package org.leontief.solve;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one thread needs for itself while it works on dense blocks; made when it is first needed. */
final class Workspace {

    /** Columns that are worked on together. No sum depends on the tiling, but it is fixed all the same. */
    static final int WIDTH = 240;

    private final Supplier<DenseKernel> kernels;
    private @Nullable DenseKernel kernel;
    private double @Nullable [][] rows;

    Workspace(Supplier<DenseKernel> kernels) {
        this.kernels = kernels;
    }

    DenseKernel kernel() {
        @Nullable DenseKernel made = kernel;
        if (made == null) {
            made = kernels.get();
            kernel = made;
        }
        return made;
    }

    /** Rows of a block, each an array of its own, as {@link FusedRows} needs them. */
    double[][] rows() {
        double @Nullable [][] made = rows;
        if (made == null) {
            made = new double[LuFactors.STEP][WIDTH];
            rows = made;
        }
        return made;
    }
}
