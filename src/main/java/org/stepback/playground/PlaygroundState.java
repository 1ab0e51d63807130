package org.stepback.playground;

import java.util.LinkedHashMap;
import java.util.Map;

/// Every setting of the Playground at one moment, within its bounds.
///
/// @param chosen the values that differ from what a setting is at first
public record PlaygroundState(Map<Setting<?>, Object> chosen) {
    /// As the page opens: TensorFlow Playground's own first setup.
    public static final PlaygroundState INITIAL = new PlaygroundState(Map.of());

    public PlaygroundState {
        chosen = Map.copyOf(chosen);
    }

    @SuppressWarnings("unchecked") // only [#with] puts values in, with the setting's own type
    public <T> T get(Setting<T> setting) {
        return (T) chosen.getOrDefault(setting, setting.initial());
    }

    public <T> PlaygroundState with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> changed = new LinkedHashMap<>(chosen);
        if (value.equals(setting.initial())) {
            changed.remove(setting);
        } else {
            changed.put(setting, value);
        }
        return new PlaygroundState(changed);
    }

    /// The setting's value as a link writes it.
    public <T> String text(Setting<T> setting) {
        return setting.write(get(setting));
    }

    /// @throws IllegalArgumentException with a sentence, where the text is no value of the setting
    public <T> PlaygroundState withText(Setting<T> setting, String text) {
        return with(setting, setting.parse(text));
    }

    /// What the network learns of a point.
    public Problem problem() {
        Figure figure = get(Settings.DATA);
        return figure == Figure.OWN ? get(Settings.POINTS).problem() : figure.problem();
    }
}
