package org.stepback.exercise.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.exercise.yaml.Node;
import org.stepback.exercise.yaml.Range;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;
import org.stepback.nn.setting.Tunable;
import org.stepback.number.NumberText;

/// Reads things with settings, such as `{adam: {beta_1: 0.8}}` or `{dropout: {rate: 0.2}}`.
final class TunableReader {
    private static final int MOST_NUMBERS = 21;

    private TunableReader() {}

    /// One of several things by its name, and the keys of its settings.
    record Chosen<T>(T thing, MappingReader settings) {}

    /// Reads `{name: {key: value}}`, or `{name: }` for a thing with its defaults.
    ///
    /// @param what what the things are called, such as `optimizer`
    /// @param owner what sentences add to the names of settings, such as ` of layer 2`
    static <T extends Tunable> Chosen<T> chosen(
            FieldReader slot, String what, List<T> all, String owner, String example) {
        MappingReader fields = slot.fields(owner, example);
        if (!(slot.node() instanceof Node.Mapping)) {
            return new Chosen<>(all.getFirst(), MappingReader.none());
        }
        if (fields.keys().size() != 1) {
            slot.refuse(slot.subject() + " must be one, such as \"" + example + "\". Here are "
                    + fields.keys().size() + ".");
            return new Chosen<>(all.getFirst(), MappingReader.none());
        }
        String name = fields.keys().iterator().next();
        T thing = fields.key(name).named(what, all, Tunable::name);
        FieldReader settings = fields.slot(name);
        if (!thing.name().equals(name)) {
            return new Chosen<>(thing, MappingReader.none());
        }
        boolean bare = settings.node() instanceof Node.Scalar scalar && scalar.isNull();
        return new Chosen<>(thing, bare ? new MappingReader(settings, owner) : settings.fields(owner));
    }

    /// Reads `{name: {key: value}}`, or `{name: value}` for a thing with one setting, into the thing.
    static <T extends Tunable> T read(FieldReader slot, String what, List<T> all, String owner, String example) {
        Optional<T> known = ofOneSetting(slot, all);
        if (known.isPresent()) {
            MappingReader fields = new MappingReader(slot, owner);
            return withOneSetting(known.get(), fields.slot(known.get().name()));
        }
        Chosen<T> chosen = chosen(slot, what, all, owner, example);
        T tuned = tuned(chosen.thing(), chosen.settings());
        chosen.settings().done();
        return tuned;
    }

    /// Returns the thing of which only a value is given, if it has one setting alone.
    private static <T extends Tunable> Optional<T> ofOneSetting(FieldReader slot, List<T> all) {
        if (!(slot.node() instanceof Node.Mapping mapping) || mapping.entries().size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, Node.Entry> only =
                mapping.entries().entrySet().iterator().next();
        boolean isValue = only.getValue().value() instanceof Node.Scalar scalar && !scalar.isNull();
        return all.stream()
                .filter(thing -> isValue && thing.name().equals(only.getKey()))
                .filter(thing -> thing.hyperparameters().size() == 1)
                .findFirst();
    }

    private static <T extends Tunable> T withOneSetting(T thing, FieldReader slot) {
        return slot.findings()
                .sound(() -> value(slot, thing.hyperparameters().getFirst()))
                .map(value -> Tunable.withValues(thing, List.of(value)))
                .orElse(thing);
    }

    /// Returns the thing with the settings that are given, and its own for the rest.
    static <T extends Tunable> T tuned(T thing, MappingReader settings) {
        T tuned = settings.self()
                .findings()
                .sound(() -> thing.hyperparameters().stream()
                        .map(setting -> value(settings.slot(setting.name()), setting))
                        .toList())
                .map(values -> Tunable.withValues(thing, values))
                .orElse(thing);
        tuned.problem().map(NameSuggestions::capital).ifPresent(settings.self()::refuse);
        return tuned;
    }

    private static Object value(FieldReader slot, Hyperparameter setting) {
        return switch (setting) {
            case Hyperparameter.Flag flag -> slot.flag(flag.value());
            case Hyperparameter.Number number ->
                number.required() ? slot.number(Range.of(number)) : slot.number(Range.of(number), number.value());
            case Hyperparameter.Maybe maybe ->
                slot.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(slot.number(Range.of(maybe)));
            case Hyperparameter.Choice choice ->
                choice.required() || !slot.isEmpty() ? choice(slot, choice) : leftOut(choice);
            case Hyperparameter.Numbers numbers ->
                slot.items("entry %d of " + numbers.name(), 1, MOST_NUMBERS).stream()
                        .map(item -> item.number(Range.of(numbers)))
                        .toList();
        };
    }

    /// Nothing, where nothing can be chosen; else what is usual.
    private static Object leftOut(Hyperparameter.Choice choice) {
        return choice.value() instanceof Optional<?> ? Optional.empty() : choice.value();
    }

    /// Returns a thing by its name, or with its settings where it has some: `l2`, `{l2: 0.01}`, `{l1_l2: {l1: 0.01}}`.
    private static Object choice(FieldReader slot, Hyperparameter.Choice choice) {
        String what = choice.name().substring(choice.name().lastIndexOf('_') + 1);
        List<Tunable> tunable = choice.all().stream()
                .filter(Tunable.class::isInstance)
                .map(Tunable.class::cast)
                .toList();
        if (tunable.isEmpty() || !(slot.node() instanceof Node.Mapping)) {
            return slot.named(what, choice.all(), Named::name);
        }
        Tunable first = tunable.getFirst();
        String setting =
                NumberText.plain((Double) first.hyperparameters().getFirst().value());
        return read(slot, what, tunable, "", first.name() + ": " + setting);
    }
}
