package org.stepback.interop.export;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stepback.data.Dataset;
import org.stepback.exercise.RefusedException;
import org.stepback.interop.Recipe;
import org.stepback.nn.Activation;
import org.stepback.nn.Loss;
import org.stepback.nn.Targets;

/// A training as PyTorch code.
record PytorchCode(Recipe recipe, Numbers numbers) {
    private static final Library FORMULAS = Library.of("torch.py");

    String text() {
        Dataset data = Samples.all(recipe);
        Steps steps = new Steps(recipe);
        String x = numbers.columns("x", data.x());
        String y = numbers.columns("y", data.y());
        String weights = weights();
        String functions = FORMULAS.calledBy(forward() + loss());
        return """
                # %s, in PyTorch.
                # It starts with the lab's own weights and samples%s.
                %simport math

                import torch
                from torch.nn import functional as F

                torch.set_default_dtype(torch.float64)
                %s%s
                # one row a sample%s
                x = torch.tensor(%s)
                y = torch.tensor(%s)
                %strain = %d  # so many samples train
                batch_size = %d
                epochs = %d


                %sclass Net(torch.nn.Module):
                    def __init__(self):
                        super().__init__()
                %s
                    def forward(self, x):
                        a0 = x
                %s        return z%d, a%d


                # the weights before the first step: a weight is units × inputs
                model = Net()
                with torch.no_grad():
                %sweights = list(model.parameters())
                %s

                # The rule stands here, as torch.optim puts ε elsewhere: so the numbers are the lab's.
                %sdef loss_of(z, a, y):
                    return %s


                losses = []  # of each mini-batch, before its update
                step = 0
                torch.manual_seed(%d)
                for epoch in range(1, epochs + 1):
                    order = %s
                    for start in range(0, train, batch_size):
                        batch = order[start : start + batch_size]
                        loss = loss_of(*model(x[batch]), y[batch])
                        losses.append(loss.item())
                        gradients = list(torch.autograd.grad(loss, weights))
                        with torch.no_grad():
                %s        step += 1
                    with torch.no_grad():
                        print(f"epoch {epoch}/{epochs}  loss {loss_of(*model(x[:train]), y[:train]).item():.6g}"%s)
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
                        functions,
                        linear(),
                        forward().indent(8),
                        layers(),
                        layers(),
                        weights.indent(4),
                        torch(steps.memory()),
                        torch(steps.functions()),
                        loss(),
                        recipe.train().seed(),
                        recipe.train().shuffle() ? "torch.randperm(train)" : "torch.arange(train)",
                        steps.update().indent(12),
                        validation());
    }

    private static String torch(String numpy) {
        return numpy.replace("np.", "torch.");
    }

    private int layers() {
        return recipe.net().layers().size();
    }

    private Activation activation(int layer) {
        return recipe.net().layers().get(layer - 1).activation();
    }

    private String linear() {
        return IntStream.rangeClosed(1, layers())
                .mapToObj(layer -> "        self.dense%d = torch.nn.Linear(%d, %d)\n"
                        .formatted(
                                layer,
                                recipe.architecture().inputsOf(layer - 1),
                                recipe.net().layers().get(layer - 1).units()))
                .collect(Collectors.joining());
    }

    private String forward() {
        return IntStream.rangeClosed(1, layers())
                .mapToObj(layer -> "z%1$d = self.dense%1$d(a%2$d)\na%1$d = %3$s(z%1$d)\n"
                        .formatted(layer, layer - 1, known(activation(layer).name())))
                .collect(Collectors.joining());
    }

    private String weights() {
        var network = recipe.network();
        return IntStream.rangeClosed(1, layers())
                .mapToObj(layer ->
                        "model.dense%d.weight.copy_(torch.tensor(%s))\nmodel.dense%d.bias.copy_(torch.tensor(%s))\n"
                                .formatted(
                                        layer,
                                        numbers.rows("weight" + layer, network.kernel(layer - 1)),
                                        layer,
                                        numbers.flat("bias" + layer, network.bias(layer - 1))))
                .collect(Collectors.joining());
    }

    private String oneHot() {
        return recipe.train().loss().targets() == Targets.CLASS_NUMBERS
                ? "y = F.one_hot(y[:, 0].long(), %d).double()  # 1 for the class, 0 for the others\n"
                        .formatted(recipe.architecture().output().units())
                : "";
    }

    private String loss() {
        Loss loss = recipe.train().loss();
        String name = loss.targets() == Targets.CLASS_NUMBERS ? "categorical_crossentropy" : loss.name();
        Activation output = activation(layers());
        return loss.fusesWith(output) ? known(name + "_of_" + output.name()) + "(z, y)" : known(name) + "(a, y)";
    }

    private String validation() {
        return recipe.split().validation().samples() == 0
                ? ""
                : ",\n              f\"val_loss {loss_of(*model(x[train:]), y[train:]).item():.6g}\"";
    }

    private static String known(String function) {
        if (!FORMULAS.has(function)) {
            throw new RefusedException("The export to PyTorch does not know " + function + " yet.");
        }
        return function;
    }
}
