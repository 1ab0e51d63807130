package org.stepback.ui;

import java.util.UUID;

/// Names the texts that a browser keeps until the server has them: see frontend/fields/outbox.ts.
public final class UnsavedTexts {
    /// Has a form note, as it is sent, whose texts the next page forgets; `$0` is how their keys begin. The note
    /// stays in the browser's tab, as the server's session ends with the form.
    public static final String NOTE =
            "this.addEventListener('submit', () => sessionStorage.setItem('sb-forgotten', $0))";

    /// Has a page forget the texts that [#NOTE] has noted in its tab.
    public static final String FORGET = """
            const forgotten = sessionStorage.getItem('sb-forgotten');
            if (forgotten) {
                Object.keys(localStorage)
                    .filter(key => key.startsWith(forgotten))
                    .forEach(key => localStorage.removeItem(key));
                sessionStorage.removeItem('sb-forgotten');
            }""";

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
