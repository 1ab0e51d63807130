package org.stepback.playground.setting;

import java.util.LinkedHashMap;
import java.util.Map;

/// Every setting of the Playground at one moment, within its bounds.
///
/// @param chosen the values that differ from what a setting is at first
public record PlaygroundState(Map<PlaygroundSetting<?>, Object> chosen) {
    /// As the page opens: TensorFlow Playground's own first setup.
    public static final PlaygroundState INITIAL = new PlaygroundState(Map.of());

    public PlaygroundState {
        chosen = Map.copyOf(chosen);
    }

    @SuppressWarnings("unchecked") // only [#with] puts values in, with the setting's own type
    public <T> T get(PlaygroundSetting<T> setting) {
        return (T) chosen.getOrDefault(setting, setting.initial());
    }

    public <T> PlaygroundState with(PlaygroundSetting<T> setting, T value) {
        Map<PlaygroundSetting<?>, Object> changed = new LinkedHashMap<>(chosen);
        if (value.equals(setting.initial())) {
            changed.remove(setting);
        } else {
            changed.put(setting, value);
        }
        return new PlaygroundState(changed);
    }

    /// The setting's value as a link writes it.
    public <T> String text(PlaygroundSetting<T> setting) {
        return setting.write(get(setting));
    }

    /// @throws IllegalArgumentException with a sentence, where the text is no value of the setting
    public <T> PlaygroundState withText(PlaygroundSetting<T> setting, String text) {
        return with(setting, setting.parse(text));
    }

    public LearningTask problem() {
        PointPattern figure = get(PlaygroundSettings.DATA);
        return figure == PointPattern.OWN ? get(PlaygroundSettings.POINTS).problem() : figure.problem();
    }
}
