package org.stepback.playground.setting;

/// One of the values of a setting that is chosen from a list.
public interface Choice {
    /// The words for a choice.
    ///
    /// @param key in a link
    /// @param title on the page
    record Words(String key, String title) {}

    Words words();

    default String key() {
        return words().key();
    }

    default String title() {
        return words().title();
    }
}
