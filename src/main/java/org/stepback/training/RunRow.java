package org.stepback.training;

import java.io.IOException;
import java.util.UUID;
import org.stepback.training.pace.Pace;

/// A run as the database has it.
///
/// @param setup [RunSetup#lineage]
/// @param fingerprint [RunSetup#fingerprint]
/// @param content its checkpoint and its points, as [RunCodec] writes them
record RunRow(
        UUID id, RunKey key, String setup, String fingerprint, String state, String reason, int pace, byte[] content) {
    /// The most characters of a configuration that the database takes.
    static final int MAX_SETUP = 300_000;

    static final int MAX_REASON = 1_000;

    static RunRow of(Run run, RunImage image) {
        return new RunRow(
                run.id(),
                run.key(),
                run.setup().lineage(),
                run.setup().fingerprint(),
                image.control().state().name(),
                image.control().reason(),
                image.control().pace().stepsPerSecond(),
                RunCodec.encode(image));
    }

    /// The run as it was saved.
    ///
    /// @throws IOException where the content is damaged, of another version or of another setup
    /// @throws IllegalArgumentException where state or pace is none that there is
    RunImage image(RunSetup setup) throws IOException {
        RunCodec.Content read = RunCodec.decode(content, setup);
        RunControl.View view = new RunControl.View(
                RunState.valueOf(state), reason, read.nonFinite(), new Pace(pace), read.pauseThere());
        return new RunImage(view, read.checkpoint(), read.points());
    }
}
