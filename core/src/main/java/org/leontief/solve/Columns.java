package org.leontief.solve;

/** The columns of A one by one, in the order that passes work in. */
interface Columns {

    int entriesIn(int j);

    /** y ← y + factor · a_·j. */
    void add(int j, double factor, double[] y);
}
