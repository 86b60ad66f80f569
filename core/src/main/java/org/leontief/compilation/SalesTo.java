package org.leontief.compilation;

import org.leontief.label.Labels;
import org.leontief.label.UnknownLabelException;

/** Among whom the name of a user is looked for. */
enum SalesTo {
    /** Industries and categories of final demand, where no two share the name. */
    ANYONE("industries and categories of final demand"),
    INDUSTRIES("industries"),
    FINAL_USERS("categories of final demand");

    private final String who;

    SalesTo(String who) {
        this.who = who;
    }

    /** The place of a user, industries first and categories after them. */
    int place(String user, Labels industries, Labels categories) {
        boolean isIndustry = this != FINAL_USERS && industries.contains(user);
        boolean isCategory = this != INDUSTRIES && categories.contains(user);
        if (isIndustry && isCategory) {
            throw new IllegalArgumentException("'" + user + "' is an industry and a category of final demand. Say which"
                    + " is meant: withSalesToIndustries or withSalesToFinalUsers.");
        }
        if (!isIndustry && !isCategory) {
            Labels known = this == FINAL_USERS ? categories : industries;
            throw new UnknownLabelException("No user '" + user + "' among " + who + ". "
                    + known.unknown(user).getMessage());
        }
        return isIndustry ? industries.indexOf(user) : industries.size() + categories.indexOf(user);
    }
}
