package org.leontief.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.leontief.label.Label;
import org.leontief.label.Labels;

/** What activities call products of a table: a name of one of them, and each product by one name only. */
final class ActivityNames {

    private ActivityNames() {}

    /**
     * Checks activities beside a table.
     *
     * @param industries of the table, which are its products
     * @throws org.leontief.label.UnknownLabelException if an activity makes something by a name that several regions have
     * @throws IllegalArgumentException if it makes or uses one product under two names
     */
    static void require(Labels industries, List<Activity> activities) {
        Set<String> inRegions = industries.asList().stream()
                .filter(label -> label.region() != null)
                .map(Label::name)
                .collect(Collectors.toSet());
        for (Activity activity : activities) {
            for (String product : activity.outputs().keySet()) {
                if (inRegions.contains(product)) {
                    industries.indexOf(product); // throws where several regions have it
                }
            }
            requireOnce(activity, "makes", activity.outputs().keySet(), industries);
            requireOnce(activity, "uses", activity.inputs().keySet(), industries);
        }
    }

    private static void requireOnce(Activity activity, String verb, Collection<String> names, Labels industries) {
        Map<Integer, String> seen = new HashMap<>();
        for (String name : names) {
            String earlier = industries.contains(name) ? seen.put(industries.indexOf(name), name) : null;
            if (earlier != null) {
                throw new IllegalArgumentException("'" + activity.name() + "' " + verb + " '" + earlier + "' and '"
                        + name + "', which are one product. Add the amounts up first.");
            }
        }
    }
}
