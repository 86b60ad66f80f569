package org.leontief.table;

/**
 * The prices in which uses are recorded. Supply is recorded at the prices that producers receive: basic, or producers'.
 *
 * <p>Source: United Nations, <i>Handbook on Supply and Use Tables and Input-Output Tables with Extensions and Applications</i>
 * (2018), chapter 7; System of National Accounts 2008, chapter 6.
 */
public enum PriceBasis {
    /** What the producer keeps: without taxes less subsidies on products, and without trade and transport margins. */
    BASIC,
    /** What the producer charges: with taxes on products, without margins; supply and use are both valued so. */
    PRODUCERS,
    /** What the user pays: with taxes less subsidies on products and with margins. */
    PURCHASERS
}
