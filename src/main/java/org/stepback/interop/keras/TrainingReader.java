package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.stepback.data.Dataset;
import org.stepback.interop.python.PythonException;
import org.stepback.interop.python.Spot;
import org.stepback.nn.Architecture;
import org.stepback.nn.TrainerSettings;
import org.stepback.nn.activation.Activation;
import org.stepback.nn.loss.Loss;
import org.stepback.nn.optimizer.Optimization;

/// Reads a network at the place where it is trained, with its `compile` and its `fit`.
final class TrainingReader {
    static final int MAX_EPOCHS = 10_000;
    private static final Map<String, String> OLD_NAMES = Map.of("nb_epoch", "epochs");
    private static final Set<String> OF_FIT = Set.of(
            "x",
            "y",
            "batch_size",
            "epochs",
            "initial_epoch",
            "verbose",
            "validation_split",
            "validation_data",
            "validation_batch_size",
            "validation_freq",
            "shuffle",
            "callbacks",
            "class_weight",
            "sample_weight",
            "workers",
            "max_queue_size");
    private static final Set<String> NOT_IN_FIT = Set.of("steps_per_epoch", "validation_steps", "use_multiprocessing");
    private static final Set<String> LOGITS = Set.of(
            "binary_crossentropy",
            "binary_focal_crossentropy",
            "categorical_crossentropy",
            "sparse_categorical_crossentropy");

    private final Model model;
    private final TrainingNotes notes = new TrainingNotes();

    private TrainingReader(Model model) {
        this.model = model;
    }

    /// A network that the program compiles and never trains.
    static KerasTraining untrained(Model model) {
        TrainingReader reader = new TrainingReader(model);
        reader.notes.say("The code never trains this network: here it trains for one epoch");
        return reader.training(
                model.spot(),
                KerasTraining.Fit.DEFAULT,
                new Samples.Elsewhere(0, "there is no fit", 0),
                Optional.empty());
    }

    /// @param seed of the order of the samples
    static KerasTraining read(Model model, Made call, long seed) {
        return new TrainingReader(model).read(call, seed);
    }

    private KerasTraining read(Made call, long seed) {
        CallArguments arguments =
                new CallArguments(call, List.of("x", "y", "batch_size", "epochs", "verbose"), OLD_NAMES);
        arguments.require(OF_FIT, NOT_IN_FIT);
        requireOne(arguments, "validation_freq");
        notes.oldNames(call, OLD_NAMES);
        int epochs = arguments.whole("epochs", KerasTraining.Fit.DEFAULT.epochs(), MAX_EPOCHS);
        KerasTraining.Fit fit = new KerasTraining.Fit(
                epochs - begun(arguments, epochs),
                arguments.whole("batch_size", KerasTraining.Fit.DEFAULT.batchSize(), TrainerSettings.MAX_BATCH),
                arguments.flag("shuffle", true),
                seed,
                arguments.get("class_weight").map(FitArguments::classWeights).orElse(Map.of()),
                arguments
                        .get("callbacks")
                        .map(value -> FitArguments.callbacks(value, notes))
                        .orElse(List.of()));
        if (!fit.classWeights().isEmpty() && arguments.whatever("sample_weight").isPresent()) {
            throw new PythonException(
                    arguments.spot("class_weight"),
                    "Keras takes class_weight or sample_weight. Leave one of them out.");
        }
        boolean watches =
                fit.callbacks().stream().anyMatch(callback -> callback.monitor().needsValidation());
        Samples samples = new SamplesReader(arguments, watches, notes).read();
        if (watches && samples.validationSplit() == 0) {
            throw new PythonException(
                    arguments.spot("callbacks"),
                    "This callback looks at validation samples, but none are held out. Write monitor=\"loss\", or"
                            + " validation_split=0.2.");
        }
        return training(call.spot(), fit, samples, Optional.of(arguments));
    }

    private static void requireOne(CallArguments arguments, String name) {
        if (arguments.whatever(name).isPresent()
                && !(arguments.get(name).get() instanceof Value.Num num && num.value() == 1)) {
            throw new PythonException(
                    arguments.spot(name), "The lab validates after each epoch. Leave " + name + " out.");
        }
    }

    private static int begun(CallArguments arguments, int epochs) {
        return arguments
                .get("initial_epoch")
                .map(value -> {
                    if (value instanceof Value.Num num && num.whole() && num.value() >= 0 && num.value() < epochs) {
                        return (int) num.value();
                    }
                    throw value.refusal("initial_epoch must be a whole number below the epochs");
                })
                .orElse(0);
    }

    private KerasTraining training(
            Spot spot, KerasTraining.Fit fit, Samples samples, Optional<CallArguments> arguments) {
        model.requireWhole();
        if (model.layers().isEmpty()) {
            throw new PythonException(model.spot(), "The network has no layers. Add a Dense layer.");
        }
        Made compile = model.compiled()
                .map(Model.Compiled::call)
                .orElseThrow(() -> new PythonException(
                        spot, "The network is never compiled above this. Add compile(optimizer=…, loss=…)."));
        KerasLayers layers = KerasLayers.of(model, notes);
        CompileArguments compiled = CompileArguments.of(compile, notes);
        Optional<String> joined = compiled.fromLogits() ? Optional.of(join(layers, compiled)) : Optional.empty();
        OptionalInt inputs = inputs(layers, samples, arguments);
        Architecture architecture = new Architecture(inputs.orElse(1), layers.all());
        architecture.problem().ifPresent(problem -> {
            throw new PythonException(model.spot(), problem);
        });
        Architecture.Output output = architecture.output();
        if (output.units() > Dataset.MAX_OUTPUTS) {
            throw new PythonException(
                    model.spot(),
                    "The data of the lab has at most " + Dataset.MAX_OUTPUTS + " outputs, but the last layer has "
                            + output.units() + " units.");
        }
        compiled.loss().misfit(output.units(), output.activation()).ifPresent(problem -> {
            throw new PythonException(compiled.lossSpot(), problem);
        });
        arguments.ifPresent(given -> requireFits(samples, compiled.loss(), output, given));
        KerasWeights weights = new KerasWeights(model, layers, inputs);
        List<String> given = weights.yaml();
        return new KerasTraining(
                spot,
                weights.inputs().isPresent() ? weights.inputs() : inputs,
                layers.layers(),
                layers.initializer(),
                given,
                joined,
                compiled.loss(),
                compiled.optimizer(),
                fit,
                samples,
                notes.all());
    }

    private static String join(KerasLayers layers, CompileArguments compiled) {
        boolean classes = compiled.loss().name().contains("categorical");
        Activation activation = classes ? new Activation.Softmax() : new Activation.Sigmoid();
        layers.joinOutput(
                activation,
                new PythonException(
                        compiled.lossSpot(),
                        "from_logits=True takes " + activation.name()
                                + " of the outputs, which the last layer has taken already."
                                + " Write from_logits=False."));
        return activation.name() + " joins the last layer, since the loss has from_logits=True";
    }

    private OptionalInt inputs(KerasLayers layers, Samples samples, Optional<CallArguments> arguments) {
        int said = layers.inputs().orElse(0);
        int found = samples instanceof Samples.Own own ? own.inputs() : ((Samples.Elsewhere) samples).inputs();
        if (said > 0 && found > 0 && said != found) {
            throw new PythonException(
                    arguments.map(given -> given.spot("x")).orElse(model.spot()),
                    "The network takes " + said + " inputs, but each sample here has " + found
                            + ". Write one of the two.");
        }
        return said + found == 0 ? OptionalInt.empty() : OptionalInt.of(Math.max(said, found));
    }

    private static void requireFits(Samples samples, Loss loss, Architecture.Output output, CallArguments arguments) {
        if (!(samples instanceof Samples.Own own)) {
            return;
        }
        int columns = own.y().getFirst().size();
        int wanted = loss.targetRows(output.units());
        if (columns != wanted) {
            String instead = loss.name().equals("categorical_crossentropy") && columns == 1
                    ? " Use loss=\"sparse_categorical_crossentropy\" for class numbers."
                    : loss.name().equals("sparse_categorical_crossentropy") && columns == output.units()
                            ? " Use loss=\"categorical_crossentropy\" for one column for each class."
                            : " Give the last layer as many units as the targets have columns.";
            throw new PythonException(
                    arguments.spot("y"),
                    "The loss " + loss.name() + " needs " + wanted + (wanted == 1 ? " number" : " numbers")
                            + " for each sample here, but the targets have " + columns + "." + instead);
        }
        loss.misfit(output.units(), own.targets()).ifPresent(problem -> {
            throw new PythonException(arguments.spot("y"), problem.sentence());
        });
    }

    /// The settings of `compile`.
    ///
    /// @param lossSpot where the loss stands
    record CompileArguments(Optimization optimizer, Loss loss, Spot lossSpot, boolean fromLogits) {
        /// The arguments that may stand without their names, in Keras's order.
        static final List<String> BY_PLACE = List.of("optimizer", "loss", "loss_weights", "metrics");

        private static final Set<String> KNOWN = Set.of(
                "optimizer", "loss", "metrics", "jit_compile", "run_eagerly", "steps_per_execution", "auto_scale_loss");

        static CompileArguments of(Made call, TrainingNotes notes) {
            CallArguments arguments = new CallArguments(call, BY_PLACE);
            arguments.require(
                    KNOWN, Set.of("loss_weights", "weighted_metrics", "sample_weight_mode", "target_tensors"));
            Value written = arguments.need("loss", "compile needs a loss, such as loss=\"mse\".");
            Value loss = written instanceof Value.Items items && items.all().size() == 1
                    ? items.all().getFirst()
                    : written;
            Loss read = Names.named("loss", loss, Loss.ALL, Loss::name);
            boolean fromLogits = false;
            if (loss instanceof Made made) {
                CallArguments settings = new CallArguments(made, positions(read));
                fromLogits = LOGITS.contains(read.name()) && settings.flag("from_logits", false);
                settings.get("reduction").ifPresent(CompileArguments::requireMean);
                Set<String> known = KerasTunable.names(read, Set.of("name", "reduction", "dtype"));
                if (LOGITS.contains(read.name())) {
                    known.add("from_logits");
                }
                requireLast(settings);
                settings.require(known, Set.of("ignore_class"));
                read = KerasTunable.tuned(read, settings);
            }
            arguments.get("metrics").ifPresent(metrics -> Metrics.read(metrics, notes));
            Optimization optimizer = arguments
                    .get("optimizer")
                    .map(value -> new KerasOptimizer(notes).read(value))
                    .orElseGet(KerasOptimizer::usual);
            return new CompileArguments(optimizer, read, loss.spot(), fromLogits);
        }

        private static void requireLast(CallArguments settings) {
            settings.get("axis")
                    .filter(axis -> !(axis instanceof Value.Num num && num.value() == -1))
                    .ifPresent(axis -> {
                        throw new PythonException(axis.spot(), "The lab has axis=-1 only. Leave the argument out.");
                    });
        }

        private static List<String> positions(Loss loss) {
            List<String> settings = KerasTunable.settings(loss);
            if (!LOGITS.contains(loss.name())) {
                return settings;
            }
            List<String> all = new ArrayList<>();
            if (!loss.name().equals("binary_focal_crossentropy")) {
                all.add("from_logits");
                all.addAll(settings);
            }
            return all;
        }

        private static void requireMean(Value value) {
            boolean mean = value instanceof Value.Text text
                    && Set.of("sum_over_batch_size", "mean", "auto").contains(text.value());
            if (!mean) {
                throw new PythonException(
                        value.spot(),
                        "The lab takes the mean over a batch. Write reduction=\"sum_over_batch_size\", or leave it out.");
            }
        }
    }
}
