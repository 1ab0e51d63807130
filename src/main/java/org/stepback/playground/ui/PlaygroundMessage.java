package org.stepback.playground.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepback.playground.PlaygroundSweep;
import org.stepback.ui.Message;

/// News of a run: a setup whenever it is another one, then frames of it.
///
/// @param page stays the same when the page is sent again
/// @param setup where it is another one
/// @param sweep the networks that are compared, where they have gone on
record PlaygroundMessage(
        long page,
        @Nullable SetupMessage setup,
        FrameMessage frame,
        @Nullable List<Lane> sweep) implements Message {
    PlaygroundMessage with(List<PlaygroundSweep.Result> results) {
        return new PlaygroundMessage(
                page, setup, frame, results.stream().map(Lane::of).toList());
    }

    /// One of the networks that are compared.
    record Lane(String value, boolean over, List<LaneMoment> moments) implements Message {
        static Lane of(PlaygroundSweep.Result result) {
            return new Lane(
                    result.value(),
                    result.over(),
                    result.moments().stream().map(LaneMoment::of).toList());
        }
    }

    /// Its losses after an epoch, where they are finite.
    record LaneMoment(
            long step, @Nullable Double train, @Nullable Double test) implements Message {
        static LaneMoment of(PlaygroundSweep.Moment moment) {
            return new LaneMoment(
                    moment.epoch(), FrameMessage.finite(moment.training()), FrameMessage.finite(moment.test()));
        }
    }
}
