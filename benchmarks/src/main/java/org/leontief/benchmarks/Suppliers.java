package org.leontief.benchmarks;

import java.util.SplittableRandom;

/** Which suppliers the recipe of a product has. An instance serves one thread. */
interface Suppliers {

    /**
     * Draws the suppliers of one recipe.
     *
     * @param column the user's number of the product
     * @param random of this recipe alone
     * @param numbers overwritten from the front with the users' numbers of the suppliers, ascending and distinct
     * @return how many there are
     */
    int draw(int column, SplittableRandom random, int[] numbers);

    /**
     * The product behind a column, by which its recipe is drawn.
     *
     * @param column the user's number of the product
     * @return its own number, whatever the numbering
     */
    int product(int column);

    /**
     * Most suppliers of any recipe.
     *
     * @return the length of array that {@link #draw} needs
     */
    int most();
}
