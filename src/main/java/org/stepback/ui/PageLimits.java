package org.stepback.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The bounds of open pages: the properties `stepback.pages.*`.
///
/// @param perPerson of one person, or of one browser of a stranger
/// @param perAddress of strangers behind one address, who may be a whole class
/// @param most of all; 0 for as many as fit in some 40 % of what Java may take
@ConfigurationProperties("stepback.pages")
record PageLimits(
        @DefaultValue("20") int perPerson,
        @DefaultValue("120") int perAddress,
        @DefaultValue("0") int most) {
    static final String PERSON =
            "You have opened more than %d pages of the lab, so this one was closed here. All that you saved is safe.";
    static final String ADDRESS =
            "More than %d pages of the lab are open from your network's address without an account,"
                    + " so this one was closed here.";
    static final String ALL =
            "More pages are open than this server has room for, so this one was closed here. All that you saved is safe.";

    /// A page of an exercise takes 1.1 MB.
    private static final long BYTES_OF_HEAP = 2_750_000;

    int mostOr(long heap) {
        return most > 0 ? most : (int) Math.clamp(heap / BYTES_OF_HEAP, 10, 100_000);
    }
}
