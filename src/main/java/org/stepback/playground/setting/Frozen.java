package org.stepback.playground.setting;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.stepback.nn.Architecture;

/// A frozen part of a network, which no update changes: a layer, a unit of it, or one of the unit's numbers. All are
/// counted from 1.
///
/// @param unit 0 for all
/// @param input 0 for all, [#BIAS] for the bias
public record Frozen(int layer, int unit, int input) {
    static final int BIAS = -1;
    private static final int MOST = 200;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,2})(?:\\.(\\d{1,2})(?:\\.(\\d{1,2}|b))?)?");

    /// Such as `1,2.3,2.4.1,2.4.b`.
    static SettingCodec<List<Frozen>> form() {
        return new SettingCodec<>(
                "layers, units or weights such as 1,2.3,2.4.1,2.4.b",
                text -> SettingCodec.list(text, Frozen::parse).filter(all -> all.size() <= MOST),
                all -> String.join(",", all.stream().map(Frozen::text).toList()));
    }

    private static Optional<Frozen> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Frozen(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3))))
                : Optional.empty();
    }

    private static int number(String digits) {
        return digits == null ? 0 : digits.equals("b") ? BIAS : Integer.parseInt(digits);
    }

    String text() {
        String end = input == 0 ? "" : input == BIAS ? ".b" : "." + input;
        return layer + (unit == 0 ? "" : "." + unit + end);
    }

    /// Returns whether it holds a number: all counted from 0, the bias after the inputs.
    public boolean holds(int ofLayer, int ofUnit, int ofInput, boolean bias) {
        return layer == ofLayer + 1
                && (unit == 0 || unit == ofUnit + 1)
                && (input == 0 || (bias ? input == BIAS : input == ofInput + 1));
    }

    /// Returns whether every number of a layer is held, counted from 0.
    public static boolean holdsLayer(List<Frozen> all, Architecture architecture, int layer) {
        return held(all, architecture, layer) == numbers(architecture, layer);
    }

    /// Returns whether some numbers of a layer are held and others are not.
    public static boolean holdsParts(List<Frozen> all, Architecture architecture) {
        return IntStream.range(0, architecture.layers().size()).anyMatch(layer -> {
            int held = held(all, architecture, layer);
            return held > 0 && held < numbers(architecture, layer);
        });
    }

    private static int numbers(Architecture architecture, int layer) {
        return architecture.units(layer) * (architecture.inputsOf(layer) + 1);
    }

    private static int held(List<Frozen> all, Architecture architecture, int layer) {
        int bias = architecture.inputsOf(layer);
        return (int) IntStream.range(0, numbers(architecture, layer))
                .filter(number -> all.stream().anyMatch(frozen -> {
                    int input = number % (bias + 1);
                    return frozen.holds(layer, number / (bias + 1), input, input == bias);
                }))
                .count();
    }
}
