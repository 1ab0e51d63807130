package org.stepback.interop.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stepback.data.Dataset;
import org.stepback.exercise.RefusedException;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.Network;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.Targets;

/// A training as NumPy code, in which forward and backward propagation are the lesson's equations, layer by layer.
final class NumpyCode {
    private static final Library FORMULAS = Library.of("numpy.py");

    private static final Freezing.Tensors TENSORS = new Freezing.Tensors("W#", "b#", true);

    private final TrainingSpec spec;
    private final Numbers numbers;
    private final Freezing freezing;
    private final List<NumpyLayer> layers;
    private final Weighing weighing;
    private final EpochEnds ends;

    NumpyCode(TrainingSpec spec, Numbers numbers, Freezing freezing) {
        this.spec = spec;
        this.numbers = numbers;
        this.freezing = freezing;
        this.layers = NumpyLayer.all(spec);
        this.weighing = new Weighing(spec);
        this.ends = new EpochEnds(spec);
    }

    String text() {
        Dataset data = SampleNotes.all(spec);
        Steps steps = new Steps(spec);
        String x = numbers.columns("x", data.x());
        String y = numbers.columns("y", data.y());
        String weights = weights();
        String update = steps.update(cut()) + freezing.update();
        String functions = FORMULAS.calledBy(forward() + backward() + loss());
        return """
                # %s, in NumPy.
                # It repeats the lab's run number for number: the same weights, samples, and order of samples.
                %s%simport math

                import numpy as np
                %s%s
                # a column is a sample: x is features × samples, y is outputs × samples%s
                x = np.array(%s, dtype=float).T
                y = np.array(%s, dtype=float).T
                %s%strain = %d  # so many samples train
                batch_size = %d
                epochs = %d

                # the weights before the first step: W is units × inputs, b is units × 1
                %sweights = [%s]
                %s

                %s%sdef forward(x, training):
                %s    return %s


                def loss_of(z, a, y%s):
                %s

                def backward(x, y%s, %s):
                %s    return [%s]


                def loss_at_rest(x, y%s):
                    return loss_of(*forward(x, training=False)[-2:], y%s)


                %s%slosses = []  # of each mini-batch, before its update
                step = 0
                for epoch in range(1, epochs + 1):
                %s    order = %s
                    for start in range(0, train, batch_size):
                        batch = order[start : start + batch_size]
                        passed = forward(x[:, batch], training=True)
                        losses.append(float(loss_of(*passed[-2:], y[:, batch]%s)))
                        if not math.isfinite(losses[-1]):
                            raise SystemExit(f"the loss of step {step + 1} is {losses[-1]}: the run ends")
                %s        gradients = backward(x[:, batch], y[:, batch]%s, *passed)
                %s        step += 1
                    print(f"epoch {epoch}/{epochs}  loss {loss_at_rest(x[:, :train], y[:, :train]%s):.6g}"%s)
                %s%s""".formatted(
                SampleNotes.title(spec),
                ends.imports(),
                numbers.imports(),
                functions.contains("EPSILON") ? "\nEPSILON = 1e-7\n" : "",
                numbers.reading(),
                SampleNotes.held(spec),
                x,
                y,
                oneHot(),
                weighing.lines(
                        numbers,
                        "np.array",
                        spec.architecture().output().units() > 1 ? "y.argmax(axis=0)" : "np.rint(y[0])"),
                spec.split().train().samples(),
                spec.train().batchSize(),
                spec.train().epochs(),
                weights,
                NumpyLayer.joined(layers, NumpyLayer::learnt),
                steps.memory() + freezing.setup(TENSORS),
                Steps.functions(update + order() + functions + ends.setup("")),
                functions,
                forward(),
                NumpyLayer.joined(layers, NumpyLayer::passed),
                weighing.argument("weight"),
                weighing.loss(loss(), penalties(), "[:, [i]]", "np.array").indent(4),
                weighing.argument("weight"),
                NumpyLayer.joined(layers, NumpyLayer::passed),
                backward(),
                NumpyLayer.joined(
                        layers,
                        layer -> layer.learnt().stream().map(name -> "d" + name).toList()),
                weighing.argument("weight"),
                weighing.argument("weight"),
                ends.accuracy("#.argmax(axis=0)", "float(#.mean())"),
                ends.setup("[" + NumpyLayer.joined(layers, NumpyLayer::changing) + "]"),
                ends.begin().indent(4),
                order(),
                weighing.argument("sample_weight[batch]"),
                ends.step("accuracy(passed[-1], y[:, batch])").indent(8),
                weighing.argument("sample_weight[batch]"),
                update.indent(8),
                weighing.argument("weight_at_rest[:train]"),
                validation(),
                ends.end(
                                "float(" + heldOut() + ")",
                                "accuracy(forward(x[:, train:], training=False)[-1], y[:, train:])")
                        .indent(4),
                ends.after());
    }

    private Map<String, Double> cut() {
        Map<String, Double> cut = new LinkedHashMap<>();
        layers.forEach(layer -> cut.putAll(Penalty.cut(layer.layer(), "W" + layer.n(), "b" + layer.n())));
        return cut;
    }

    private NumpyLayer last() {
        return layers.getLast();
    }

    private String each(Function<NumpyLayer, String> lines) {
        return layers.stream().map(lines).collect(Collectors.joining());
    }

    /// Class numbers as the columns of classes that the formulas compare.
    private String oneHot() {
        return spec.train().loss().targets() == Targets.CLASS_NUMBERS
                ? "y = np.eye(%d)[:, y[0].astype(int)]  # 1 for the class, 0 for the others\n"
                        .formatted(spec.architecture().output().units())
                : "";
    }

    private String weights() {
        Network network = spec.network();
        return each(layer -> layer.weights(numbers, network.weights(layer.n() - 1)));
    }

    private String order() {
        return spec.train().shuffle() ? "shuffled(train, " + spec.train().seed() + ", epoch - 1)" : "np.arange(train)";
    }

    private String forward() {
        return each(NumpyLayer::forward).indent(4);
    }

    private boolean isFused() {
        return spec.train().loss().fusesWith(last().activation());
    }

    private LossCall call() {
        return LossCall.of(spec.train(), spec.architecture());
    }

    private String fused() {
        return call().name() + "_of_" + last().activation().name();
    }

    private String loss() {
        return isFused() ? known(fused()) + call().of("z") : known(call().name()) + call().of("a");
    }

    private String penalties() {
        return each(layer ->
                layer.penalties().stream().map(penalty -> " + " + penalty).collect(Collectors.joining()));
    }

    private String backward() {
        StringBuilder lines = new StringBuilder(output());
        for (int i = layers.size() - 1; i >= 0; i--) {
            lines.append(layers.get(i).gradients());
            if (i > 0) {
                lines.append(layers.get(i - 1).delta(layers.get(i).pulled()));
            }
        }
        return lines.toString().indent(4);
    }

    /// Returns the gradient of the output layer's z.
    private String output() {
        String a = "a" + last().n();
        if (isFused()) {
            return "delta%d = %s  # loss and %s in one\n"
                    .formatted(
                            last().n(),
                            weighing.weighed(known(fused() + "_delta") + call().of(a), "weight"),
                            last().activation().name());
        }
        String slope = known(call().name() + "_slope") + call().of(a);
        String da = weighing.weighed(slope, "weight");
        return last().activation() instanceof Activation.Elementwise
                ? last().delta(da)
                : "delta%1$d = %2$s(%3$s, z%1$d, a%1$d)\n"
                        .formatted(last().n(), known(last().activation().name() + "_back"), da);
    }

    private String validation() {
        return spec.split().validation().samples() == 0 ? "" : ",\n          f\"val_loss {" + heldOut() + ":.6g}\"";
    }

    private String heldOut() {
        return "loss_at_rest(x[:, train:], y[:, train:]" + weighing.argument("weight_at_rest[train:]") + ")";
    }

    static String known(String function) {
        if (!FORMULAS.has(function)) {
            throw new RefusedException("The export to NumPy does not know " + function + " yet.");
        }
        return function;
    }
}
