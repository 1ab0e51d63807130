package org.stepback.interop.keras;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.python.PythonException;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Tunable;

/// Reads the optimizer that `compile` names: `"adam"`, or `Adam(learning_rate=0.01, clipnorm=1.0)`.
final class KerasOptimizer {
    private static final String RATE = "learning_rate";
    private static final String WEIGHT_DECAY = "weight_decay";
    private static final Set<String> NOT_HERE =
            Set.of("use_ema", "ema_overwrite_frequency", "loss_scale_factor", "gradient_accumulation_steps");

    private final TrainingNotes notes;

    KerasOptimizer(TrainingNotes notes) {
        this.notes = notes;
    }

    /// Keras's own where none is named.
    static Optimization usual() {
        return Optimization.of(Optimizer.named("rmsprop").orElseThrow());
    }

    Optimization read(Value value) {
        Optimizer plain = Names.named("optimizer", value, Optimizer.ALL, Optimizer::name);
        if (!(value instanceof Made call)) {
            return Optimization.of(plain);
        }
        CallArguments arguments = new CallArguments(call, List.of(RATE), Map.of("lr", RATE));
        arguments.require(known(plain), NOT_HERE);
        notes.oldNames(call, Map.of("lr", RATE));
        Optimizer rule = KerasTunable.tuned(plain, arguments);
        Optimization read = decayed(withRate(rule, arguments.get(RATE)), arguments);
        List<Clipping> limits = Clipping.LIMITS.stream()
                .filter(clipping -> arguments.get(clipping.name()).isPresent())
                .toList();
        if (limits.size() > 1) {
            throw new PythonException(
                    arguments.spot(limits.getLast().name()),
                    "There is a second limit of the gradients here. Leave one out.");
        }
        for (Clipping clipping : limits) {
            read = withLimit(read, clipping, arguments.get(clipping.name()).orElseThrow());
        }
        Optional<Value> decay = arguments.get(WEIGHT_DECAY);
        return decay.isPresent() ? withWeightDecay(read, decay.get()) : read;
    }

    private static Set<String> known(Optimizer rule) {
        Set<String> known = KerasTunable.names(
                rule, Set.of(RATE, "lr", "decay", "name", "ema_momentum", "jit_compile", WEIGHT_DECAY));
        Clipping.LIMITS.forEach(clipping -> known.add(clipping.name()));
        return known;
    }

    private static Optimization withRate(Optimizer rule, Optional<Value> rate) {
        Optimization usual = Optimization.of(rule);
        if (rate.isEmpty()) {
            return usual;
        }
        Value value = rate.get();
        return value instanceof Made call
                ? usual.with(schedule(call))
                : KerasTunable.refusing(value, () -> rule.at(KerasTunable.number(RATE, value)));
    }

    private static Schedule schedule(Made call) {
        Schedule plain = Names.named("schedule", call, Schedule.CHANGING, Schedule::name);
        Schedule read = KerasTunable.read(call, plain, KerasTunable.settings(plain), Set.of("name"));
        read.problem().ifPresent(problem -> {
            throw new PythonException(call.spot(), NameSuggestions.capital(problem));
        });
        return read;
    }

    /// The argument `decay` of Keras 2: η₀ / (1 + decay · step).
    private Optimization decayed(Optimization read, CallArguments arguments) {
        Optional<Value> decay = arguments.get("decay").filter(value -> KerasTunable.number("decay", value) != 0);
        if (decay.isEmpty()) {
            return read;
        }
        double rate = KerasTunable.number("decay", decay.get());
        if (!(read.schedule() instanceof Schedule.Constant constant)) {
            throw new PythonException(
                    decay.get().spot(), "With a schedule there is no decay. Leave one of the two out.");
        }
        notes.say("decay is a schedule today: InverseTimeDecay(learning_rate, 1, decay)");
        return KerasTunable.refusing(decay.get(), () -> {
            Schedule schedule = new Schedule.InverseTimeDecay(constant.learningRate(), 1, rate, false);
            schedule.problem().ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
            return read.with(schedule);
        });
    }

    private static Optimization withWeightDecay(Optimization read, Value decay) {
        return KerasTunable.refusing(decay, () -> read.withWeightDecay(KerasTunable.number(WEIGHT_DECAY, decay)));
    }

    private static Optimization withLimit(Optimization read, Clipping clipping, Value limit) {
        String setting = clipping.hyperparameters().getFirst().name();
        double number = KerasTunable.number(clipping.name(), limit);
        return KerasTunable.refusing(limit, () -> read.with(Tunable.with(clipping, setting, number)));
    }
}
