package org.stepback.nn.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stepback.nn.Architecture;
import org.stepback.nn.NonFinite;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.TensorNames;

/// A fault of a run, with the numbers that show it.
///
/// Its components are the evidence. A healthy run has none. To add one, write a record with its `find` and name it in
/// [#FINDERS].
public sealed interface Diagnosis
        permits Diagnosis.NotFinite,
                Diagnosis.Standstill,
                GradientDiagnosis,
                UnitDiagnosis,
                RateDiagnosis,
                FitDiagnosis {
    /// The search for each kind of diagnosis, the likeliest cause first.
    List<Function<RunObservation, ? extends List<? extends Diagnosis>>> FINDERS = List.of(
            NotFinite::find,
            Standstill::find,
            FitDiagnosis.LossMisfit::find,
            RateDiagnosis.TooLarge::find,
            RateDiagnosis.TooSmall::find,
            UnitDiagnosis.Symmetric::find,
            UnitDiagnosis.Dead::find,
            UnitDiagnosis.Saturated::find,
            GradientDiagnosis.Vanishing::find,
            GradientDiagnosis.Exploding::find,
            FitDiagnosis.Overfitting::find);

    /// Everything that is wrong with a run; a pure function of what was observed. Where no weight changes, nothing else
    /// is worth saying.
    static List<Diagnosis> of(RunObservation run) {
        List<Diagnosis> found = FINDERS.stream()
                .flatMap(finder -> finder.apply(run).stream())
                .map(Diagnosis.class::cast)
                .toList();
        List<Diagnosis> still =
                found.stream().filter(Standstill.class::isInstance).toList();
        return still.isEmpty() ? found : still;
    }

    /// Returns the layer where it shows, 1 = the first; 0 where it is the whole network.
    default int layer() {
        return 0;
    }

    /// Returns the step at which it shows, 1 = the first; 0 = before the first.
    default long step() {
        return 0;
    }

    /// Returns a sentence with the numbers that show it.
    String evidence();

    /// The words that a beginner needs.
    ///
    /// @param title its name, such as `Vanishing gradients`
    /// @param why two sentences
    /// @param remedy what to try
    record Advice(String title, String why, String remedy) {}

    Advice advice();

    default String title() {
        return advice().title();
    }

    default String why() {
        return advice().why();
    }

    default String remedy() {
        return advice().remedy();
    }

    /// A number stopped being finite, which ended the run.
    record NotFinite(NonFinite first) implements Diagnosis {
        static List<NotFinite> find(RunObservation run) {
            return run.nonFinite().map(NotFinite::new).stream().toList();
        }

        @Override
        public int layer() {
            return first.layer();
        }

        @Override
        public long step() {
            return first.step();
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "Numbers that became infinite",
                    "Each step made the numbers larger, until they became infinite. From then on every result that uses"
                            + " them is infinite or not a number (NaN) too.",
                    "Try a smaller learning rate, clip the gradients (clipnorm), or scale the data.");
        }

        @Override
        public String evidence() {
            String tensor = first.what().startsWith("loss") ? first.what() : first.what() + " of layer " + layer();
            return "The " + tensor + " is infinite or not a number (NaN) from step " + step()
                    + " on, before any other.";
        }
    }

    /// No step changes a weight: every layer is frozen, or no sample counts.
    ///
    /// @param step the last one
    /// @param frozen whether every layer is
    record Standstill(long step, boolean frozen) implements Diagnosis {
        private static final int FEWEST_STEPS = 4;

        static List<Standstill> find(RunObservation run) {
            long steps = run.series().lastStep();
            boolean frozen = isFrozen(run.network().architecture());
            return steps >= FEWEST_STEPS && (frozen || isAllZero(run.series()))
                    ? List.of(new Standstill(steps, frozen))
                    : List.of();
        }

        private static boolean isFrozen(Architecture architecture) {
            return architecture.layers().stream()
                    .filter(layer -> !layer.tensors().equals(TensorNames.NONE))
                    .noneMatch(Layer::trainable);
        }

        private static boolean isAllZero(RunSeries series) {
            return Stream.concat(Stream.of(series.loss()), Stream.of(series.gradientNorm()))
                    .flatMapToDouble(Arrays::stream)
                    .allMatch(number -> number == 0);
        }

        @Override
        public Advice advice() {
            return new Advice(
                    "No weight changes",
                    "A step moves a weight against its gradient, unless its layer is frozen. Where there is nothing to"
                            + " move by, the network gives what it gave at the start.",
                    frozen
                            ? "Let at least one layer learn: in its settings, trainable is to be on."
                            : "See that some of the samples to train with have a weight above 0.");
        }

        @Override
        public String evidence() {
            return frozen
                    ? "All layers with weights are frozen: after " + step + " steps they still have the first ones."
                    : "In each of " + step + " steps the loss and every gradient were 0.";
        }
    }
}
