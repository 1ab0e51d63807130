package org.stepback.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.stepback.data.Dataset;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.training.EpochEvaluation;
import org.stepback.exercise.training.TrainingLoop;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.interop.RunJson;
import org.stepback.interop.TraceText;
import org.stepback.nn.StepReport;
import org.stepback.nn.Trainer;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.diagnosis.RunObservation;
import org.stepback.nn.diagnosis.RunRecorder;

/// Trains a notebook's train cell here and now, and writes down what happens.
final class Train {
    static final String USAGE = "Write “stepback train FILE.md [--cell ID] [--epochs N] [--steps N] [--seed N]"
            + " [--metrics OUT.jsonl] [--weights OUT.json] [--trace STEP]”.";

    private static final List<String> OPTIONS =
            List.of("--cell", "--epochs", "--steps", "--seed", "--metrics", "--weights", "--trace");
    private static final int MAX_EPOCHS = 10_000;
    private static final long MAX_STEPS = 200_000_000;
    private static final long MAX_SEED = (1L << 53) - 1;

    private final TrainingSpec spec;
    private final Trainer trainer;
    private final TrainingLoop loop;
    private final OptionalLong traced;
    private final Optional<Path> metrics;
    private final Optional<Path> weights;
    private final PrintStream out;
    private final ProgressBar progress;
    private final RunRecorder recorder;

    private Train(Arguments args, PrintStream out, boolean terminal) {
        TrainingSpec written = TrainingSpec.of(args.notebook(), args.text("--cell"));
        OptionalLong seed = args.whole("--seed", 0, MAX_SEED);
        this.spec = seed.isPresent() ? written.withSeed(seed.getAsLong()) : written;
        long totalSteps = totalSteps(args);
        this.traced = args.whole("--trace", 1, totalSteps);
        this.metrics = args.output("--metrics");
        this.weights = args.output("--weights");
        this.trainer = spec.trainer();
        this.loop = new TrainingLoop(trainer, spec.split(), totalSteps);
        trainer.detail(true);
        this.out = out;
        this.recorder = new RunRecorder(spec.architecture().layers().size());
        this.progress = new ProgressBar(out, terminal, totalSteps, spec.stepsPerEpoch());
        weights.ifPresent(CommandFiles::requireWritable);
    }

    /// @return whether every number stayed finite
    /// @throws RefusedException with a sentence, where the arguments or the notebook are not sound
    static boolean run(List<String> args, PrintStream out, PrintStream err, boolean terminal) {
        return new Train(new Arguments(args, OPTIONS, USAGE), out, terminal).run(err);
    }

    /// Whole epochs, the cell's or those asked for; `--steps` counts steps instead, or ends sooner.
    private long totalSteps(Arguments args) {
        OptionalLong epochs = args.whole("--epochs", 1, MAX_EPOCHS);
        OptionalLong steps = args.whole("--steps", 1, MAX_STEPS);
        long whole = epochs.orElse(spec.train().epochs()) * spec.stepsPerEpoch();
        return steps.isEmpty() ? whole : epochs.isEmpty() ? steps.getAsLong() : Math.min(whole, steps.getAsLong());
    }

    private boolean run(PrintStream err) {
        try (var interruption = new Interruption()) {
            return run(err, interruption);
        }
    }

    private boolean run(PrintStream err, Interruption interruption) {
        try (@Nullable BufferedWriter lines = CommandFiles.writer(metrics).orElse(null)) {
            while (loop.goesOn() && !interruption.isAsked()) {
                step(lines);
            }
        } catch (IOException e) {
            throw CommandFiles.unwritable(metrics.orElseThrow());
        }
        if (trainer.nonFinite().isPresent()) {
            progress.clear();
            err.println(trainer.nonFinite().get().sentence()
                    + weights.map(file -> " No weights were written.").orElse(""));
            progress.diagnoses(diagnoses());
            return false;
        }
        progress.end(trainer, interruption.isAsked());
        trainer.endRun();
        progress.summary(spec, trainer);
        progress.diagnoses(diagnoses());
        weights.ifPresent(file -> CommandFiles.write(file, RunJson.weights(spec, trainer.network(), trainer.steps())));
        return true;
    }

    private List<Diagnosis> diagnoses() {
        Dataset samples = spec.split().train();
        return Diagnosis.of(
                RunObservation.of(trainer, spec.train().loss(), recorder.series(), samples.x(), samples.y()));
    }

    private StepReport trace() {
        progress.clear();
        out.print(TraceText.of(trainer.trace()));
        return trainer.report();
    }

    private void step(@Nullable BufferedWriter lines) throws IOException {
        long next = trainer.steps() + 1;
        StepReport report = traced.isPresent() && traced.getAsLong() == next ? trace() : trainer.step();
        boolean ends = trainer.nonFinite().isEmpty() && trainer.isAtEpochEnd();
        Optional<EpochEvaluation> end = ends ? Optional.of(loop.evaluate()) : Optional.empty();
        if (lines != null) {
            lines.write(RunJson.line(report, end));
            lines.newLine();
        }
        recorder.step(report);
        end.ifPresent(found ->
                recorder.rest(next, found.training().loss(), found.held().loss()));
        progress.step(report, end);
        end.ifPresent(loop::endEpoch);
    }
}
