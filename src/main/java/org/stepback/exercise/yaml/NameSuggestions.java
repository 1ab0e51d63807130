package org.stepback.exercise.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stepback.number.Numeral;

/// The sentences for a name that is not known.
public final class NameSuggestions {
    private static final int LONGEST = 40;

    /// Keys that a sentence quotes, since their words alone do not say that they are a key.
    private static final Set<String> QUOTED = Set.of("""
            x y beta_1 beta_2 t_mul m_mul boundaries values within_steps layers weights editable locked checks
            slips seeds at_least hints edits parts exercises points correct shuffle nesterov centered amsgrad
            use_bias trainable center scale l1 l2 l1_l2 restore_best_weights min_delta min_lr class_weight
            predicts explain diagnoses early_stopping reduce_lr_on_plateau staircase cycle clipnorm global_clipnorm clipvalue require
            """.split("\\s+"));

    private NameSuggestions() {}

    /// Returns a sentence such as `Unknown activation "rellu"; did you mean "relu"? Known: linear, relu.`
    public static String unknown(String what, String name, Collection<String> known) {
        String meant = nearest(name, known)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse(".");
        String all = known.isEmpty() ? " There is none." : " Known: " + String.join(", ", known) + ".";
        return "Unknown " + what + " " + Numeral.quoted(name) + meant + all;
    }

    /// Returns the known name that was most likely meant: at most a third of its letters are missing, added, changed
    /// or swapped.
    public static Optional<String> nearest(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        String typed = name.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> isNear(typed, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(candidate -> distance(typed, candidate.toLowerCase(Locale.ROOT))))
                .or(() -> known.stream()
                        .filter(candidate -> typed.length() >= 3
                                && candidate.toLowerCase(Locale.ROOT).startsWith(typed))
                        .findFirst());
    }

    private static boolean isNear(String typed, String candidate) {
        int distance = distance(typed, candidate);
        return distance < candidate.length() && distance <= Math.max(1, candidate.length() / 3);
    }

    /// Returns the Damerau–Levenshtein distance (optimal string alignment): edits of one letter, or swaps of two
    /// neighbours.
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(d[i - 1][j - 1] + (same ? 0 : 1), Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }

    /// Names the value of a key in a sentence, such as `The learning rate`.
    static String subject(String key) {
        return switch (key) {
            case "units", "samples", "epochs" -> "The number of " + key;
            case "relative", "absolute" -> "The " + key + " tolerance";
            default -> QUOTED.contains(key) ? '"' + key + '"' : "The " + key.replace('_', ' ');
        };
    }

    public static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    public static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
