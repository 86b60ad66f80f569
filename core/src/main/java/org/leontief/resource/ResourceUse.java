package org.leontief.resource;

import java.util.Locale;
import org.leontief.label.Bounded;
import org.leontief.label.NumberText;

/**
 * What a plan uses of one resource, against what there is. Every number has a guaranteed bound.
 *
 * @param resource the resource
 * @param used Σ r_i x_i + Σ e_j d_j over positive coefficients, in the unit of the resource
 * @param added what the plan itself adds to the resource, −Σ over negative coefficients; 0 as a rule
 */
public record ResourceUse(Resource resource, Bounded used, Bounded added) {

    /** Closer than this, relative to what there is, use and supply are taken to be the same. */
    private static final double SAME = 1e-9;

    /**
     * What there is: the available amount and what the plan adds to it.
     *
     * @return in the unit of the resource
     */
    public Bounded supplied() {
        return Bounded.exact(resource.available()).plus(added);
    }

    /**
     * What is left.
     *
     * @return supplied less used; negative where the resource is short
     */
    public Bounded slack() {
        return supplied().minus(used);
    }

    /**
     * How much of it is used.
     *
     * @return used / supplied, 1 where all of it is; infinite where something is used of which there is nothing
     */
    public Bounded utilisation() {
        if (used.value() == 0) {
            return used.errorBound() == 0 ? used : Bounded.uncertified(0);
        }
        return used.overOrUncertified(supplied());
    }

    /**
     * The largest multiple of the plan, outputs and deliveries alike, for which there is enough of this resource.
     *
     * @return available / (used − added), below 1 where it is short; infinite where any multiple fits
     */
    public Bounded largestMultiple() {
        Bounded net = used.minus(added);
        if (net.value() <= -net.errorBound()) {
            return Bounded.exact(Double.POSITIVE_INFINITY);
        }
        return Bounded.exact(resource.available()).overOrUncertified(net);
    }

    /**
     * How the plan stands to it.
     *
     * @return short, binding or slack
     */
    public ResourceStanding standing() {
        Bounded left = slack();
        double undecided =
                Math.max(left.errorBound(), SAME * Math.abs(supplied().value()));
        if (Math.abs(left.value()) <= undecided) {
            return used.value() == 0 && supplied().value() == 0 ? ResourceStanding.SLACK : ResourceStanding.BINDING;
        }
        return left.value() < 0 ? ResourceStanding.SHORT : ResourceStanding.SLACK;
    }

    /** In one line. */
    @Override
    public String toString() {
        return resource.name() + ": " + NumberText.of(used.value()) + " of "
                + NumberText.of(supplied().value()) + " " + resource.unit() + ", " + share("of which there is none")
                + " (" + standing() + ")";
    }

    /** How much of it is used in per cent, or the words for something used of nothing. */
    String share(String ofNothing) {
        double share = utilisation().value();
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f%%", 100 * share) : ofNothing;
    }
}
