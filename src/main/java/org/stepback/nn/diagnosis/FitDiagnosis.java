package org.stepback.nn.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.LossFit;
import org.stepback.number.NumberText;

/// Something that does not go together: the loss and the output, or what was learned and other samples.
public sealed interface FitDiagnosis extends Diagnosis {
    /// The output layer cannot say what the loss compares it with.
    ///
    /// @param layer the last one
    /// @param evidence what does not fit, and what to change
    record LossMisfit(int layer, String evidence, String remedy) implements FitDiagnosis {
        static List<LossMisfit> find(RunObservation run) {
            int layer = run.network().layers();
            int outputs = run.network().architecture().output().units();
            Activation output = run.network().activation(layer - 1);
            return new LossFit(outputs, output, run.y())
                            .incomputable(run.loss())
                            .map(misfit -> new LossMisfit(
                                    layer, misfit.sentence(), "Change the last layer or the loss as it says."))
                            .or(() -> outOfReach(run, output, layer))
                            .stream()
                            .toList();
        }

        /// Targets that no output can come near.
        private static Optional<LossMisfit> outOfReach(RunObservation run, Activation output, int layer) {
            if (run.loss().targets().areClasses()) {
                return Optional.empty();
            }
            int beyond = 0;
            double example = 0;
            for (int i = 0; i < run.y().getNumElements(); i++) {
                double y = run.y().data[i];
                if (y < output.range().from() || y > output.range().to()) {
                    example = beyond++ == 0 ? y : example;
                }
            }
            return beyond == 0
                    ? Optional.empty()
                    : Optional.of(new LossMisfit(
                            layer,
                            "%d of %d targets lie outside of %s … %s, which %s never leaves; one is %s."
                                    .formatted(
                                            beyond,
                                            run.y().getNumElements(),
                                            NumberText.brief(output.range().from()),
                                            NumberText.brief(output.range().to()),
                                            output.name(),
                                            NumberText.brief(example)),
                            "Try linear in the last layer, or scale the targets into that range."));
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "A loss that does not fit the output",
                    "The loss can only fall as far as the output can go. Where no output comes near the target, training"
                            + " pushes the weights against a wall.",
                    remedy);
        }
    }

    /// The network gets better on the samples that it learns from, and worse on those that it has not seen.
    ///
    /// @param step after which the validation loss was lowest
    /// @param lowest the validation loss then
    /// @param trainingThen the loss of the training samples then
    /// @param validation the validation loss at the end
    /// @param training the loss of the training samples at the end
    record Overfitting(long step, double lowest, double trainingThen, double validation, double training)
            implements FitDiagnosis {
        private static final int FEWEST = 5;
        private static final double RISEN = 1.2;
        private static final double FALLEN = 0.8;
        private static final double APART = 1.5;
        private static final double OF_FIRST = 0.1; // less of the first loss is no harm

        static List<Overfitting> find(RunObservation run) {
            RunSeries series = run.series();
            double[] held = series.validationLoss();
            if (held.length < FEWEST || run.nonFinite().isPresent()) {
                return List.of();
            }
            int best = TypicalNumbers.indexOfMax(
                    Arrays.stream(held).map(loss -> -loss).toArray());
            if (best < 0) {
                return List.of();
            }
            double validation = TypicalNumbers.ending(held);
            double training = TypicalNumbers.ending(series.trainingLoss());
            double then = series.trainingLoss()[best];
            boolean risen = validation > RISEN * held[best] && validation - held[best] > OF_FIRST * series.loss()[0];
            boolean overfits = risen && training < FALLEN * then && validation > APART * training;
            return overfits
                    ? List.of(new Overfitting(series.restSteps()[best], held[best], then, validation, training))
                    : List.of();
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "Overfitting",
                    "The network has so many weights that it can learn the training samples by heart, noise and all."
                            + " What it learns by heart does not hold for samples that it has not seen.",
                    "Stop earlier (after step " + step + "), take more samples, or use fewer units.");
        }

        @Override
        public String evidence() {
            return "After step " + step + " the validation loss was lowest, " + NumberText.brief(lowest)
                    + ". Since then it has risen to " + NumberText.brief(validation)
                    + ", while the loss of the training samples fell from " + NumberText.brief(trainingThen)
                    + " to "
                    + NumberText.brief(training) + ".";
        }
    }
}
