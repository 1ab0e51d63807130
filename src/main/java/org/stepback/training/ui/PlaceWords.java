package org.stepback.training.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stepback.ui.SettingWords;

/// Says in words which setting stands at a place in the cells: `fit.optimizer.adam.learning_rate` is `Learning rate of
/// adam in cell fit`.
final class PlaceWords {
    private static final Pattern OF_LAYER = Pattern.compile("(layers|weights)\\[(\\d+)]");

    private static final Set<String> CHOSEN_BY_NAME = Set.of("optimizer", "learning_rate", "loss");

    private PlaceWords() {}

    static String of(String place) {
        List<String> parts = List.of(place.split("\\."));
        return parts.size() < 2
                ? SettingWords.of(place)
                : field(parts.subList(1, parts.size())) + " in cell " + parts.getFirst();
    }

    private static String field(List<String> parts) {
        String last = parts.getLast();
        List<String> owners = owners(parts);
        if (parts.getFirst().equals("class_weight")) {
            return parts.size() == 1 ? "Weights of classes" : "Weight of class " + last;
        }
        if (OF_LAYER.matcher(last).matches()) {
            return "Kind of " + owners.getLast();
        }
        var words = new StringBuilder(SettingWords.of(last));
        for (int i = owners.size() - 1; i >= 0; i--) {
            words.append(" of ").append(owners.get(i));
        }
        return words.toString();
    }

    /// Returns the owners of a setting, the outermost first; a layer's place says as much as its kind.
    private static List<String> owners(List<String> parts) {
        List<String> owners = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Matcher layer = OF_LAYER.matcher(parts.get(i));
            if (layer.matches()) {
                owners.add(
                        (layer.group(1).equals("weights") ? "the given weights of layer " : "layer ") + layer.group(2));
                i += layer.group(1).equals("layers") ? 1 : 0;
            } else if (i < parts.size() - 1 && !CHOSEN_BY_NAME.contains(parts.get(i))) {
                owners.add(owner(parts, i));
            }
        }
        return owners;
    }

    /// Rules, schedules and losses are chosen by their names; what else owns a setting is a control itself.
    private static String owner(List<String> parts, int i) {
        boolean chosen = i > 0 && CHOSEN_BY_NAME.contains(parts.get(i - 1));
        String words = SettingWords.of(parts.get(i));
        return chosen ? parts.get(i) : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
