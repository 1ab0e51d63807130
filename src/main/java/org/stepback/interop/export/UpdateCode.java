package org.stepback.interop.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Network;
import org.stepback.nn.activation.Activation;

/// The parts that a program in NumPy and one in PyTorch have alike: both spell out the update, layer by layer.
abstract class UpdateCode<L extends LayerCode> {
    final TrainingSpec spec;
    final Numbers numbers;
    final Freezing freezing;
    final List<L> layers;
    final Weighing weighing;
    final EpochEnds ends;
    final Steps steps;
    private final Library formulas;

    /// @param layer makes the layer of a number, 1 = the first
    UpdateCode(
            TrainingSpec spec,
            Numbers numbers,
            Freezing freezing,
            Library formulas,
            BiFunction<TrainingSpec, Integer, L> layer) {
        this.spec = spec;
        this.numbers = numbers;
        this.freezing = freezing;
        this.formulas = formulas;
        this.layers = IntStream.rangeClosed(1, spec.net().layers().size())
                .mapToObj(n -> layer.apply(spec, n))
                .toList();
        this.weighing = new Weighing(spec);
        this.ends = new EpochEnds(spec);
        this.steps = new Steps(spec);
    }

    final String each(Function<L, String> lines) {
        return layers.stream().map(lines).collect(Collectors.joining());
    }

    final String joined(Function<L, List<String>> names) {
        return layers.stream().flatMap(layer -> names.apply(layer).stream()).collect(Collectors.joining(", "));
    }

    final String weights() {
        Network network = spec.network();
        return each(layer -> layer.weights(numbers, network.weights(layer.n - 1)));
    }

    /// Lines that update the weights.
    final String update() {
        Map<String, Double> cut = new LinkedHashMap<>();
        layers.forEach(layer -> cut.putAll(layer.cut()));
        return steps.update(cut) + freezing.update();
    }

    /// Returns an expression for the order of an epoch's samples.
    ///
    /// @param plain the table's own
    final String order(String plain) {
        return spec.train().shuffle() ? "shuffled(train, " + spec.train().seed() + ", epoch - 1)" : plain;
    }

    final Activation output() {
        return spec.architecture().output().activation();
    }

    final int outputs() {
        return spec.architecture().output().units();
    }

    final boolean isFused() {
        return spec.train().loss().fusesWith(output());
    }

    final LossCall call() {
        return new LossCall(spec.train().loss(), outputs());
    }

    final String fused() {
        return call().name() + "_of_" + output().name();
    }

    /// Returns an expression for the loss of the data.
    final String loss() {
        return isFused() ? formulas.known(fused()) + call().of("z") : formulas.known(call().name()) + call().of("a");
    }
}
