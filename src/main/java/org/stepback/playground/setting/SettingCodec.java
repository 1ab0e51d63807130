package org.stepback.playground.setting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.stepback.number.NumberParser;
import org.stepback.number.NumberText;

/// The values of a setting, and their text in a link.
///
/// @param words what is expected, for a sentence
/// @param parse the value of a text; empty where it is none
/// @param write the text of a value
/// @param advice what to write instead of a text that is none, if there is more to say
public record SettingCodec<T>(
        String words,
        Function<String, Optional<T>> parse,
        Function<T, String> write,
        Function<String, Optional<String>> advice) {

    SettingCodec(String words, Function<String, Optional<T>> parse, Function<T, String> write) {
        this(words, parse, write, _ -> Optional.empty());
    }

    static SettingCodec<Integer> whole(int min, int max) {
        return new SettingCodec<>(
                "a whole number from " + min + " to " + max,
                text -> number(text, min, max).filter(n -> n == Math.rint(n)).map(Double::intValue),
                String::valueOf,
                NumberParser::advice);
    }

    static SettingCodec<Double> number(double min, double max) {
        return new SettingCodec<>(
                "a number from " + NumberText.plain(min) + " to " + NumberText.plain(max),
                text -> number(text, min, max),
                NumberText::plain,
                NumberParser::advice);
    }

    private static Optional<Double> number(String text, double min, double max) {
        return NumberParser.parse(text).stream()
                .filter(n -> n >= min && n <= max)
                .boxed()
                .findFirst();
    }

    static SettingCodec<Boolean> flag() {
        return new SettingCodec<>(
                "yes or no",
                text -> switch (text) {
                    case "", "yes", "true", "1" -> Optional.of(true);
                    case "no", "false", "0" -> Optional.of(false);
                    default -> Optional.empty();
                },
                value -> value ? "yes" : "no");
    }

    static <C extends Choice> SettingCodec<C> choice(C[] all) {
        return named(List.of(all), Choice::key);
    }

    static <C> SettingCodec<C> named(List<C> all, Function<C, String> name) {
        return new SettingCodec<>(
                "one of " + String.join(", ", all.stream().map(name).toList()),
                text -> all.stream()
                        .filter(each -> name.apply(each).equals(text))
                        .findFirst(),
                name);
    }

    /// One or nothing, where nothing leaves the choice to the Playground.
    static <C> SettingCodec<Optional<C>> maybe(SettingCodec<C> form) {
        return new SettingCodec<>(
                form.words,
                text -> text.isEmpty()
                        ? Optional.of(Optional.empty())
                        : form.parse.apply(text).map(Optional::of),
                value -> value.map(form.write).orElse(""),
                form.advice);
    }

    /// Several of them, in the order of all, written with commas.
    static <C extends Enum<C> & Choice> SettingCodec<List<C>> some(List<C> all, int least) {
        SettingCodec<C> one = named(all, Choice::key);
        return new SettingCodec<>(
                "some of " + String.join(", ", all.stream().map(Choice::key).toList()),
                text -> list(text, one.parse)
                        .map(found -> all.stream().filter(found::contains).toList())
                        .filter(found -> found.size() >= least),
                chosen -> String.join(",", chosen.stream().map(Choice::key).toList()));
    }

    static SettingCodec<List<HiddenLayer>> layers() {
        return new SettingCodec<>(
                HiddenLayer.FORM,
                text -> text.equals("none")
                        ? Optional.of(List.of())
                        : list(text, HiddenLayer::parse)
                                .filter(all -> !all.isEmpty() && all.size() <= HiddenLayer.MAX_LAYERS),
                layers -> layers.isEmpty()
                        ? "none"
                        : String.join(
                                ",", layers.stream().map(HiddenLayer::text).toList()));
    }

    /// Words of a few letters, in the order of the alphabet.
    static SettingCodec<Set<String>> words(Collection<String> known) {
        return new SettingCodec<>(
                "some of " + String.join(", ", known),
                text -> list(text, word -> Optional.of(word).filter(known::contains))
                        .map(TreeSet::new),
                words -> String.join(",", words));
    }

    /// Reads values with commas between them; empty where one is none.
    static <C> Optional<List<C>> list(String text, Function<String, Optional<C>> parse) {
        List<C> found = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Optional<C> one = parse.apply(part);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            found.add(one.get());
        }
        return Optional.of(List.copyOf(found));
    }
}
