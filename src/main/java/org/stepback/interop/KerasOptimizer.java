package org.stepback.interop;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stepback.exercise.Names;
import org.stepback.nn.Clipping;
import org.stepback.nn.Hyperparameter;
import org.stepback.nn.Optimization;
import org.stepback.nn.Optimizer;
import org.stepback.nn.Schedule;
import org.stepback.nn.Tunable;

/// Reads the optimizer that `compile` names: `"adam"`, or `Adam(learning_rate=0.01, clipnorm=1.0)`.
final class KerasOptimizer {
    private static final String RATE = "learning_rate";
    private static final String DECAY = "weight_decay";

    private static final List<Schedule> SCHEDULES = Schedule.ALL.stream()
            .filter(schedule -> !(schedule instanceof Schedule.Constant))
            .toList();

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
        List<String> names =
                plain.hyperparameters().stream().map(Hyperparameter::name).toList();
        PyArguments arguments = new PyArguments(call, List.of(RATE), resolve);
        arguments.require(known(names));
        Optimizer rule = plain;
        for (String name : names) {
            rule = changed(rule, name, arguments.get(name));
        }
        Optional<Py> rate = arguments.get(RATE).or(() -> arguments.get("lr"));
        Optimization read = withRate(rule, rate);
        for (Clipping clipping : Clipping.ALL) {
            Optional<Py> limit = arguments.get(clipping.name());
            read = limit.isPresent() ? withLimit(read, clipping, limit.get()) : read;
        }
        Optional<Py> decay = arguments.get(DECAY);
        return decay.isPresent() ? withDecay(read, decay.get()) : read;
    }

    private static Set<String> known(List<String> names) {
        Set<String> known = new HashSet<>(names);
        known.addAll(Set.of(RATE, "lr", "name", DECAY));
        Clipping.ALL.forEach(clipping -> known.add(clipping.name()));
        return known;
    }

    private static Optimizer changed(Optimizer rule, String name, Optional<Py> value) {
        return value.isEmpty() ? rule : refusing(value.get(), () -> rule.with(name, plain(name, value.get())));
    }

    private Optimization withRate(Optimizer rule, Optional<Py> rate) {
        Optimization usual = Optimization.of(rule);
        if (rate.isEmpty()) {
            return usual;
        }
        Py value = rate.get();
        return value instanceof Py.Call call
                ? refusing(value, () -> usual.with(schedule(call)))
                : refusing(value, () -> rule.at(number(RATE, value)));
    }

    private Schedule schedule(Py.Call call) {
        Schedule named = KerasNames.named("schedule", call, SCHEDULES, Schedule::name);
        List<Hyperparameter> settings = named.hyperparameters();
        List<String> names = settings.stream().map(Hyperparameter::name).toList();
        PyArguments arguments = new PyArguments(call, names, resolve);
        Set<String> known = new HashSet<>(names);
        known.add("name");
        arguments.require(known);
        List<Object> values = settings.stream()
                .map(setting -> value(call, setting, arguments.get(setting.name())))
                .toList();
        Schedule read = Tunable.withValues(named, values);
        read.problem().ifPresent(problem -> {
            throw new PythonException(call.spot(), Names.capital(problem));
        });
        return read;
    }

    private Object value(Py.Call call, Hyperparameter setting, Optional<Py> given) {
        if (given.isEmpty()) {
            if (setting.required()) {
                throw new PythonException(call.spot(), call.callee().last() + " needs its " + setting.name() + ".");
            }
            return setting.value();
        }
        Py value = given.get();
        return switch (setting) {
            case Hyperparameter.Flag flag when value instanceof Py.Flag read -> read.value();
            case Hyperparameter.Flag flag -> throw refused(value, flag.name() + " must be True or False");
            case Hyperparameter.Numbers list
            when value instanceof Py.Items items ->
                items.all().stream().map(item -> number(list.name(), item)).toList();
            case Hyperparameter.Numbers list -> throw refused(value, list.name() + " must be a list of numbers");
            case Hyperparameter.Number single -> number(single.name(), value);
            case Hyperparameter.Maybe maybe -> number(maybe.name(), value);
        };
    }

    private static Optimization withDecay(Optimization read, Py decay) {
        return refusing(decay, () -> read.withWeightDecay(number(DECAY, decay)));
    }

    private static Optimization withLimit(Optimization read, Clipping clipping, Py limit) {
        String setting = clipping.hyperparameters().getFirst().name();
        double number = number(clipping.name(), limit);
        return refusing(limit, () -> read.with(Tunable.with(clipping, setting, number)));
    }

    private static Object plain(String name, Py value) {
        return value instanceof Py.Flag flag ? flag.value() : number(name, value);
    }

    private static double number(String name, Py value) {
        if (value instanceof Py.Num num) {
            return num.value();
        }
        throw refused(value, name + " must be a number");
    }

    private static PythonException refused(Py value, String sentence) {
        return new PythonException(value.spot(), sentence + ", not " + value.shown() + ".");
    }

    private interface Change<T> {
        T make();
    }

    /// What a number out of bounds or a flag in a number's place is refused with, at its place.
    private static <T> T refusing(Py value, Change<T> change) {
        try {
            return change.make();
        } catch (IllegalArgumentException refused) {
            throw new PythonException(value.spot(), refused.getMessage());
        }
    }
}
