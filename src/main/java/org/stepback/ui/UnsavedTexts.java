package org.stepback.ui;

import java.util.UUID;

/// Names the texts that a browser keeps until the server has them: see frontend/fields/outbox.ts.
public final class UnsavedTexts {
    private UnsavedTexts() {}

    /// Returns who a notebook's texts belong to.
    public static String owner(UUID person, String slug) {
        return person + " " + slug;
    }

    /// Returns how the browser's keys of all texts of a person begin.
    public static String prefix(UUID person) {
        return "sb-unsaved:" + owner(person, "");
    }
}
