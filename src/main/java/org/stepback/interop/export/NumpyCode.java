package org.stepback.interop.export;

import org.stepback.data.Dataset;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.Targets;

/// A training as NumPy code, in which forward and backward propagation are the lesson's equations, layer by layer.
final class NumpyCode extends UpdateCode<NumpyLayer> {
    static final Library FORMULAS = Library.of("NumPy", "numpy.py");

    private static final Freezing.Tensors TENSORS = new Freezing.Tensors("W#", "b#", true);

    NumpyCode(TrainingSpec spec, Numbers numbers, Freezing freezing) {
        super(spec, numbers, freezing, FORMULAS, NumpyLayer::new);
    }

    String text() {
        Dataset data = SampleNotes.all(spec);
        String x = numbers.columns("x", data.x());
        String y = numbers.columns("y", data.y());
        String weights = weights();
        String update = update();
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
                weighing.lines(numbers, "np.array", outputs() > 1 ? "y.argmax(axis=0)" : "np.rint(y[0])"),
                spec.split().train().samples(),
                spec.train().batchSize(),
                spec.train().epochs(),
                weights,
                joined(NumpyLayer::learnt),
                steps.memory() + freezing.setup(TENSORS),
                Steps.functions(update + order("np.arange(train)") + functions + ends.setup("")),
                functions,
                forward(),
                joined(NumpyLayer::passed),
                weighing.argument("weight"),
                weighing.loss(loss(), each(NumpyLayer::penalties), "[:, [i]]", "np.array")
                        .indent(4),
                weighing.argument("weight"),
                joined(NumpyLayer::passed),
                backward(),
                joined(layer -> layer.learnt().stream().map(name -> "d" + name).toList()),
                weighing.argument("weight"),
                weighing.argument("weight"),
                ends.accuracy("#.argmax(axis=0)", "float(#.mean())"),
                ends.setup("[" + joined(NumpyLayer::changing) + "]"),
                ends.begin().indent(4),
                order("np.arange(train)"),
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

    /// Class numbers as the columns of classes that the formulas compare.
    private String oneHot() {
        return spec.train().loss().targets() == Targets.CLASS_NUMBERS
                ? "y = np.eye(%d)[:, y[0].astype(int)]  # 1 for the class, 0 for the others\n".formatted(outputs())
                : "";
    }

    private String forward() {
        return each(NumpyLayer::forward).indent(4);
    }

    private String backward() {
        StringBuilder lines = new StringBuilder(outputDelta());
        for (int i = layers.size() - 1; i >= 0; i--) {
            lines.append(layers.get(i).gradients());
            if (i > 0) {
                lines.append(layers.get(i - 1).delta(layers.get(i).pulled()));
            }
        }
        return lines.toString().indent(4);
    }

    /// Lines that give the gradient of the output layer's z.
    private String outputDelta() {
        NumpyLayer last = layers.getLast();
        String a = "a" + last.n;
        if (isFused()) {
            return "delta%d = %s  # loss and %s in one\n"
                    .formatted(
                            last.n,
                            weighing.weighed(FORMULAS.known(fused() + "_delta") + call().of(a), "weight"),
                            output().name());
        }
        String slope = FORMULAS.known(call().name() + "_slope") + call().of(a);
        String da = weighing.weighed(slope, "weight");
        return output() instanceof Activation.Elementwise
                ? last.delta(da)
                : "delta%1$d = %2$s(%3$s, z%1$d, a%1$d)\n"
                        .formatted(last.n, FORMULAS.known(output().name() + "_back"), da);
    }

    private String validation() {
        return spec.split().validation().samples() == 0 ? "" : ",\n          f\"val_loss {" + heldOut() + ":.6g}\"";
    }

    private String heldOut() {
        return "loss_at_rest(x[:, train:], y[:, train:]" + weighing.argument("weight_at_rest[train:]") + ")";
    }
}
