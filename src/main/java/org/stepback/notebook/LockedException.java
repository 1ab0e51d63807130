package org.stepback.notebook;

import java.io.Serial;
import org.stepback.exercise.RefusedException;

/// Something was to be changed that the author keeps. No page offers it, so the request is forged, or the course has
/// changed under an open page.
final class LockedException extends RefusedException {
    @Serial
    private static final long serialVersionUID = 1;

    LockedException(String message) {
        super(message);
    }
}
