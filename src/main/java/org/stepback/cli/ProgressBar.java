package org.stepback.cli;

import static org.stepback.number.NumberText.counted;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.stepback.exercise.training.EpochEvaluation;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Evaluation;
import org.stepback.nn.StepReport;
import org.stepback.nn.Trainer;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.number.NumberText;

/// The progress of a run: a bar that is drawn over itself on a terminal, a few lines elsewhere.
final class ProgressBar {
    private static final int BAR = 30;
    private static final int LINES = 10;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String ERASE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long steps;
    private final long epochs;
    private long drawn = System.nanoTime() - REDRAW_NANOS;
    private Optional<EpochEvaluation> last = Optional.empty();

    ProgressBar(PrintStream out, boolean terminal, long steps, int stepsPerEpoch) {
        this.out = out;
        this.terminal = terminal;
        this.steps = steps;
        this.epochs = Math.ceilDiv(steps, (long) stepsPerEpoch);
    }

    void step(StepReport report, Optional<EpochEvaluation> end) {
        last = end.or(() -> last);
        if (terminal) {
            bar(report);
        } else if (end.isPresent() && isTold(report.epoch())) {
            out.println("epoch " + report.epoch() + "/" + epochs + "  step " + report.step() + "  " + told(end.get()));
        }
    }

    /// Takes the bar away.
    void clear() {
        if (terminal) {
            out.print(ERASE);
        }
    }

    /// Tells why the run ended before its last epoch, if it did.
    void end(Trainer trainer, boolean interrupted) {
        clear();
        if (interrupted) {
            out.println("Interrupted after step " + trainer.steps() + " of " + steps + ".");
        }
        trainer.stopped().ifPresent(out::println);
        if (trainer.hasCallbacks()) {
            last = Optional.empty(); // the best weights may be back
        }
    }

    void summary(TrainingSpec spec, Trainer trainer) {
        clear();
        EpochEvaluation end =
                trainer.isAtEpochEnd() && last.isPresent() ? last.get() : EpochEvaluation.of(trainer, spec.split());
        out.println("Trained “" + spec.train().id() + "”: " + counted(trainer.steps(), "step") + ", "
                + counted(trainer.epoch(), "epoch") + ", "
                + counted(spec.architecture().parameters(), "parameter") + ". At the end: " + told(end) + ".");
    }

    /// Prints each diagnosis of the run: its name, its evidence, the reason, and what to try.
    void diagnoses(List<Diagnosis> found) {
        for (Diagnosis diagnosis : found) {
            out.println();
            out.println(diagnosis.title() + ": " + diagnosis.evidence());
            out.println("  " + diagnosis.why());
            out.println("  " + diagnosis.remedy());
        }
    }

    /// Returns the first epoch, the last, and some evenly between.
    private boolean isTold(int epoch) {
        return epoch == 1 || epoch * LINES / epochs > (epoch - 1) * LINES / epochs;
    }

    private void bar(StepReport report) {
        long now = System.nanoTime();
        if (now - drawn < REDRAW_NANOS && report.step() < steps) {
            return;
        }
        drawn = now;
        int full = (int) (BAR * report.step() / steps);
        out.print(ERASE + "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + 100 * report.step() / steps
                + " %  epoch " + report.epoch() + "/" + epochs + "  "
                + last.map(ProgressBar::told).orElse("loss " + NumberText.terminal(report.loss())));
        out.flush();
    }

    private static String told(EpochEvaluation end) {
        return told("loss", "accuracy", end.training())
                + end.validation()
                        .map(held -> ", " + told("val_loss", "val_accuracy", held))
                        .orElse("");
    }

    private static String told(String loss, String accuracy, Evaluation evaluation) {
        String told = loss + " " + NumberText.terminal(evaluation.loss());
        return Double.isNaN(evaluation.accuracy())
                ? told
                : told + ", " + accuracy + " " + NumberText.percent(evaluation.accuracy());
    }
}
