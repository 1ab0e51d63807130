package org.stepback.training.ui;

import java.util.Optional;
import java.util.UUID;
import org.stepback.exercise.Resolved;
import org.stepback.training.RunSetups;
import org.stepback.training.TrainingService;

/// Tells a question about a training whether that has run as it stands now, or was begun at all.
public final class RunGate {
    private final TrainingService training;
    private final RunSetups setups;
    private final UUID owner;
    private final String slug;
    private final String cell;
    private volatile String configuration = "";
    private volatile boolean ended;

    RunGate(TrainingService training, RunSetups setups, UUID owner, String slug, String cell) {
        this.training = training;
        this.setups = setups;
        this.owner = owner;
        this.slug = slug;
        this.cell = cell;
    }

    /// Takes the cells as they are now. The run is looked for only where the training has changed, or left the memory.
    public void use(Resolved cells) {
        String now = cells.obstacles(cell).isEmpty() ? setups.configuration(cells, cell) : "";
        boolean changed = !now.equals(configuration);
        configuration = now;
        if (changed || ended && !hasBegun()) {
            ended = training.hasRun(owner, slug, cells, cell);
        }
    }

    /// Returns whether the training has run to its end with these cells. Any thread may ask, as often as it likes.
    public boolean hasEnded() {
        training.atHand(owner, slug, cell).ifPresent(run -> ended = run.hasEndedAs(configuration));
        return ended;
    }

    /// Returns whether the training has a run. Any thread may ask, as often as it likes.
    public boolean hasBegun() {
        return training.isAtHand(owner, slug, cell);
    }

    /// Returns the answer to a question as it was when this training was begun for the first time, empty text for none;
    /// empty as long as it never was.
    public Optional<String> prediction(String question) {
        return training.prediction(owner, slug, question);
    }
}
