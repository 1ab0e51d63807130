package org.stepback.trace.ui;

import java.util.Locale;
import org.stepback.trace.Stage;
import org.stepback.ui.Message;

/// A stage of a step.
///
/// @param layer from 1; 0 where it is of no layer
record StageMessage(String part, String kind, String word, int layer) implements Message {
    static StageMessage of(Stage stage) {
        Stage.Kind kind = stage.kind();
        return new StageMessage(
                kind.part().name().toLowerCase(Locale.ROOT),
                kind.name().toLowerCase(Locale.ROOT),
                kind.word(),
                kind.isOfLayer() ? stage.layer() + 1 : 0);
    }
}
