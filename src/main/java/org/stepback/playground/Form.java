package org.stepback.playground;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/// How the values of a setting are written, and which ones there are.
///
/// @param words what is expected, for a sentence
/// @param parse the value of a text; empty where it is none
/// @param write the text of a value
record Form<T>(String words, Function<String, Optional<T>> parse, Function<T, String> write) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{0,9}(\\.\\d{0,12})?([eE]-?\\d{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    static Form<Integer> whole(int min, int max) {
        return new Form<>(
                "a whole number from " + min + " to " + max,
                text -> Optional.of(text)
                        .filter(t -> WHOLE.matcher(t).matches())
                        .map(Integer::valueOf)
                        .filter(n -> n >= min && n <= max),
                String::valueOf);
    }

    static Form<Double> number(double min, double max) {
        return new Form<>(
                "a number from " + plain(min) + " to " + plain(max),
                text -> number(text).filter(n -> n >= min && n <= max),
                Form::plain);
    }

    private static Optional<Double> number(String text) {
        boolean digits = text.chars().anyMatch(Character::isDigit);
        try {
            return digits && NUMBER.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// As short as it can be: `0.03`, `10`.
    static String plain(double number) {
        String text = new java.math.BigDecimal(Double.toString(number))
                .stripTrailingZeros()
                .toPlainString();
        return text.length() > 12 ? Double.toString(number) : text;
    }

    static Form<Boolean> flag() {
        return new Form<>(
                "yes or no",
                text -> switch (text) {
                    case "", "yes", "true", "1" -> Optional.of(true);
                    case "no", "false", "0" -> Optional.of(false);
                    default -> Optional.empty();
                },
                value -> value ? "yes" : "no");
    }

    static <C extends Choice> Form<C> choice(List<C> all) {
        return named(all, Choice::key);
    }

    static <C> Form<C> named(List<C> all, Function<C, String> name) {
        return new Form<>(
                "one of " + String.join(", ", all.stream().map(name).toList()),
                text -> all.stream()
                        .filter(each -> name.apply(each).equals(text))
                        .findFirst(),
                name);
    }

    /// One or nothing, where nothing leaves the choice to the Playground.
    static <C> Form<Optional<C>> maybe(Form<C> form) {
        return new Form<>(
                form.words,
                text -> text.isEmpty()
                        ? Optional.of(Optional.empty())
                        : form.parse.apply(text).map(Optional::of),
                value -> value.map(form.write).orElse(""));
    }

    /// Several of them, in the order of all, written with commas.
    static <C extends Enum<C> & Choice> Form<List<C>> some(List<C> all, int least) {
        Form<C> one = choice(all);
        return new Form<>(
                "some of " + String.join(", ", all.stream().map(Choice::key).toList()),
                text -> list(text, one.parse)
                        .map(found -> all.stream().filter(found::contains).toList())
                        .filter(found -> found.size() >= least),
                chosen -> String.join(",", chosen.stream().map(Choice::key).toList()));
    }

    static Form<List<Hidden>> layers() {
        return new Form<>(
                Hidden.FORM,
                text -> text.equals("none")
                        ? Optional.of(List.of())
                        : list(text, Hidden::parse).filter(all -> !all.isEmpty() && all.size() <= Hidden.MAX_LAYERS),
                layers -> layers.isEmpty()
                        ? "none"
                        : String.join(",", layers.stream().map(Hidden::text).toList()));
    }

    /// Words of a few letters, in the order of the alphabet.
    static Form<Set<String>> words(Collection<String> known) {
        return new Form<>(
                "some of " + String.join(", ", known),
                text -> list(text, word -> Optional.of(word).filter(known::contains))
                        .map(TreeSet::new),
                words -> String.join(",", words));
    }

    private static <C> Optional<List<C>> list(String text, Function<String, Optional<C>> parse) {
        List<C> found = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Optional<C> one = parse.apply(part);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            found.add(one.get());
        }
        return Optional.of(found);
    }
}
