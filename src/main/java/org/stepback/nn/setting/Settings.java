package org.stepback.nn.setting;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the components of a record as settings, and makes the record from settings again.
public final class Settings {
    private Settings() {}

    static List<Hyperparameter> of(Record settings) {
        return Arrays.stream(settings.getClass().getRecordComponents())
                .map(component -> of(component, value(settings, component)))
                .toList();
    }

    private static Hyperparameter of(RecordComponent component, Object value) {
        String name = snakeCase(component.getName()).toLowerCase(Locale.ROOT);
        boolean required = component.isAnnotationPresent(Required.class);
        return switch (value) {
            case Boolean flag -> new Hyperparameter.Flag(name, flag);
            case Double number -> new Hyperparameter.Number(name, number, within(component), false, required);
            case Integer count ->
                new Hyperparameter.Number(name, count.doubleValue(), within(component), true, required);
            case Long count -> new Hyperparameter.Number(name, count.doubleValue(), within(component), true, required);
            case OptionalDouble maybe -> new Hyperparameter.Maybe(name, maybe, within(component));
            case List<?> numbers ->
                new Hyperparameter.Numbers(
                        name, numbers.stream().map(Double.class::cast).toList(), within(component), required);
            case Named thing -> new Hyperparameter.Choice(name, thing, choices(component.getType()), required);
            case Optional<?> maybe -> new Hyperparameter.Choice(name, maybe, choices(content(component)), required);
            default -> throw new IllegalArgumentException(component + " is no setting");
        };
    }

    /// Reads the constant `ALL` of a type, which lists what can be chosen.
    private static List<? extends Named> choices(Class<?> type) {
        try {
            List<?> all = (List<?>) type.getField("ALL").get(null);
            return all.stream().map(Named.class::cast).toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName() + " has no public list ALL to choose from", e);
        }
    }

    /// Returns the type of what an Optional may hold.
    private static Class<?> content(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    private static Interval within(RecordComponent component) {
        return Interval.of(Objects.requireNonNull(component.getAnnotation(Within.class), component.getName())
                .value());
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Returns a record of this type with these values; a number stands for itself, a whole number and an optional one.
    static Record make(Class<? extends Record> type, List<?> values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = converted(values.get(i), types[i]);
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object converted(Object value, Class<?> type) {
        if (type == Optional.class && value instanceof Named) {
            return Optional.of(value);
        }
        if (!(value instanceof Number number)) {
            return value;
        }
        if (type == int.class) {
            return number.intValue();
        }
        if (type == long.class) {
            return number.longValue();
        }
        return type == OptionalDouble.class ? OptionalDouble.of(number.doubleValue()) : (Object) number.doubleValue();
    }

    /// Words as Keras joins them: `beta1` is `beta_1`, `ExponentialDecay` is `Exponential_Decay`, but `l1` is `l1`.
    public static String snakeCase(String name) {
        return name.replaceAll("(?<=.)[A-Z]|(?<=[a-z]{2})\\d+$", "_$0");
    }

    public static void refuse(String sentence) {
        throw new IllegalArgumentException(sentence);
    }
}
