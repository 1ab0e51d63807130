package org.stepback.interop.export;

import org.stepback.data.Dataset;
import org.stepback.exercise.training.TrainingSpec;
import org.stepback.nn.loss.Targets;

/// A training as PyTorch code.
final class PytorchCode extends UpdateCode<PytorchLayer> {
    static final Library FORMULAS = Library.of("PyTorch", "torch.py");

    private static final Freezing.Tensors TENSORS =
            new Freezing.Tensors("model.layer#.weight", "model.layer#.bias", false);

    PytorchCode(TrainingSpec spec, Numbers numbers, Freezing freezing) {
        super(spec, numbers, freezing, FORMULAS, PytorchLayer::new);
    }

    String text() {
        Dataset data = SampleNotes.all(spec);
        String x = numbers.columns("x", data.x());
        String y = numbers.columns("y", data.y());
        String weights = weights() + freezing.setup(TENSORS);
        String update = torch(update());
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
                torch(weighing.lines(numbers, "torch.tensor", outputs() > 1 ? "y.argmax(dim=1)" : "y[:, 0].round()")),
                spec.split().train().samples(),
                spec.train().batchSize(),
                spec.train().epochs(),
                functions,
                each(PytorchLayer::module).indent(8),
                each(PytorchLayer::forward).indent(8),
                layers.size(),
                layers.size(),
                weights.indent(4),
                joined(PytorchLayer::learnt),
                torch(steps.memory()),
                torch(Steps.functions(update + order("torch.arange(train)") + ends.setup(""))),
                weighing.argument("weight"),
                weighing.loss(loss(), torch(each(PytorchLayer::penalties)), "[[i]]", "torch.stack")
                        .indent(4),
                ends.accuracy("#.argmax(dim=1)", "#.double().mean().item()"),
                ends.setup("list(model.state_dict().values())"),
                ends.begin().indent(4),
                order("torch.arange(train)"),
                weighing.argument("sample_weight[batch]"),
                ends.step("accuracy(a, y[batch])").indent(8),
                update.indent(12),
                weighing.argument("weight_at_rest[:train]"),
                validation(),
                ends.end(heldOut() + ".item()", "accuracy(model(x[train:])[1], y[train:])")
                        .indent(8),
                ends.after());
    }

    private static String torch(String numpy) {
        return numpy.replace("np.", "torch.");
    }

    private String oneHot() {
        return spec.train().loss().targets() == Targets.CLASS_NUMBERS
                ? "y = F.one_hot(y[:, 0].long(), %d).double()  # 1 for the class, 0 for the others\n"
                        .formatted(outputs())
                : "";
    }

    private String validation() {
        return spec.split().validation().samples() == 0
                ? ""
                : ",\n              f\"val_loss {" + heldOut() + ".item():.6g}\"";
    }

    private String heldOut() {
        return "loss_of(*model(x[train:]), y[train:]" + weighing.argument("weight_at_rest[train:]") + ")";
    }
}
