package org.stepback.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.stepback.nn.Quantity.Tensor;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.explain.Explanation;
import org.stepback.nn.explain.Explanations;
import org.stepback.nn.layer.ActivationLayer;
import org.stepback.nn.layer.BatchNormalization;
import org.stepback.nn.layer.Dense;
import org.stepback.nn.layer.Dropout;
import org.stepback.nn.layer.GaussianNoise;
import org.stepback.nn.layer.Layer;
import org.stepback.nn.layer.LayerNormalization;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.math.Tensors;
import org.stepback.nn.optimizer.Adam;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Ftrl;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.RmsProp;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.optimizer.Sgd;
import org.stepback.nn.regularizer.Regularizer;

/// Each number of a traced step is the trainer's own, and is made of what its explanation says.
class TraceTest {
    private static final List<Optimization> OPTIMIZERS = Stream.concat(
                    Optimizer.ALL.stream().map(rule -> rule.at(.05)),
                    Stream.of(
                            new Sgd(.9, false).at(.05),
                            new Sgd(.8, true).at(.05).withWeightDecay(.1),
                            new RmsProp(.9, .5, 1e-7, true).at(.01),
                            new RmsProp(.9, 0, 1e-7, true).at(.01),
                            new Adam(.9, .999, 1e-7, true).at(.01).with(new Clipping.Clipnorm(.01)),
                            new Sgd().at(.1).with(new Clipping.Clipvalue(.01)),
                            new Ftrl(-.7, .2, .01, .1, .1, .2).at(.1),
                            new Adam()
                                    .at(.01)
                                    .with(new Clipping.GlobalClipnorm(.02))
                                    .withWeightDecay(.2),
                            new Sgd().at(.1).with(new Schedule.ExponentialDecay(.3, 2, .5, false))))
            .toList();

    /// One of many kinds of runs, at one of its first steps.
    private record Run(Network network, TrainerSettings settings, DMatrixRMaj x, DMatrixRMaj y, int steps) {
        Trainer trainer() {
            Trainer trainer = new Trainer(network, settings, x, y);
            for (int i = 0; i < steps; i++) {
                trainer.step();
            }
            return trainer;
        }
    }

    private static Run run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Loss loss = Loss.ALL.get((int) (seed % Loss.ALL.size()));
        int outputs = random.nextBoolean() ? 1 : 3;
        List<Activation> fitting = Activation.ALL.stream()
                .filter(output -> loss.misfit(outputs, output).isEmpty())
                .filter(output -> outputs > 1 || output instanceof Activation.Elementwise)
                .toList();
        if (fitting.isEmpty()) {
            return run(seed + 100_003 * (long) Loss.ALL.size());
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            layers.add(hidden(random));
        }
        layers.add(new Dense(outputs, fitting.get(random.nextInt(fitting.size()))));
        DMatrixRMaj x = Runs.points(3, 11, seed);
        DMatrixRMaj y = Runs.targets(loss, outputs, 11, seed);
        Network network = Runs.network(new Architecture(3, layers), seed);
        for (int layer = 0; layer < layers.size(); layer++) {
            boolean has = layers.get(layer).tensors().bias().isPresent();
            for (int i = 0; has && i < network.bias(layer).getNumElements(); i++) {
                network.bias(layer).data[i] += .1 * random.nextDouble();
            }
        }
        Optimization optimizer = OPTIMIZERS.get(random.nextInt(OPTIMIZERS.size()));
        TrainerSettings settings = new TrainerSettings(loss, optimizer, 4, true, seed);
        return new Run(network, settings, x, y, random.nextInt(4));
    }

    private static Layer hidden(SplittableRandom random) {
        List<Activation> smooth =
                List.of(new Activation.Tanh(), new Activation.Relu(), new Activation.Sigmoid(), Activation.LINEAR);
        Activation f = smooth.get(random.nextInt(smooth.size()));
        return switch (random.nextInt(10)) {
            case 0 -> new Dropout(.3);
            case 1 -> new GaussianNoise(.2);
            case 2 -> new BatchNormalization();
            case 3 -> new LayerNormalization();
            case 4 -> new BatchNormalization(.9, .01, true, false, false);
            case 5 -> new ActivationLayer(f);
            case 6 ->
                new Dense(
                        4,
                        f,
                        false,
                        true,
                        Optional.of(random.nextBoolean() ? new Regularizer.L2(.1) : new Regularizer.PlaygroundL1(9)),
                        Optional.empty(),
                        Optional.empty());
            case 7 ->
                new Dense(
                        3,
                        f,
                        true,
                        random.nextBoolean(),
                        Optional.of(new Regularizer.L1L2(.1, .2)),
                        Optional.of(new Regularizer.L1(.1)),
                        Optional.empty());
            default -> new Dense(2 + random.nextInt(4), f);
        };
    }

    /// Every number that the pages can ask for.
    private static List<Quantity> all(Trace trace) {
        List<Quantity> all = new ArrayList<>(List.of(new Quantity.BatchLoss()));
        for (int sample = 0; sample < trace.width(); sample++) {
            all.add(new Quantity.SampleLoss(sample));
        }
        Network network = trace.before();
        for (int layer = 0; layer < network.layers(); layer++) {
            for (int row = 0; row < trace.z(layer).numRows; row++) {
                for (int sample = 0; sample < trace.width(); sample++) {
                    all.add(new Quantity.Z(layer, row, sample));
                    all.add(new Quantity.A(layer, row, sample));
                    all.add(new Quantity.DA(layer, row, sample));
                    all.add(new Quantity.Delta(layer, row, sample));
                }
            }
            for (Tensor tensor : Tensor.values()) {
                DMatrixRMaj like = network.tensor(layer, tensor);
                for (int i = 0; i < like.getNumElements() && trace.learns(layer, tensor); i++) {
                    Quantity.Weight w = new Quantity.Weight(layer, tensor, i / like.numCols, i % like.numCols);
                    all.addAll(List.of(
                            w,
                            new Quantity.Gradient(w),
                            new Quantity.Clipped(w),
                            new Quantity.Change(w),
                            new Quantity.NewWeight(w)));
                    for (int slot = 0; slot < trace.optimizer().rule().slots().size(); slot++) {
                        all.add(new Quantity.Memory(w, slot, false));
                        all.add(new Quantity.Memory(w, slot, true));
                    }
                }
            }
        }
        return all;
    }

    @Property(tries = 400)
    void each_number_is_what_its_terms_make(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Trainer trainer = run(seed).trainer();
        if (trainer.nonFinite().isPresent()) {
            return;
        }
        Trace trace = trainer.trace();
        if (trainer.nonFinite().isPresent()) { // in this very step: NaN equals nothing
            return;
        }
        Set<Quantity> followed = new HashSet<>();
        for (Quantity quantity : all(trace)) {
            follow(trace, quantity, followed);
        }
    }

    /// The size of what is summed: how far rounding may be seen.
    private static double magnitude(Explanation explanation) {
        return explanation.terms().stream()
                .mapToDouble(term -> Math.abs(term.value()))
                .reduce(Math.abs(explanation.value()), Math::max);
    }

    /// Checks a number, and those that it is made of, down to the ones that are given.
    private static void follow(Trace trace, Quantity quantity, Set<Quantity> followed) {
        if (!followed.add(quantity)) {
            return;
        }
        double value = trace.value(quantity);
        Explanation explanation = new Explanations(trace).of(quantity);
        assertThat(explanation.value()).as(quantity.toString()).isEqualTo(value);
        assertThat(explanation.combined())
                .as("%s %s %s", quantity, explanation.equation(), trace.before().architecture())
                .isCloseTo(value, within(1e-12 * magnitude(explanation)));
        if (explanation.terms().isEmpty()) {
            assertThat(isGiven(quantity) || isOfFrozen(trace, quantity))
                    .as(quantity.toString())
                    .isTrue();
        }
        for (Explanation.Term term : explanation.terms()) {
            for (Explanation.Factor factor : term.factors()) {
                factor.of().ifPresent(of -> follow(trace, of, followed));
            }
        }
    }

    private static boolean isGiven(Quantity quantity) {
        return switch (quantity) {
            case Quantity.X x -> true;
            case Quantity.Y y -> true;
            case Quantity.Weight w -> true;
            case Quantity.SampleWeight weight -> true;
            case Quantity.Mask mask -> true;
            case Quantity.Added added -> true;
            case Quantity.Memory memory -> !memory.after();
            default -> false;
        };
    }

    private static boolean isOfFrozen(Trace trace, Quantity quantity) {
        int layer =
                switch (quantity) {
                    case Quantity.Mean mean -> mean.layer();
                    case Quantity.Inverse inverse -> inverse.layer();
                    case Quantity.Change change -> change.of().layer();
                    default -> -1;
                };
        return layer >= 0 && !trace.before().layer(layer).trainable();
    }

    @Property(tries = 100)
    void a_traced_step_is_the_step_bit_for_bit(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Trainer plain = run(seed).trainer();
        Trainer traced = run(seed).trainer();
        if (plain.nonFinite().isPresent()) {
            return;
        }
        Checkpoint start = traced.checkpoint();
        StepReport report = plain.step();
        Trace trace = traced.trace();
        if (plain.nonFinite().isPresent()) {
            assertThat(traced.nonFinite()).isEqualTo(plain.nonFinite());
            return;
        }
        assertThat(trace.loss()).isEqualTo(report.loss());
        assertThat(trace.step()).isEqualTo(report.step());
        assertThat(traced.checkpoint()).usingRecursiveComparison().isEqualTo(plain.checkpoint());
        for (int layer = 0; layer < trace.before().layers(); layer++) {
            assertThat(Tensors.norm(trace.dW(layer))).isEqualTo(report.kernelGradientNorm(layer));
            assertThat(Tensors.norm(trace.db(layer))).isEqualTo(report.biasGradientNorm(layer));
            assertThat(trace.after().kernel(layer).data)
                    .isEqualTo(plain.network().kernel(layer).data);
            assertThat(trace.after().bias(layer).data).isEqualTo(plain.network().bias(layer).data);
        }
        traced.restore(start);
        assertThat(traced.trace().loss()).isEqualTo(trace.loss());
    }

    @Test
    void its_gradients_are_those_of_its_batch() {
        DMatrixRMaj x = Runs.points(2, 10, 1);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), new Adam(), 4, true, 3);
        Trainer trainer = new Trainer(Runs.network(Runs.lesson(), 1), settings, x, Runs.sides(x));
        Trace trace = trainer.trace();
        for (int column = 0; column < 4; column++) {
            assertThat(trace.x().get(0, column)).isEqualTo(x.get(0, trace.samples()[column]));
        }
        Gradients gradients = Gradients.of(trace.before(), new Loss.BinaryCrossentropy(), trace.x(), trace.y());
        for (int layer = 0; layer < 2; layer++) {
            assertThat(trace.dW(layer).data).isEqualTo(gradients.dW().get(layer).data);
            assertThat(trace.db(layer).data).isEqualTo(gradients.db().get(layer).data);
            assertThat(trace.delta(layer).data).isEqualTo(gradients.delta().get(layer).data);
        }
    }

    @Test
    void a_weight_is_followed_from_its_new_value_to_the_data() {
        DMatrixRMaj x = Runs.points(2, 10, 1);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), new Sgd(), 4, true, 3);
        Trace trace = new Trainer(Runs.network(Runs.lesson(), 1), settings, x, Runs.sides(x)).trace();
        Quantity.Weight w = new Quantity.Weight(1, Tensor.KERNEL, 0, 2);

        assertThat(new Explanations(trace).of(new Quantity.NewWeight(w)).equation())
                .isEqualTo("w_new = w + Δw");
        assertThat(new Explanations(trace).of(new Quantity.Change(w)).equation())
                .isEqualTo("Δw = −η · g");
        Explanation gradient = new Explanations(trace).of(new Quantity.Gradient(w));
        assertThat(gradient.equation()).isEqualTo("∂L/∂w = Σ δ · a_prev over the samples");
        assertThat(gradient.terms()).hasSize(4);
        assertThat(gradient.terms())
                .filteredOn(term -> term.sample().equals(OptionalInt.of(3)))
                .singleElement()
                .satisfies(term -> assertThat(term.factors())
                        .extracting(Explanation.Factor::of)
                        .containsExactly(
                                Optional.of(new Quantity.Delta(1, 0, 3)), Optional.of(new Quantity.A(0, 2, 3))));
        Explanation delta = new Explanations(trace).of(new Quantity.Delta(1, 0, 3));
        assertThat(delta.equation())
                .isEqualTo("δ = (a − y) / n, binary_crossentropy and sigmoid fused: their factors cancel");
        assertThat(delta.value()).isEqualTo((trace.a(1).get(0, 3) - trace.y().get(0, 3)) / 4);
        assertThat(new Explanations(trace).of(new Quantity.DA(0, 2, 3)).terms())
                .singleElement()
                .satisfies(term -> assertThat(term.value())
                        .isEqualTo(trace.before().kernel(1).get(0, 2) * delta.value()));
    }

    @Test
    void samples_that_count_differently_are_explained() {
        DMatrixRMaj x = Runs.points(2, 10, 1);
        for (Loss loss : List.of(new Loss.BinaryCrossentropy(), new Loss.MeanSquaredError())) {
            TrainerSettings settings =
                    new TrainerSettings(loss, new Sgd(), 4, true, 3).withClassWeights(Map.of(0, 3.0, 1, .5));
            Trace trace = new Trainer(Runs.network(Runs.lesson(), 1), settings, x, Runs.sides(x)).trace();
            Set<Quantity> followed = new HashSet<>();
            all(trace).forEach(quantity -> follow(trace, quantity, followed));
            assertThat(followed).contains(new Quantity.SampleWeight(2));
        }
    }

    @Test
    void a_step_that_stops_being_finite_is_traced_too() {
        DMatrixRMaj x = Runs.points(2, 10, 1);
        x.data[0] = 1e200;
        TrainerSettings settings = new TrainerSettings(new Loss.MeanSquaredError(), new Sgd(), 10, false, 3);
        Trainer trainer = new Trainer(
                Runs.network(new Architecture(2, List.of(new Dense(1, Activation.LINEAR))), 1),
                settings,
                x,
                Runs.sides(x));
        Trace trace = trainer.trace();
        assertThat(trainer.nonFinite()).isPresent();
        assertThat(trace.loss()).isInfinite();
        assertThat(trace.after().kernel(0).data).isEqualTo(trace.before().kernel(0).data);
        assertThat(trace.value(new Quantity.Z(0, 0, 0))).isNotZero();
        assertThatThrownBy(trainer::trace).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_number_that_is_not_there_is_refused() {
        DMatrixRMaj x = Runs.points(2, 10, 1);
        TrainerSettings settings = new TrainerSettings(new Loss.BinaryCrossentropy(), new Sgd(), 4, true, 3);
        Trace trace = new Trainer(Runs.network(Runs.lesson(), 1), settings, x, Runs.sides(x)).trace();
        for (Quantity none : List.of(
                new Quantity.Z(2, 0, 0),
                new Quantity.Z(0, 5, 0),
                new Quantity.A(0, 0, 4),
                new Quantity.X(-1, 0),
                new Quantity.Gradient(new Quantity.Weight(0, Tensor.KERNEL, 0, 2)))) {
            assertThatThrownBy(() -> trace.value(none)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> new Explanations(trace).of(none)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }
}
