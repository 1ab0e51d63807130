package org.stepback.interop.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.stepback.interop.KerasNames;
import org.stepback.nn.regularizer.Regularizer;
import org.stepback.nn.setting.Hyperparameter;
import org.stepback.nn.setting.Named;

/// Values as Python writes them.
final class Python {
    private static final int LONGEST_PLAIN = 24;

    private Python() {}

    /// Returns the shortest decimal that reads back as the same double: `0.1`, `3.0`, `1e-07`.
    static String number(double number) {
        String text = Double.toString(number);
        if (text.indexOf('E') < 0) {
            return text;
        }
        String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
        return plain.length() > LONGEST_PLAIN || !plain.contains(".") ? text.replace('E', 'e') : plain;
    }

    /// Returns a text that holds no quotes, backslashes or control characters but those that are taken out here.
    static String text(String text) {
        return '"' + text.replaceAll("[\"\\\\\\p{Cntrl}]", "_") + '"';
    }

    /// Returns the text as one line behind a `#`.
    static String comment(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    static String flag(boolean flag) {
        return flag ? "True" : "False";
    }

    /// Settings as keyword arguments, in their order: `beta_1=0.9, amsgrad=False`.
    static String arguments(List<Hyperparameter> settings) {
        return settings.stream()
                .map(setting -> setting.name() + "=" + value(setting))
                .collect(Collectors.joining(", "));
    }

    private static String value(Hyperparameter setting) {
        return switch (setting) {
            case Hyperparameter.Flag flag -> flag(flag.value());
            case Hyperparameter.Number number ->
                number.whole() ? String.valueOf(number.value().longValue()) : number(number.value());
            case Hyperparameter.Maybe maybe -> maybe(maybe.value());
            case Hyperparameter.Choice choice ->
                choice.chosen().map(Python::named).orElse("None");
            case Hyperparameter.Numbers numbers ->
                numbers.value().stream().map(Python::number).collect(Collectors.joining(", ", "[", "]"));
        };
    }

    /// Returns a rule as Keras has it: its name, or a call with its settings.
    private static String named(Named thing) {
        return switch (thing) {
            case Regularizer.PlaygroundL2 halved -> penalty(new Regularizer.L2(halved.rate() / 2));
            case Regularizer.PlaygroundL1 same -> penalty(new Regularizer.L1(same.rate()));
            case Regularizer penalty -> penalty(penalty);
            default -> text(thing.name());
        };
    }

    private static String penalty(Regularizer penalty) {
        return "keras.regularizers." + KerasNames.className(penalty.name()) + "(" + arguments(penalty.hyperparameters())
                + ")";
    }

    private static String maybe(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "None";
    }
}
