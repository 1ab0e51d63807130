package org.stepback.nn.loss;

import static org.stepback.number.NumberText.counted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.stepback.nn.activation.Activation;

/// The outputs of a network and the targets of its data, which a loss must fit; and the losses that do.
///
/// @param outputs of the network
/// @param output the activation of its last layer
/// @param y targets × samples
public record LossFit(int outputs, Activation output, DMatrixRMaj y) {
    /// The usual losses, the most particular first: a loss that is refused gives way to the first of them that fits.
    private static final List<Loss> USUAL = List.of(
            new ClassCrossentropy.SparseCategoricalCrossentropy(),
            new Loss.CategoricalCrossentropy(),
            new Loss.BinaryCrossentropy(),
            new Loss.MeanSquaredError());

    /// Returns why the loss cannot be computed, or would not mean anything; empty if it fits.
    ///
    /// A loss of classes or of yes and no takes targets that are such answers, and no shares between them.
    public Optional<Misfit> misfit(Loss loss) {
        return refusal(loss).map(misfit -> misfit.orUse(instead(loss)));
    }

    /// Returns why the loss cannot be computed; empty if it can, also of targets between no and yes.
    public Optional<Misfit> incomputable(Loss loss) {
        return shape(loss).or(() -> numbers(loss)).map(misfit -> misfit.orUse(instead(loss)));
    }

    /// Returns whether the last layer has another number of units than this loss takes for such targets.
    public boolean needsOtherUnits(Loss loss) {
        return loss.targetRows(outputs) != y.numRows
                && loss.targets() != Targets.CLASS_NUMBERS
                && !areClassNumbers(loss);
    }

    /// Returns a loss that fits an output layer, whatever the targets are.
    static Loss usual(int outputs, Activation output) {
        boolean classes = output instanceof Activation.Softmax;
        return USUAL.stream()
                .filter(loss -> loss.targets() != Targets.CLASS_NUMBERS)
                .filter(loss -> classes || loss instanceof Loss.Elementwise)
                .filter(loss -> loss.outputMisfit(outputs, output).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Optional<Loss> instead(Loss refused) {
        return Stream.concat(refused.relative().stream(), USUAL.stream())
                .filter(loss -> loss.targets() != Targets.CLASS_NUMBERS || areClassNumbers(refused))
                .filter(loss -> refusal(loss).isEmpty())
                .findFirst();
    }

    private Optional<Misfit> refusal(Loss loss) {
        return shape(loss).or(() -> noAnswers(loss)).or(() -> numbers(loss));
    }

    private Optional<Misfit> shape(Loss loss) {
        return loss.outputMisfit(outputs, output)
                .filter(misfit -> !misfit.change().isEmpty() || !needsOtherUnits(loss))
                .or(() -> count(loss));
    }

    private Optional<Misfit> numbers(Loss loss) {
        return loss.misfit(outputs, y);
    }

    private Optional<Misfit> count(Loss loss) {
        if (loss.targetRows(outputs) == y.numRows) {
            return Optional.empty();
        }
        if (loss.targets() == Targets.CLASS_NUMBERS) {
            return Optional.of(new Misfit(
                    loss.name() + " needs class numbers in one column, but the data has " + counted(y.numRows, "target")
                            + " for each sample.",
                    outputs == y.numRows ? "" : "Give the last layer " + counted(y.numRows, "unit")));
        }
        if (areClassNumbers(loss)) {
            return Optional.of(new Misfit(
                    loss.name() + " needs a target for each of the " + outputs
                            + " outputs, but the data has class numbers in one column.",
                    canHaveOneOutput(loss) ? "Give the last layer 1 unit" : ""));
        }
        return Optional.of(new Misfit(
                "The last layer has " + counted(outputs, "unit") + ", but the data has " + counted(y.numRows, "target")
                        + " for each sample.",
                "Give the last layer " + counted(y.numRows, "unit")));
    }

    /// Returns whether the targets are class numbers for these outputs. Those of 0 and 1 alone may be two classes
    /// for one output too, unless softmax or the loss speaks of a class for each output.
    private boolean areClassNumbers(Loss loss) {
        boolean classes = output instanceof Activation.Softmax
                || loss instanceof ClassCrossentropy
                || TargetForm.of(y) == TargetForm.NUMBERS;
        return classes && refusal(USUAL.getFirst()).isEmpty();
    }

    private boolean canHaveOneOutput(Loss loss) {
        return loss instanceof Loss.Elementwise && TargetForm.of(y) == TargetForm.YES_NO;
    }

    private Optional<Misfit> noAnswers(Loss loss) {
        if (loss.targets() != Targets.PROBABILITIES) {
            return Optional.empty();
        }
        TargetForm form = TargetForm.of(y);
        if (form == TargetForm.NUMBERS) {
            return Optional.of(new Misfit(
                    loss.name() + " compares classes, but the targets are plain numbers"
                            + (outputs == 1 ? "." : ", not 0 and 1 in each column."),
                    ""));
        }
        return form == TargetForm.MULTI_LABEL && !(loss instanceof Loss.Elementwise)
                ? Optional.of(new Misfit(
                        loss.name() + " takes one class for each sample, so that each row of targets has exactly one"
                                + " 1. Here rows have none or several: each column is a yes-no answer of its own.",
                        ""))
                : Optional.empty();
    }
}
