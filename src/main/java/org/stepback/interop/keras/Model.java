package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;

/// A network of the program while it is followed: its layers, and what was done with it so far.
final class Model implements Value {
    /// A call of `compile`.
    ///
    /// @param trainable what `trainable` of each layer was then
    record Compiled(Made call, Map<Made, Value> trainable) {}

    private final Spot spot;
    private final List<Made> layers = new ArrayList<>();
    private Optional<Made> input = Optional.empty();
    private boolean listsInput;
    private Optional<Compiled> compiled = Optional.empty();
    private Optional<Value> weights = Optional.empty();
    private Optional<Value> builtFor = Optional.empty();
    /// The loss and the optimizer of the last training.
    private Optional<Compiled> trainedAs = Optional.empty();

    private Optional<PythonException> spoilt = Optional.empty();
    private final List<KerasTraining> trainings = new ArrayList<>();

    Model(Spot spot) {
        this.spot = spot;
    }

    @Override
    public Spot spot() {
        return spot;
    }

    /// Returns the layers but for what only says how many inputs there are.
    List<Made> layers() {
        return layers;
    }

    /// Says that the layer of the inputs is one of its layers, as in a network of calls.
    void listInput() {
        listsInput = true;
    }

    /// Returns what the attribute `layers` has.
    List<Value> listed() {
        List<Value> all = new ArrayList<>(layers);
        input.filter(_ -> listsInput).ifPresent(all::addFirst);
        return all;
    }

    Optional<Made> input() {
        return input;
    }

    /// Returns the shape that `build` was called with.
    Optional<Value> builtFor() {
        return builtFor;
    }

    void build(Value shape) {
        builtFor = Optional.of(shape);
    }

    Optional<Compiled> compiled() {
        return compiled;
    }

    Optional<Value> weights() {
        return weights;
    }

    List<KerasTraining> trainings() {
        return trainings;
    }

    void setWeights(Value list) {
        weights = Optional.of(list);
    }

    void add(Value layer, Spot place) {
        switch (layer) {
            case Tensor tensor when tensor.before().isEmpty() -> takeInput((Made) tensor.layer());
            case Made made when made.name().equals("InputLayer") -> takeInput(made);
            case Made made -> {
                if (layers.contains(made)) {
                    throw new PythonException(
                            place, "This layer is in the network twice, with the same weights. Write two layers.");
                }
                layers.add(made);
            }
            case Model _ ->
                throw new PythonException(
                        place, "A network within a network cannot be read. Write its layers one by one.");
            default ->
                throw layer instanceof Unknown unknown
                        ? unknown.reason()
                        : new PythonException(
                                place,
                                "Here must be a layer such as Dense(5, activation=\"relu\"), not " + layer.shown()
                                        + ".");
        }
    }

    private void takeInput(Made made) {
        if (!layers.isEmpty() || input.isPresent()) {
            throw new PythonException(made.spot(), "Only the first layer says how many inputs there are.");
        }
        input = Optional.of(made);
    }

    /// Takes in a training; one that goes on as the one before is one with it.
    void train(KerasTraining training) {
        if (!trainings.isEmpty()) {
            KerasTraining before = trainings.removeLast();
            trainings.add(before.continuedBy(training, compiled == trainedAs));
        } else {
            trainings.add(training);
        }
        trainedAs = compiled;
    }

    void compile(Made call) {
        compiled = Optional.of(new Compiled(call, trainable()));
    }

    private Map<Made, Value> trainable() {
        Map<Made, Value> all = new HashMap<>();
        layers.forEach(layer -> Optional.ofNullable(layer.attributes().get("trainable"))
                .ifPresent(said -> all.put(layer, said.value())));
        return all;
    }

    /// Refuses what was changed in a way that could not be followed, or too late.
    void requireWhole() {
        spoilt.ifPresent(why -> {
            throw why;
        });
        Map<Made, Value> then = compiled.map(Compiled::trainable).orElse(Map.of());
        layers.forEach(layer -> {
            layer.requireWhole();
            Made.Argument now = layer.attributes().get("trainable");
            if (compiled.isPresent() && now != null && now.value() != then.get(layer)) {
                throw new PythonException(
                        now.spot(),
                        "“trainable” changes after compile, which has no effect for sure. Write it above compile.");
            }
        });
    }

    void spoil(PythonException why) {
        spoilt = spoilt.or(() -> Optional.of(why));
    }
}
