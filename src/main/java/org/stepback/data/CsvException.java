package org.stepback.data;

import java.util.List;
import java.util.stream.Collectors;

/// A text that is not a table; [#faults] says what is wrong and where.
public final class CsvException extends Exception {
    private final transient List<Fault> faults;

    CsvException(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    CsvException(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
