package org.stepback.notebook;

import java.io.Serial;

/// Two pages have changed the same text, each without having seen what the other made of it. Nothing was stored: the
/// person chooses.
public final class ChangedElsewhereException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String stored;

    ChangedElsewhereException(String stored) {
        super("This was changed elsewhere meanwhile.");
        this.stored = stored;
    }

    public String stored() {
        return stored;
    }
}
