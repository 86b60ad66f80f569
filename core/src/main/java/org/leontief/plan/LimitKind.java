package org.leontief.plan;

/** What a limit of a plan is a limit of. */
public enum LimitKind {
    /** How much of a resource is used, in all. */
    RESOURCE(""),
    /** How much of a product is made, by all techniques together. */
    OUTPUT("output of "),
    /** How far a technique is run. */
    INTENSITY("intensity of "),
    /** How much of a product is delivered to final users. */
    DELIVERY("delivery of "),
    /** How much of a product is demanded beside the target. */
    DEMAND("demand for "),
    /** That no more of a product is used and delivered than is made and in stock. */
    BALANCE("balance of "),
    /** The multiple of the target, which is not negative. */
    MULTIPLE(""),
    /** That an earlier goal is kept. */
    GOAL("goal: ");

    private final String prefix;

    LimitKind(String prefix) {
        this.prefix = prefix;
    }

    String of(String name) {
        return prefix + name;
    }
}
