package org.stepback.exercise;

import java.io.Serial;

/// Says that a request is refused. The message is a plain sentence for the person, with the reason and what to change.
public class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
