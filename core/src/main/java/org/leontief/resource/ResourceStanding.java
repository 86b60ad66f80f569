package org.leontief.resource;

/** How a plan stands to one resource. */
public enum ResourceStanding {
    /** More is used than there is: the plan cannot be carried out. */
    SHORT,
    /** All of it is used, to within what can be proved or the ninth digit. */
    BINDING,
    /** Some is left. */
    SLACK
}
