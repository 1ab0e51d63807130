package org.stepback.interop.keras;

import java.util.List;
import java.util.Locale;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.interop.python.PythonException;

/// The metrics that `compile` names: the lab shows loss and accuracy.
final class Metrics {
    private Metrics() {}

    /// @throws PythonException where a name is not one of Keras's
    static void read(Value value, TrainingNotes notes) {
        List<Value> all = value instanceof Value.Items items ? items.all() : List.of(value);
        for (Value one : all) {
            String name =
                    switch (one) {
                        case Value.Text text -> text.value();
                        case Value.Reference reference -> reference.last();
                        case Made made -> made.name();
                        case Value.Own own -> own.block().name();
                        default -> throw one.refusal("Here must be the name of a metric");
                    };
            if (!(one instanceof Value.Own) && !KerasKnown.isMetric(name)) {
                throw new PythonException(one.spot(), NameSuggestions.unknown("metric", name, KerasKnown.metrics()));
            }
            if (!name.toLowerCase(Locale.ROOT).contains("acc")) {
                notes.say("The metric " + name + " is left out: the lab shows the loss, and the accuracy of classes");
            }
        }
    }
}
