package org.leontief.io;

import org.leontief.label.Label;

/** Codes that name a region and something in it as one text, such as {@code DEU_C10T12}. */
final class RegionCodes {

    private RegionCodes() {}

    /** Region before the first underscore, name after it; a name alone where there is none. */
    static Label regionFirst(String code) {
        int bar = code.indexOf('_');
        return bar <= 0 || bar == code.length() - 1
                ? Label.of(code)
                : new Label(
                        code.substring(0, bar).strip(), code.substring(bar + 1).strip());
    }
}
