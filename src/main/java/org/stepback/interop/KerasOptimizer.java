package org.stepback.interop;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.nn.optimizer.Clipping;
import org.stepback.nn.optimizer.Optimization;
import org.stepback.nn.optimizer.Optimizer;
import org.stepback.nn.optimizer.Schedule;
import org.stepback.nn.setting.Tunable;

/// Reads the optimizer that `compile` names: `"adam"`, or `Adam(learning_rate=0.01, clipnorm=1.0)`.
final class KerasOptimizer {
    private static final String RATE = "learning_rate";
    private static final String DECAY = "weight_decay";

    private final UnaryOperator<Py> resolve;

    KerasOptimizer(UnaryOperator<Py> resolve) {
        this.resolve = resolve;
    }

    /// Keras's own where none is named.
    static Optimization usual() {
        return Optimization.of(Optimizer.named("rmsprop").orElseThrow());
    }

    Optimization read(Py value) {
        Optimizer plain = KerasNames.named("optimizer", value, Optimizer.ALL, Optimizer::name);
        if (!(value instanceof Py.Call call)) {
            return Optimization.of(plain);
        }
        PyArguments arguments = new PyArguments(call, List.of(RATE), resolve);
        arguments.require(known(plain));
        Optimizer rule = new KerasTunable(resolve).tuned(plain, arguments);
        Optional<Py> rate = arguments.get(RATE).or(() -> arguments.get("lr"));
        Optimization read = withRate(rule, rate);
        for (Clipping clipping : Clipping.ALL) {
            Optional<Py> limit = arguments.get(clipping.name());
            read = limit.isPresent() ? withLimit(read, clipping, limit.get()) : read;
        }
        Optional<Py> decay = arguments.get(DECAY);
        return decay.isPresent() ? withDecay(read, decay.get()) : read;
    }

    private static Set<String> known(Optimizer rule) {
        Set<String> known = KerasTunable.names(rule, Set.of(RATE, "lr", "name", DECAY));
        Clipping.ALL.forEach(clipping -> known.add(clipping.name()));
        return known;
    }

    private Optimization withRate(Optimizer rule, Optional<Py> rate) {
        Optimization usual = Optimization.of(rule);
        if (rate.isEmpty()) {
            return usual;
        }
        Py value = rate.get();
        return value instanceof Py.Call call
                ? usual.with(schedule(call))
                : KerasTunable.refusing(value, () -> rule.at(KerasTunable.number(RATE, value)));
    }

    private Schedule schedule(Py.Call call) {
        Schedule plain = KerasNames.named("schedule", call, Schedule.CHANGING, Schedule::name);
        Schedule read = new KerasTunable(resolve).read(call, plain, KerasTunable.settings(plain), Set.of("name"));
        read.problem().ifPresent(problem -> {
            throw new PythonException(call.spot(), NameSuggestions.capital(problem));
        });
        return read;
    }

    private static Optimization withDecay(Optimization read, Py decay) {
        return KerasTunable.refusing(decay, () -> read.withWeightDecay(KerasTunable.number(DECAY, decay)));
    }

    private static Optimization withLimit(Optimization read, Clipping clipping, Py limit) {
        String setting = clipping.hyperparameters().getFirst().name();
        double number = KerasTunable.number(clipping.name(), limit);
        return KerasTunable.refusing(limit, () -> read.with(Tunable.with(clipping, setting, number)));
    }
}
