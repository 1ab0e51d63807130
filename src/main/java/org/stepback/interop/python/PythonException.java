package org.stepback.interop.python;

import java.io.Serial;
import org.stepback.exercise.RefusedException;

/// A piece of Python that cannot be read here, with its place and a sentence that says why.
public final class PythonException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int cell;
    private final int line;
    private final int column;

    public PythonException(Spot spot, String message) {
        super(message);
        this.cell = spot.cell();
        this.line = spot.line();
        this.column = spot.column();
    }

    /// 1 for the first code cell of a Jupyter notebook, 0 where the code is a file of its own.
    public int cell() {
        return cell;
    }

    /// 1 for the first line.
    public int line() {
        return line;
    }

    /// 1 for the first character of the line.
    public int column() {
        return column;
    }
}
