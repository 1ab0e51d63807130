package org.stepback.playground.setting;

/// One setting of the Playground, by its key in a link.
///
/// To add one, name it in [PlaygroundSettings].
///
/// @param initial what it is unless something else is chosen; a link leaves it out
/// @param effect what a change does to the network on the page
public record PlaygroundSetting<T>(String key, T initial, SettingCodec<T> form, Effect effect) {
    /// From the least to the most.
    public enum Effect {
        /// Another view of the same training.
        VIEW,
        /// The training goes on, from now on in another way.
        LIVE,
        /// The network goes on with other points.
        DATA,
        /// A new network begins.
        NETWORK
    }

    /// The value of a text.
    ///
    /// @throws IllegalArgumentException with a sentence that says what was expected
    public T parse(String text) {
        return form.parse()
                .apply(text)
                .orElseThrow(() -> new IllegalArgumentException("%s must be %s, not “%s”.%s"
                        .formatted(
                                key,
                                form.words(),
                                shortened(text),
                                form.advice()
                                        .apply(text)
                                        .map(more -> " " + more)
                                        .orElse(""))));
    }

    public String write(T value) {
        return form.write().apply(value);
    }

    public static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 30) + "…";
    }
}
