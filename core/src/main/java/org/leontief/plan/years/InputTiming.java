package org.leontief.plan.years;

/** In which year the inputs of an output are used. */
public enum InputTiming {
    /** In the year of the output: x(t) takes A x(t), labour and limits of year t. The convention of yearly tables. */
    SAME_YEAR,
    /**
     * In the year before: x(t+1) takes A x(t+1), labour and limits of year t, and can be used from year t+1 on. Production takes
     * a year, and what the first year can use was begun before the plan.
     */
    YEAR_BEFORE
}
