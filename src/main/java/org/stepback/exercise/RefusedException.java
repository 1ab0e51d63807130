package org.stepback.exercise;

import java.io.Serial;

/// What a person asked for is not done; the message is a plain sentence for them that says why and what to change.
public class RefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public RefusedException(String message) {
        super(message);
    }
}
