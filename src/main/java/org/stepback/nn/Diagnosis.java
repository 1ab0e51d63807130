package org.stepback.nn;

import java.util.List;
import java.util.function.Function;

/// What is wrong with a run, with the numbers that show it.
///
/// Its components are the evidence. A healthy run has none. To add one, write a record with its `find` and name it in
/// [#FINDERS].
public sealed interface Diagnosis
        permits Diagnosis.NotFinite, Diagnosis.Frozen, GradientDiagnosis, UnitDiagnosis, RateDiagnosis, FitDiagnosis {
    /// What looks for each kind of diagnosis, the likeliest cause first.
    List<Function<Observed, ? extends List<? extends Diagnosis>>> FINDERS = List.of(
            NotFinite::find,
            Frozen::find,
            FitDiagnosis.LossMisfit::find,
            RateDiagnosis.TooLarge::find,
            RateDiagnosis.TooSmall::find,
            UnitDiagnosis.Symmetric::find,
            UnitDiagnosis.Dead::find,
            UnitDiagnosis.Saturated::find,
            GradientDiagnosis.Vanishing::find,
            GradientDiagnosis.Exploding::find,
            FitDiagnosis.Overfitting::find);

    /// Everything that is wrong with a run; a pure function of what was observed.
    static List<Diagnosis> of(Observed run) {
        return FINDERS.stream()
                .flatMap(finder -> finder.apply(run).stream())
                .map(Diagnosis.class::cast)
                .toList();
    }

    /// The layer where it shows, 1 = the first; 0 where it is the whole network.
    int layer();

    /// The step at which it shows, 1 = the first; 0 = before the first.
    long step();

    /// Its name, such as `Vanishing gradients`.
    String title();

    /// A sentence with the numbers that show it.
    String evidence();

    /// Two sentences for a beginner.
    String why();

    /// What to try.
    String remedy();

    /// A number stopped being finite, which ended the run.
    record NotFinite(NonFinite first) implements Diagnosis {
        static List<NotFinite> find(Observed run) {
            return Evidence.list(run.nonFinite().map(NotFinite::new));
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
        public String title() {
            return "Numbers that are no longer finite";
        }

        @Override
        public String evidence() {
            String tensor = first.what().startsWith("loss") ? first.what() : first.what() + " of layer " + layer();
            return "In step " + step() + " the " + tensor
                    + " became infinite or no number at all (NaN), before any other.";
        }

        @Override
        public String why() {
            return "Each step made the numbers larger, until a double could not hold them. From then on every result"
                    + " that uses them is infinite or NaN too.";
        }

        @Override
        public String remedy() {
            return "Try a smaller learning rate, clip the gradients (clipnorm), or scale the data.";
        }
    }

    /// No step changes a weight, since every layer that has some is frozen.
    ///
    /// @param step the last one
    record Frozen(long step) implements Diagnosis {
        private static final int FEWEST_STEPS = 4;

        static List<Frozen> find(Observed run) {
            long steps = run.series().lastStep();
            return steps >= FEWEST_STEPS && run.network().architecture().trainableParameters() == 0
                    ? List.of(new Frozen(steps))
                    : List.of();
        }

        @Override
        public int layer() {
            return 0;
        }

        @Override
        public String title() {
            return "No weight changes";
        }

        @Override
        public String evidence() {
            return "All layers with weights are frozen: after " + step + " steps they still have the first ones.";
        }

        @Override
        public String why() {
            return "A frozen layer keeps its weights, whatever the gradient says. Where all are frozen, the network gives"
                    + " what it gave at the start.";
        }

        @Override
        public String remedy() {
            return "Let at least one layer learn: in its settings, trainable is to be on.";
        }
    }
}
