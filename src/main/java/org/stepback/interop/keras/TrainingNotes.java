package org.stepback.interop.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Sentences on what a network or a training has here in another way than in the code.
final class TrainingNotes {
    private final List<String> all = new ArrayList<>();

    void say(String sentence) {
        if (!all.contains(sentence)) {
            all.add(sentence);
        }
    }

    /// Says today's names of arguments that have one.
    void oldNames(Made call, Map<String, String> names) {
        call.arguments().forEach(argument -> argument.keyword()
                .filter(names::containsKey)
                .ifPresent(old -> say(old + " is called " + names.get(old) + " today ("
                        + argument.spot().shown() + ")")));
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
