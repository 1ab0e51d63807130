package org.stepback.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepback.nn.Architecture;
import org.stepback.nn.Callback;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.initializer.Initializer;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.Weights;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimization;

/// One block of a notebook: prose, something to configure and run, or a question.
public sealed interface Cell {
    /// Its name within the exercise; `p1`, `p2`, … for prose.
    String id();

    /// Returns which of its fields a student may change.
    default Access access() {
        return Access.NONE;
    }

    /// Returns the cells that it names and works with, each above it.
    default Set<String> uses() {
        return switch (this) {
            case Net net -> Set.of(net.input());
            case Train train -> Set.copyOf(List.of(train.network(), train.data()));
            case Trace trace -> Set.of(trace.train());
            case Question question -> question.train().stream().collect(Collectors.toSet());
            case Prose _, Data _ -> Set.of();
        };
    }

    /// Text between the other cells.
    ///
    /// @param markdown as the author wrote it; [Markdown#html] renders it
    record Prose(String id, String markdown) implements Cell {}

    /// The samples to learn from.
    ///
    /// @param validationSplit the part held out, from 0 up to, but not including, 1
    record Data(String id, String title, Source source, double validationSplit, Access access) implements Cell {
        /// Samples that may be written out in a cell.
        public static final int MAX_LITERAL_SAMPLES = 500;

        /// Numbers that may be written out in a cell.
        public static final int MAX_LITERAL_NUMBERS = 2000;
    }

    /// A network of layers.
    ///
    /// @param input the data cell whose features it takes
    /// @param layers the output layer last
    /// @param initializer what the kernels start with; biases start at 0
    /// @param weights the weights to start with, first layer first; empty if the initializer gives them
    record Net(
            String id,
            String input,
            List<Layer> layers,
            Initializer initializer,
            long seed,
            List<Weights> weights,
            Access access)
            implements Cell {
        public Net {
            layers = List.copyOf(layers);
            weights = List.copyOf(weights);
        }

        public Architecture architecture(int inputs) {
            return new Architecture(inputs, layers);
        }
    }

    /// One training: a network, the data it learns from, and how.
    ///
    /// @param batchSize at most the number of training samples
    /// @param seed fixes the order in which samples are shuffled, and what random layers draw
    /// @param classWeights by the number of a class how much its samples count; empty where all count alike
    /// @param callbacks what is done at the end of each epoch, at most one of a kind
    /// @param charts those that a student sees at once, in this order; the others are one press away
    record Train(
            String id,
            String network,
            String data,
            Loss loss,
            Optimization optimizer,
            int batchSize,
            int epochs,
            boolean shuffle,
            long seed,
            Map<Integer, Double> classWeights,
            List<Callback> callbacks,
            List<TrainingChart> charts,
            Access access)
            implements Cell {
        public Train {
            classWeights = Map.copyOf(classWeights);
            callbacks = List.copyOf(callbacks);
            charts = List.copyOf(charts);
        }

        /// A training with the usual charts.
        public Train(
                String id,
                String network,
                String data,
                Loss loss,
                Optimization optimizer,
                int batchSize,
                int epochs,
                boolean shuffle,
                long seed,
                Map<Integer, Double> classWeights,
                List<Callback> callbacks,
                Access access) {
            this(
                    id,
                    network,
                    data,
                    loss,
                    optimizer,
                    batchSize,
                    epochs,
                    shuffle,
                    seed,
                    classWeights,
                    callbacks,
                    TrainingChart.USUAL,
                    access);
        }

        /// The settings of its runs.
        public TrainerSettings settings() {
            return new TrainerSettings(loss, optimizer, batchSize, shuffle, seed, classWeights, callbacks);
        }

        /// Returns the same training in another order of samples.
        public Train withSeed(long other) {
            return new Train(
                    id,
                    network,
                    data,
                    loss,
                    optimizer,
                    batchSize,
                    epochs,
                    shuffle,
                    other,
                    classWeights,
                    callbacks,
                    charts,
                    access);
        }
    }

    /// A walk through the steps of a training, stage by stage.
    ///
    /// @param train the train cell whose steps it shows
    /// @param step to begin with, 1 = the first
    /// @param sample to begin with, its place in the mini-batch from 1; 0 for all of them
    record Trace(String id, String train, long step, int sample, Access access) implements Cell {}

    /// Something that a student answers.
    sealed interface Question extends Cell {
        /// The question itself, as Markdown.
        String label();

        /// The train cell whose results it asks about; it can be answered once that training has run.
        Optional<String> train();

        /// The train cell below, of which it asks what the student expects; it can be answered until that is first run.
        Optional<String> predicts();
    }

    /// A question answered by a number.
    ///
    /// @param unit what the number counts, such as `steps`
    record NumberQuestion(
            String id, String label, Optional<String> unit, Optional<String> train, Optional<String> predicts)
            implements Question {
        public NumberQuestion(String id, String label, Optional<String> unit, Optional<String> train) {
            this(id, label, unit, train, Optional.empty());
        }
    }

    /// A question answered by picking one of several texts.
    record ChoiceQuestion(
            String id, String label, List<Option> options, Optional<String> train, Optional<String> predicts)
            implements Question {
        public ChoiceQuestion {
            options = List.copyOf(options);
        }

        public ChoiceQuestion(String id, String label, List<Option> options, Optional<String> train) {
            this(id, label, options, train, Optional.empty());
        }
    }
}
