package org.stepback.number;

import java.util.ArrayList;
import java.util.List;

/// What was typed, in the characters of a keyboard: `−０，７５` is `-0,75`, without spaces around it.
///
/// Digits of every script become 0 to 9, each of Unicode's single straight dashes a minus, each blank a space. Marks
/// that show nothing are left out. A character that belongs to no number stays, so that it can be named.
///
/// @param text one character for each that is kept
/// @param places where each of them stands in what was typed, and then the end of the last one
record PlainText(String text, List<Integer> places) {
    /// Stands for a character that does not fit into a `char`.
    private static final char STRAY = '\uFFFF';

    /// Hyphens and dashes, minus signs, and the long vowel mark that a Japanese keyboard gives for a minus.
    private static final String MINUS =
            "-\u058A\u05BE\u1400\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2796\u02D7\u30FC\uFE58\uFE63\uFF0D\uFF70";

    private static final String PLUS = "+\u2795\uFB29\uFE62\uFF0B";
    private static final String POINT = ".\u066B\uFE52\uFF0E";
    private static final String COMMA = ",\u060C\uFE50\uFF0C";
    private static final String SLASH = "/\u2044\u2215\uFF0F";
    private static final String APOSTROPHE = "'\u2019\u02BC\u066C\uFF07";
    private static final String PERCENT = "%\u066A\uFE6A\uFF05";
    private static final String BLANK = "\u0085\u115F\u1160\u2800\u3164\uFFA0";
    private static final String PLAIN = "-+.,/'%";
    private static final List<String> ALIKE = List.of(MINUS, PLUS, POINT, COMMA, SLASH, APOSTROPHE, PERCENT);

    static final char SOFT_HYPHEN = '\u00AD';
    /// It shows a line, so it could be meant for a minus, though it is a blank.
    private static final char OGHAM_SPACE = '\u1680';

    /// Returns the plain characters of a text, with soft hyphens left out or taken for a minus.
    static PlainText of(String typed, boolean softHyphenIsMinus) {
        StringBuilder text = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < typed.length(); ) {
            int letter = typed.codePointAt(at);
            char plain = letter == SOFT_HYPHEN && softHyphenIsMinus ? '-' : plain(letter);
            boolean kept = !isMark(letter) || letter == SOFT_HYPHEN && softHyphenIsMinus;
            if (kept && !(plain == ' ' && text.isEmpty())) {
                text.append(plain);
                places.add(at);
            }
            at += Character.charCount(letter);
        }
        String plain = text.toString().replaceFirst(" +$", "");
        places.subList(plain.length(), places.size()).clear();
        places.add(places.isEmpty() ? 0 : typed.offsetByCodePoints(places.getLast(), 1));
        return new PlainText(plain, places);
    }

    /// The marks that come along with copied text and show nothing. Those that turn letters around are not among them.
    private static boolean isMark(int letter) {
        return switch (letter) {
            case SOFT_HYPHEN, 0x034F, 0x061C, 0x2060, 0xFEFF -> true;
            default ->
                letter >= 0x180B && letter <= 0x180F
                        || letter >= 0x200B && letter <= 0x200F
                        || letter >= 0x202A && letter <= 0x202D
                        || letter >= 0x2066 && letter <= 0x206F
                        || letter >= 0xFE00 && letter <= 0xFE0F
                        || letter >= 0xE0100 && letter <= 0xE01EF;
        };
    }

    private static char plain(int letter) {
        if (Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER) {
            return (char) ('0' + Character.digit(letter, 10));
        }
        if (isBlank(letter)) {
            return ' ';
        }
        for (int i = 0; i < PLAIN.length(); i++) {
            if (ALIKE.get(i).indexOf(letter) >= 0) {
                return PLAIN.charAt(i);
            }
        }
        return switch (letter) {
            case 'e', 'E', '\uFF45', '\uFF25' -> 'e';
            default -> Character.isBmpCodePoint(letter) ? (char) letter : STRAY;
        };
    }

    private static boolean isBlank(int letter) {
        return letter != OGHAM_SPACE
                && (letter >= '\t' && letter <= '\r' || Character.isSpaceChar(letter) || BLANK.indexOf(letter) >= 0);
    }
}
