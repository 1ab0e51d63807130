package org.stepback.interop;

import java.io.Serial;
import org.stepback.exercise.RefusedException;

/// A piece of Python that cannot be read here, with its place and a sentence that says why.
public final class PythonException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    PythonException(Spot spot, String message) {
        super(message);
        this.line = spot.line();
        this.column = spot.column();
    }

    /// 1 for the first line.
    public int line() {
        return line;
    }

    /// 1 for the first character of the line.
    public int column() {
        return column;
    }

    /// A place in the Python text; line and column count from 1.
    record Spot(int line, int column) {
        static final Spot START = new Spot(1, 1);
    }
}
