package org.leontief.examples.pictures;

/** One line of a picture: a name for the legend, and points. Immutable. */
public final class Curve {

    private final String name;
    private final double[] x;
    private final double[] y;

    /**
     * A curve through points.
     *
     * @param name what it is, for the legend
     * @param x where its points stand; copied
     * @param y how high they are, as many; copied
     * @throws IllegalArgumentException if there are no points, not as many of y as of x, or one is not finite
     */
    public Curve(String name, double[] x, double[] y) {
        if (x.length == 0 || x.length != y.length) {
            throw new IllegalArgumentException("'" + name + "' has " + x.length + " places and " + y.length
                    + " heights; give as many of both, and at least one.");
        }
        for (int k = 0; k < x.length; k++) {
            if (!Double.isFinite(x[k]) || !Double.isFinite(y[k])) {
                throw new IllegalArgumentException("Point " + k + " of '" + name + "' is (" + x[k] + ", " + y[k]
                        + "). Leave out what is not finite.");
            }
        }
        this.name = name;
        this.x = x.clone();
        this.y = y.clone();
    }

    /**
     * What it is.
     *
     * @return the name given
     */
    public String name() {
        return name;
    }

    /**
     * Where its points stand.
     *
     * @return a copy
     */
    public double[] x() {
        return x.clone();
    }

    /**
     * How high its points are.
     *
     * @return a copy
     */
    public double[] y() {
        return y.clone();
    }
}
