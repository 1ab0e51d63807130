package org.stepback.interop.python;

/// A place in a Python text; line and column count from 1.
///
/// @param cell the code cell of a Jupyter notebook, from 1; 0 in a file of Python alone
public record Spot(int cell, int line, int column) {
    public static final Spot START = new Spot(0, 1, 1);

    /// Names the line in a sentence: `line 3`, or `line 3 of code cell 2`.
    public String shown() {
        return "line " + line + (cell > 0 ? " of code cell " + cell : "");
    }
}
