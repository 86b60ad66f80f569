package org.leontief;

import org.leontief.table.InputOutputTable;
import org.leontief.table.InputOutputTableBuilder;

/**
 * Germany 1995, million EUR: the table of the Eurostat Manual of Supply, Use and Input-Output Tables (2008), chapter 15,
 * with persons employed and carbon dioxide.
 */
public final class Germany1995 {

    private Germany1995() {}

    public static InputOutputTable table() {
        return builder().build();
    }

    /** Before its last step, for further calls. */
    public static InputOutputTableBuilder builder() {
        return InputOutputTable.builder(
                        "Agriculture", "Manufacturing", "Construction", "Trade", "Business services", "Other services")
                .unit("million EUR")
                .transactions(new double[][] {
                    {1131, 25480, 1, 607, 710, 762},
                    {7930, 304584, 64167, 41082, 11981, 30360},
                    {426, 7334, 3875, 5296, 23457, 9155},
                    {3559, 72717, 14190, 74399, 10835, 21008},
                    {3637, 96115, 31027, 65755, 193176, 34223},
                    {1552, 14986, 1747, 11225, 15058, 22070}
                })
                .finalDemand("Households", 8500, 197792, 3457, 269663, 214757, 119504)
                .finalDemand("Government", 16, 8588, 742, 13492, 10061, 317251)
                .finalDemand("Capital formation", 2975, 91692, 191715, 14155, 30124, 3483)
                .finalDemand("Change of inventories", -6, 7559, 0, 0, 0, 0)
                .finalDemand("Exports", 3734, 313711, 149, 46045, 13612, 2042)
                .valueAdded("Imports", 2927, 156703, 13427, 21943, 13371, 13772)
                .valueAdded("Net taxes on products", 1084, 6505, 1548, 8349, 8473, 12551)
                .valueAdded("Gross value added", 21664, 395022, 115624, 311407, 415426, 365017)
                .extension("Employment", "thousand persons", 1096, 8381, 3236, 9251, 4258, 10206)
                .extension("CO2", "thousand t", 10448, 558327, 11194, 71269, 8792, 26990);
    }
}
