package org.stepback.notebook;

import org.stepback.exercise.RefusedException;

/// A setting was typed that is not in its cell any more, such as the momentum of an optimizer without
/// one. It can't be stored later either.
public final class GoneException extends RefusedException {
    GoneException() {
        super("There is no such setting in this cell any more.");
    }
}
