package org.stepback.playground.setting;

/// One of several things to choose from.
public interface Choice {
    /// Its name in a link.
    String key();

    /// Its name on the page.
    String title();
}
