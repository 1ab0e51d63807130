package org.stepback.playground;

import java.util.List;
import org.stepback.data.Dataset;
import org.stepback.nn.Evaluation;
import org.stepback.nn.Trainer;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.diagnosis.RateDiagnosis;
import org.stepback.nn.diagnosis.RunObservation;
import org.stepback.nn.diagnosis.RunRecorder;
import org.stepback.nn.diagnosis.RunSeries;

/// The diagnoses of a playground's training since something was last changed by hand.
final class PlaygroundDiagnosis {
    /// The first steps of a sound training are large too, and its loss is still high.
    private static final int FIRST_STEPS = 50;

    /// A playground has no end: after so many epochs a rate that got nowhere is too small.
    private static final int MANY_EPOCHS = 100;

    private final RunRecorder recorder;
    private final long begin;
    private long lastRest;

    /// @param trainer as it is after the change
    PlaygroundDiagnosis(Trainer trainer) {
        trainer.detail(true); // a diagnosis reads how far the updates go
        recorder = new RunRecorder(trainer.network().layers());
        begin = trainer.steps();
        lastRest = begin;
    }

    /// Takes in the step that was just made.
    void step(Trainer trainer) {
        recorder.step(trainer.report());
    }

    /// Takes in how well the weights do now.
    void rest(Trainer trainer, Evaluation training, Evaluation test) {
        if (trainer.steps() > lastRest && trainer.nonFinite().isEmpty()) {
            lastRest = trainer.steps();
            recorder.rest(lastRest, training.loss(), test.loss());
        }
    }

    /// Returns the diagnoses without the one of a number that is not finite, which is said elsewhere.
    List<Diagnosis> diagnoses(Trainer trainer, Setup setup) {
        long steps = trainer.steps() - begin;
        RunSeries series = recorder.series();
        if (series.steps().length == 0) {
            return List.of();
        }
        Dataset table = setup.split().train();
        return Diagnosis.of(RunObservation.of(trainer, setup.settings().loss(), series, table.x(), table.y())).stream()
                .filter(found -> !(found instanceof Diagnosis.NotFinite))
                .filter(found ->
                        !(found instanceof RateDiagnosis) || trainer.nonFinite().isPresent() || steps >= FIRST_STEPS)
                .filter(found -> !(found instanceof RateDiagnosis.TooSmall)
                        || steps >= (long) MANY_EPOCHS * trainer.stepsPerEpoch())
                .toList();
    }
}
