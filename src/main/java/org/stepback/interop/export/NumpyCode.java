package org.stepback.interop.export;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepback.data.Dataset;
import org.stepback.exercise.RefusedException;
import org.stepback.interop.Recipe;
import org.stepback.nn.Activation;
import org.stepback.nn.Loss;
import org.stepback.nn.Targets;

/// A training as NumPy code, in which forward and backward propagation are the lesson's equations, layer by layer.
record NumpyCode(Recipe recipe, Numbers numbers) {
    private static final Library FORMULAS = Library.of("numpy.py");

    String text() {
        Dataset data = Samples.all(recipe);
        Steps steps = new Steps(recipe);
        String x = numbers.columns("x", data.x());
        String y = numbers.columns("y", data.y());
        String weights = weights();
        String forward = forward();
        String backward = backward();
        String functions = FORMULAS.calledBy(forward + backward + loss());
        return """
                # %s, in NumPy.
                # It starts with the lab's own weights and samples%s.
                %simport math

                import numpy as np
                %s%s
                # a column is a sample: x is features × samples, y is outputs × samples%s
                x = np.array(%s, dtype=float).T
                y = np.array(%s, dtype=float).T
                %strain = %d  # so many samples train
                batch_size = %d
                epochs = %d

                # the weights before the first step: W is units × inputs, b is units × 1
                %sweights = [%s]
                %s

                %s%sdef forward(x):
                %s    return %s


                def loss_of(%s):
                    return %s


                def backward(x, y, %s):
                %s    return [%s]


                losses = []  # of each mini-batch, before its update
                step = 0
                rng = np.random.default_rng(%d)
                for epoch in range(1, epochs + 1):
                    order = %s
                    for start in range(0, train, batch_size):
                        batch = order[start : start + batch_size]
                        passed = forward(x[:, batch])
                        losses.append(float(loss_of(*passed[-2:], y[:, batch])))
                        gradients = backward(x[:, batch], y[:, batch], *passed)
                %s        step += 1
                    print(f"epoch {epoch}/{epochs}  loss {loss_of(*forward(x[:, :train])[-2:], y[:, :train]):.6g}"%s)
                """.formatted(
                        Samples.title(recipe),
                        Samples.order(recipe),
                        numbers.imports(),
                        functions.contains("EPSILON") ? "\nEPSILON = 1e-7\n" : "",
                        numbers.reading(),
                        Samples.held(recipe),
                        x,
                        y,
                        oneHot(),
                        recipe.split().train().samples(),
                        recipe.train().batchSize(),
                        recipe.train().epochs(),
                        weights,
                        each("W%1$d, b%1$d"),
                        steps.memory(),
                        functions,
                        steps.functions(),
                        forward,
                        passed(),
                        "z, a, y",
                        loss(),
                        passed(),
                        backward,
                        each("dW%1$d, db%1$d"),
                        recipe.train().seed(),
                        recipe.train().shuffle() ? "rng.permutation(train)" : "np.arange(train)",
                        steps.update().indent(8),
                        validation());
    }

    private int layers() {
        return recipe.net().layers().size();
    }

    private Activation activation(int layer) {
        return recipe.net().layers().get(layer - 1).activation();
    }

    /// A pattern with the number of each layer, 1 = the first.
    private String each(String pattern) {
        return joined(pattern::formatted, ", ");
    }

    private String joined(IntFunction<String> ofLayer, String between) {
        return IntStream.rangeClosed(1, layers()).mapToObj(ofLayer).collect(Collectors.joining(between));
    }

    private String passed() {
        return each("z%1$d, a%1$d");
    }

    /// Class numbers as the columns of classes that the formulas compare.
    private String oneHot() {
        return recipe.train().loss().targets() == Targets.CLASS_NUMBERS
                ? "y = np.eye(%d)[:, y[0].astype(int)]  # 1 for the class, 0 for the others\n"
                        .formatted(recipe.architecture().output().units())
                : "";
    }

    private String weights() {
        var network = recipe.network();
        return joined(
                layer -> "W%d = np.array(%s, dtype=float)\nb%d = np.array(%s, dtype=float)[:, None]\n"
                        .formatted(
                                layer,
                                numbers.rows("W" + layer, network.kernel(layer - 1)),
                                layer,
                                numbers.flat("b" + layer, network.bias(layer - 1))),
                "");
    }

    private static String input(int layer) {
        return layer == 1 ? "x" : "a" + (layer - 1);
    }

    private String forward() {
        return joined(
                layer -> "    z%1$d = W%1$d @ %2$s + b%1$d\n    a%1$d = %3$s(z%1$d)\n"
                        .formatted(layer, input(layer), known(activation(layer).name())),
                "");
    }

    private boolean isFused() {
        return recipe.train().loss().fusesWith(activation(layers()));
    }

    /// Sparse crossentropy is the crossentropy of its one-hot columns.
    private static String formula(Loss loss) {
        return loss.targets() == Targets.CLASS_NUMBERS ? "categorical_crossentropy" : loss.name();
    }

    private String fused() {
        return formula(recipe.train().loss()) + "_of_" + activation(layers()).name();
    }

    private String loss() {
        return isFused()
                ? known(fused()) + "(z, y)"
                : known(formula(recipe.train().loss())) + "(a, y)";
    }

    private String backward() {
        List<Integer> lastFirst = IntStream.iterate(layers(), layer -> layer >= 1, layer -> layer - 1)
                .boxed()
                .toList();
        return lastFirst.stream()
                .map(layer -> """
                            delta%1$d = %2$s
                            dW%1$d = delta%1$d @ %3$s.T
                            db%1$d = delta%1$d.sum(axis=1, keepdims=True)
                        """.formatted(layer, delta(layer), input(layer)))
                .collect(Collectors.joining());
    }

    private String delta(int layer) {
        if (layer < layers()) {
            return "(W%1$d.T @ delta%1$d) * ".formatted(layer + 1) + slope(layer);
        }
        if (isFused()) {
            return "%s(a%d, y)  # loss and %s in one"
                    .formatted(
                            known(fused() + "_delta"), layer, activation(layer).name());
        }
        String da = "%s(a%d, y)".formatted(known(formula(recipe.train().loss()) + "_slope"), layer);
        return activation(layer) instanceof Activation.Elementwise
                ? da + " * " + slope(layer)
                : "%1$s(%2$s, z%3$d, a%3$d)".formatted(known(activation(layer).name() + "_back"), da, layer);
    }

    private String slope(int layer) {
        return "%1$s(z%2$d, a%2$d)".formatted(known(activation(layer).name() + "_slope"), layer);
    }

    private String validation() {
        return recipe.split().validation().samples() == 0
                ? ""
                : ",\n          f\"val_loss {loss_of(*forward(x[:, train:])[-2:], y[:, train:]):.6g}\"";
    }

    private static String known(String function) {
        if (!FORMULAS.has(function)) {
            throw new RefusedException("The export to NumPy does not know " + function + " yet.");
        }
        return function;
    }
}
