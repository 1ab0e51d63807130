package org.stepback.number;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepback.number.NumberParser.Reading.Unreadable;

/// A text that is no number: the place at which it stops being one, and what to write instead.
final class StrayText {
    private static final String ADVICE = "Write one number, such as 0.25 or 1e-3.";
    private static final String TOO_LARGE = "This number is too large.";
    private static final String TOO_LONG =
            "This is too long for a number: " + NumberParser.LONGEST + " characters are enough.";
    private static final Set<String> GENERAL = Set.of(ADVICE, TOO_LARGE, TOO_LONG);

    /// As much as there is of a number; its exponent is empty behind an `e` that stands alone.
    private static final Pattern BEGINNING =
            Pattern.compile("[+-]?(?: *(?:\\d+[.,]?\\d*|[.,]\\d+)(?:e[+-]?(?<exponent>\\d*))?|[.,]?)");
    /// Digits in threes, and perhaps decimals after another mark.
    private static final Pattern GROUPED = Pattern.compile("(?<sign>[+-]?) *(?<first>\\d{1,3})(?<mark>[,.'_ ])"
            + "(?<groups>\\d{3}(?:\\k<mark>\\d{3})*)(?<decimals>(?!\\k<mark>)[.,]\\d*)?(?<power>(?:e[+-]?\\d+)?)");
    private static final String POWERS = "*^×·⋅⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

    private final String typed;
    private final PlainText plain;
    private final String text;

    StrayText(String typed, PlainText plain) {
        this.typed = typed;
        this.plain = plain;
        this.text = plain.text();
    }

    static Unreadable tooLong() {
        return new Unreadable(TOO_LONG, NumberParser.LONGEST);
    }

    /// Returns whether a sentence says more than that the text is not a number.
    static boolean isSpecific(String message) {
        return !GENERAL.contains(message);
    }

    Unreadable fault() {
        int slash = text.indexOf('/');
        int from = slash >= 0 && NumberParser.value(text.substring(0, slash)).isPresent() ? slash + 1 : 0;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        Matcher grouped = GROUPED.matcher(text).region(from, from == 0 && slash > 0 ? slash : text.length());
        if (grouped.matches()) {
            return unreadable(grouped(grouped), grouped.start("mark"));
        }
        Matcher beginning = BEGINNING.matcher(text).region(from, text.length());
        beginning.lookingAt();
        int at = beginning.end();
        if (beginning.group("exponent") != null && beginning.group("exponent").isEmpty()) {
            return unreadable("A whole number is missing after the “e”, as in 1e-3.", at);
        }
        return at < text.length() ? stray(at) : unfinished(from, at);
    }

    /// Says what a text of digits in threes can mean: one number, or two.
    private String grouped(Matcher form) {
        String mark = form.group("mark");
        String whole = form.group("first") + form.group("groups").replace(mark, "");
        String decimals =
                form.group("decimals") == null ? "" : form.group("decimals").substring(1);
        String first = written(form, whole, decimals);
        boolean two = ",.".contains(mark) && !form.group("groups").contains(mark);
        return two
                ? "This can be read in two ways. Write "
                        + written(form, form.group("first"), form.group("groups") + decimals) + " or " + first + "."
                : "Write the number without " + named(mark) + " between its digits: " + first + ".";
    }

    private static String written(Matcher form, String whole, String decimals) {
        return form.group("sign") + whole + (decimals.isEmpty() ? "" : "." + decimals) + form.group("power");
    }

    private static String named(String mark) {
        return switch (mark) {
            case "," -> "commas";
            case "." -> "points";
            case " " -> "spaces";
            default -> "“" + mark + "”";
        };
    }

    private Unreadable unfinished(int from, int at) {
        if (at == from && from > 0) {
            return unreadable("A number is missing after the “/”, as in 3/2.", at);
        }
        if (from > 0 && NumberParser.value(text.substring(from)).stream().anyMatch(under -> under == 0)) {
            return unreadable("No number can be divided by 0.", from);
        }
        return Character.isDigit(text.charAt(at - 1)) ? unreadable(TOO_LARGE, 0) : unreadable(ADVICE, at);
    }

    private Unreadable stray(int at) {
        int letter = typed.codePointAt(plain.places().get(at));
        if (POWERS.indexOf(letter) >= 0) {
            return unreadable("Write a power of ten with an “e”: 1e-3 is 0.001.", at);
        }
        return switch (text.charAt(at)) {
            case ' ' -> unreadable("Write one number without spaces or a unit.", at);
            case ',' -> unreadable("Write one number, with one comma or point before its decimals.", at);
            case '%' -> unreadable(at > 0 ? "Leave out the “%” and write a plain number: 0.5 is 50 %." : ADVICE, at);
            case '-' ->
                unreadable(at + 1 == text.length() && at > 0 ? "Write the minus before the number." : ADVICE, at);
            default -> letter < 0x7F && letter >= ' ' ? unreadable(ADVICE, at) : foreign(letter, at);
        };
    }

    private Unreadable foreign(int letter, int at) {
        if (isInvisible(letter)) {
            return invisible(typed, plain, plain.places().get(at));
        }
        return unreadable(
                "“" + Character.toString(letter) + "” (" + name(letter) + ") belongs to no number. " + ADVICE, at);
    }

    private static boolean isInvisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }

    /// Names an invisible character by what stands after it, or else before it.
    static Unreadable invisible(String typed, PlainText plain, int place) {
        int next = 0;
        while (next < plain.text().length() && plain.places().get(next) <= place) {
            next++;
        }
        String where = next < plain.text().length()
                ? "before " + shown(plain.text().charAt(next))
                : place > 0 && next > 1 ? "after " + shown(plain.text().charAt(next - 2)) : "here";
        return new Unreadable(
                "There is an invisible character " + where + " (" + name(typed.codePointAt(place)) + "). Delete it, or"
                        + " type the number again.",
                place);
    }

    private static String shown(char letter) {
        return switch (letter) {
            case '-' -> "the minus";
            case ' ' -> "a space";
            default -> "the “" + letter + "”";
        };
    }

    private static String name(int letter) {
        String code = String.format(Locale.ROOT, "U+%04X", letter);
        String name = Character.getName(letter);
        return name == null ? code : name.toLowerCase(Locale.ROOT) + ", " + code;
    }

    private Unreadable unreadable(String message, int at) {
        return new Unreadable(message, plain.places().get(at));
    }
}
