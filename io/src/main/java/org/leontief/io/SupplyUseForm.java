package org.leontief.io;

import java.util.Locale;
import org.leontief.table.PriceBasis;

/** The words of the library's own layout of supply and use tables. */
final class SupplyUseForm {

    static final String TITLE = "supply and use tables";

    /** What a column holds. */
    enum ColumnKind {
        INDUSTRY("industry"),
        FINAL_DEMAND("final demand"),
        IMPORTS("imports"),
        MARGINS("margins"),
        TAXES("taxes");

        final String text;

        ColumnKind(String text) {
            this.text = text;
        }
    }

    /** What a row holds, and in which columns it has numbers. */
    enum RowKind {
        SUPPLY("supply"),
        USE("use"),
        IMPORTED_USE("imported use"),
        VALUE_ADDED("value added"),
        EXTENSION("extension");

        final String text;

        RowKind(String text) {
            this.text = text;
        }

        boolean has(ColumnKind column) {
            return switch (this) {
                case SUPPLY -> column != ColumnKind.FINAL_DEMAND;
                case USE, IMPORTED_USE, EXTENSION -> column == ColumnKind.INDUSTRY || column == ColumnKind.FINAL_DEMAND;
                case VALUE_ADDED -> column == ColumnKind.INDUSTRY;
            };
        }

        /** Whether a blank cell is 0 here: what nobody records of final users. */
        boolean mayBeBlank(ColumnKind column) {
            return this == EXTENSION && column == ColumnKind.FINAL_DEMAND;
        }
    }

    private SupplyUseForm() {}

    static String prices(PriceBasis basis) {
        return basis.name().toLowerCase(Locale.ROOT) + (basis == PriceBasis.BASIC ? " prices" : "' prices");
    }
}
