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

/// A training as PyTorch code.
final class PytorchCode {
    private static final Library FORMULAS = Library.of("torch.py");

    private static final Freezing.Tensors TENSORS =
            new Freezing.Tensors("model.layer#.weight", "model.layer#.bias", false);

    private final TrainingSpec spec;
    private final Numbers numbers;
    private final Freezing freezing;
    private final List<PytorchLayer> layers;
    private final Weighing weighing;
    private final EpochEnds ends;

    PytorchCode(TrainingSpec spec, Numbers numbers, Freezing freezing) {
        this.spec = spec;
        this.numbers = numbers;
        this.freezing = freezing;
        this.layers = PytorchLayer.all(spec);
        this.weighing = new Weighing(spec);
        this.ends = new EpochEnds(spec);
    }

    String text() {
        Dataset data = SampleNotes.all(spec);
        Steps steps = new Steps(spec);
        String x = numbers.columns("x", data.x());
        String y = numbers.columns("y", data.y());
        String weights = weights() + freezing.setup(TENSORS);
        String update = torch(steps.update(cut())) + freezing.update();
        String functions = FORMULAS.calledBy(each(PytorchLayer::module) + each(PytorchLayer::forward) + loss());
        return """
                # %s, in PyTorch.
                # It repeats the lab's run: the same weights, samples, and order of samples%s.
                %s%simport math

                import torch
                from torch.nn import functional as F

                torch.set_default_dtype(torch.float64)
                torch.manual_seed(%d)
                %s%s
                # one row a sample%s
                x = torch.tensor(%s)
                y = torch.tensor(%s)
                %s%strain = %d  # so many samples train
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
                %sweights = [%s]
                %s

                # The rule stands here, as torch.optim puts ε elsewhere: so the numbers are the lab's.
                %sdef loss_of(z, a, y%s):
                %s

                %s%slosses = []  # of each mini-batch, before its update
                step = 0
                for epoch in range(1, epochs + 1):
                    model.train()
                %s    order = %s
                    for start in range(0, train, batch_size):
                        batch = order[start : start + batch_size]
                        z, a = model(x[batch])
                        loss = loss_of(z, a, y[batch]%s)
                        losses.append(loss.item())
                        if not math.isfinite(losses[-1]):
                            raise SystemExit(f"the loss of step {step + 1} is {losses[-1]}: the run ends")
                %s        gradients = list(torch.autograd.grad(loss, weights))
                        with torch.no_grad():
                %s        step += 1
                    model.eval()
                    with torch.no_grad():
                        print(f"epoch {epoch}/{epochs}  loss {loss_of(*model(x[:train]), y[:train]%s).item():.6g}"%s)
                %s%s""".formatted(
                SampleNotes.title(spec),
                layers.stream().anyMatch(PytorchLayer::isRandom) ? ", but for what is random in its layers" : "",
                ends.imports(),
                numbers.imports(),
                spec.train().seed(),
                functions.contains("EPSILON") ? "\nEPSILON = 1e-7\n" : "",
                numbers.reading(),
                SampleNotes.held(spec),
                x,
                y,
                oneHot(),
                torch(weighing.lines(
                        numbers,
                        "torch.tensor",
                        spec.architecture().output().units() > 1 ? "y.argmax(dim=1)" : "y[:, 0].round()")),
                spec.split().train().samples(),
                spec.train().batchSize(),
                spec.train().epochs(),
                functions,
                each(PytorchLayer::module).indent(8),
                each(PytorchLayer::forward).indent(8),
                layers.size(),
                layers.size(),
                weights.indent(4),
                layers.stream().flatMap(layer -> layer.learnt().stream()).collect(Collectors.joining(", ")),
                torch(steps.memory()),
                torch(Steps.functions(update + order() + ends.setup(""))),
                weighing.argument("weight"),
                weighing.loss(loss(), torch(penalties()), "[[i]]", "torch.stack")
                        .indent(4),
                ends.accuracy("#.argmax(dim=1)", "#.double().mean().item()"),
                ends.setup("list(model.state_dict().values())"),
                ends.begin().indent(4),
                order(),
                weighing.argument("sample_weight[batch]"),
                ends.step("accuracy(a, y[batch])").indent(8),
                update.indent(12),
                weighing.argument("weight_at_rest[:train]"),
                validation(),
                ends.end(heldOut() + ".item()", "accuracy(model(x[train:])[1], y[train:])")
                        .indent(8),
                ends.after());
    }

    private Map<String, Double> cut() {
        Map<String, Double> cut = new LinkedHashMap<>();
        layers.forEach(layer -> {
            String module = "model.layer" + layer.n();
            cut.putAll(Penalty.cut(layer.layer(), module + ".weight", module + ".bias"));
        });
        return cut;
    }

    private static String torch(String numpy) {
        return numpy.replace("np.", "torch.");
    }

    private String each(Function<PytorchLayer, String> lines) {
        return layers.stream().map(lines).collect(Collectors.joining());
    }

    private String weights() {
        Network network = spec.network();
        return each(layer -> layer.weights(numbers, network.weights(layer.n() - 1)));
    }

    private String order() {
        return spec.train().shuffle()
                ? "shuffled(train, " + spec.train().seed() + ", epoch - 1)"
                : "torch.arange(train)";
    }

    private String oneHot() {
        return spec.train().loss().targets() == Targets.CLASS_NUMBERS
                ? "y = F.one_hot(y[:, 0].long(), %d).double()  # 1 for the class, 0 for the others\n"
                        .formatted(spec.architecture().output().units())
                : "";
    }

    private String loss() {
        LossCall call = LossCall.of(spec.train(), spec.architecture());
        Activation output = spec.architecture().output().activation();
        return call.loss().fusesWith(output)
                ? known(call.name() + "_of_" + output.name()) + call.of("z")
                : known(call.name()) + call.of("a");
    }

    private String penalties() {
        return each(layer ->
                layer.penalties().stream().map(penalty -> " + " + penalty).collect(Collectors.joining()));
    }

    private String validation() {
        return spec.split().validation().samples() == 0
                ? ""
                : ",\n              f\"val_loss {" + heldOut() + ".item():.6g}\"";
    }

    private String heldOut() {
        return "loss_of(*model(x[train:]), y[train:]" + weighing.argument("weight_at_rest[train:]") + ")";
    }

    static String known(String function) {
        if (!FORMULAS.has(function)) {
            throw new RefusedException("The export to PyTorch does not know " + function + " yet.");
        }
        return function;
    }
}
