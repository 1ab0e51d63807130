package org.stepback.playground.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepback.playground.Setup;
import org.stepback.playground.setting.Controls;
import org.stepback.playground.setting.PlaygroundLink;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;
import org.stepback.ui.Message;

/// The settings, and what follows from them.
///
/// @param texts every setting as a link writes it, by its key
/// @param link the link's parameters
/// @param loss the one in force
/// @param gone the controls that are not shown
/// @param answered the number of the last change that these settings take in
record SettingsMessage(
        Map<String, String> texts, String link, String problem, String loss, List<String> gone, int answered)
        implements Message {
    static SettingsMessage of(PlaygroundState state, int answered) {
        Map<String, String> texts = new LinkedHashMap<>();
        PlaygroundSettings.ALL.forEach(setting -> texts.put(setting.key(), state.text(setting)));
        return new SettingsMessage(
                texts,
                PlaygroundLink.write(state),
                state.problem().key(),
                Setup.loss(state).name(),
                Controls.ALL.stream()
                        .filter(control -> !Controls.isShown(state, control))
                        .toList(),
                answered);
    }
}
