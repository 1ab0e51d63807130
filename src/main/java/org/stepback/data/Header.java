package org.stepback.data;

import java.util.Arrays;
import java.util.List;

/// The meaning of a table's first line.
public enum Header {
    /// It names the columns.
    FIRST_LINE("first line"),
    /// It is a sample, and so the columns are called *column 1*, *column 2* and so on.
    NONE("none");

    public static final List<Header> ALL = Arrays.asList(values());

    private final String key;

    Header(String key) {
        this.key = key;
    }

    /// Returns its name in a data cell.
    public String key() {
        return key;
    }
}
