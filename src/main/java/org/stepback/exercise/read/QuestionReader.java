package org.stepback.exercise.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stepback.exercise.Cell;
import org.stepback.exercise.Kind;
import org.stepback.exercise.Option;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.Node;

/// Reads `number` and `choice` cells.
final class QuestionReader {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,20}");
    private static final int LONGEST_LABEL = 600;
    private static final int LONGEST_OPTION = 400;
    private static final int LONGEST_UNIT = 30;
    private static final int MAX_OPTIONS = 12;

    private QuestionReader() {}

    static Cell.NumberQuestion number(String id, MappingReader fields, CellScope surroundings) {
        Cell.NumberQuestion question = new Cell.NumberQuestion(
                id,
                fields.slot("label").text(LONGEST_LABEL),
                fields.slot("unit").optionalText(LONGEST_UNIT),
                train(fields, surroundings),
                predicts(fields, surroundings));
        fields.done();
        return question;
    }

    static Cell.ChoiceQuestion choice(String id, MappingReader fields, CellScope surroundings) {
        String label = fields.slot("label").text(LONGEST_LABEL);
        List<Option> options = options(fields.slot("options"));
        Optional<String> train = train(fields, surroundings);
        Optional<String> predicts = predicts(fields, surroundings);
        fields.done();
        return new Cell.ChoiceQuestion(id, label, options, train, predicts);
    }

    private static Optional<String> train(MappingReader fields, CellScope surroundings) {
        FieldReader slot = fields.slot("train");
        return fields.has("train") ? Optional.of(surroundings.reference(slot, Kind.TRAIN)) : Optional.empty();
    }

    private static Optional<String> predicts(MappingReader fields, CellScope surroundings) {
        FieldReader slot = fields.slot("predicts");
        if (fields.has("predicts") && fields.has("train")) {
            slot.refuse(
                    "A question predicts a training, or asks about its results: leave out \"predicts\" or \"train\".");
        }
        return fields.has("predicts") ? Optional.of(surroundings.below(slot, Kind.TRAIN)) : Optional.empty();
    }

    private static List<Option> options(FieldReader slot) {
        String expected = "The options must be 2 to " + MAX_OPTIONS + " keys with texts, such as \"a: It grows\".";
        if (!(slot.node() instanceof Node.Mapping)) {
            slot.refuse(expected + " " + slot.found());
            return List.of();
        }
        MappingReader fields = slot.fields(" of the options");
        int size = fields.keys().size();
        if (size < 2 || size > MAX_OPTIONS) {
            slot.refuse(expected + " Here " + (size == 1 ? "is 1." : "are " + size + "."));
        }
        List<Option> options = new ArrayList<>();
        for (String key : fields.keys()) {
            FieldReader option = fields.entry(key);
            if (!KEY.matcher(key).matches()) {
                option.refuse("The key of an option has 1 to 20 letters, digits, \"-\" or \"_\".");
            }
            options.add(new Option(key, option.text(LONGEST_OPTION)));
        }
        return options;
    }
}
