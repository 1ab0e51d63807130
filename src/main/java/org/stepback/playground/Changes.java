package org.stepback.playground;

import org.stepback.playground.setting.PlaygroundSetting;
import org.stepback.playground.setting.PlaygroundSetting.Effect;
import org.stepback.playground.setting.PlaygroundSettings;
import org.stepback.playground.setting.PlaygroundState;

/// The effects of a change of settings on the network of the page.
public final class Changes {
    private Changes() {}

    /// The most that any of the changed settings does.
    public static Effect effect(PlaygroundState before, PlaygroundState after) {
        boolean sameShape = Setup.batchSize(before) == Setup.batchSize(after)
                && before.problem() == after.problem()
                && Setup.outputs(before) == Setup.outputs(after);
        Effect most = sameShape ? Effect.VIEW : Effect.NETWORK;
        for (PlaygroundSetting<?> setting : PlaygroundSettings.ALL) {
            boolean same = before.get(setting).equals(after.get(setting));
            most = same || setting.effect().compareTo(most) < 0 ? most : setting.effect();
        }
        return most;
    }
}
