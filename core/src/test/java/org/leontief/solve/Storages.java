package org.leontief.solve;

/** The ways in which a system may hold and read its coefficients, each forced whatever the size and the memory. */
enum Storages {
    /** Slices of rows; residuals in doubled precision, as for any small system. */
    SLICED,
    /** Slices of rows; residuals and surpluses in plain arithmetic first, as for large systems. */
    SLICED_PLAIN,
    /** The stored columns, as where memory allows for no more. */
    STORED;

    LeontiefSystem system(SparseMatrix a) {
        return switch (this) {
            case SLICED -> LeontiefSystem.of(a);
            case SLICED_PLAIN ->
                LeontiefSystem.of(new StoredMatrix(a) {
                    @Override
                    Made passes(boolean transposed, int threads, Watch watch) {
                        RowPasses made = (RowPasses)
                                super.passes(transposed, threads, watch).passes();
                        return new Made(new Plain(made.rows(), threads), "");
                    }
                });
            case STORED ->
                LeontiefSystem.of(new StoredMatrix(a) {
                    @Override
                    Made passes(boolean transposed, int threads, Watch watch) {
                        return new Made(new StoredPasses(stored(), transposed), "as stored");
                    }
                });
        };
    }

    /** Passes that are taken for large ones. */
    private static final class Plain extends RowPasses {

        private Plain(SlicedRows rows, int threads) {
            super(rows, threads);
        }

        @Override
        boolean isLarge() {
            return true;
        }

        @Override
        RowPasses abs(int threads) {
            return new Plain(rows().abs(), threads);
        }
    }
}
