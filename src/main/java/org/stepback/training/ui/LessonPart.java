package org.stepback.training.ui;

import com.vaadin.flow.component.dialog.Dialog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.stepback.exercise.markdown.Markdown;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.nn.diagnosis.FitDiagnosis;
import org.stepback.nn.diagnosis.GradientDiagnosis;
import org.stepback.nn.diagnosis.RateDiagnosis;
import org.stepback.nn.diagnosis.UnitDiagnosis;
import org.stepback.ui.Prose;
import org.stepback.ui.Styled;

/// The parts of the lesson on what goes wrong in a training; each is a text in the folder `lesson/` of this package.
public enum LessonPart {
    LEARNING_RATE("A wrong learning rate"),
    INITIALIZATION("Poor initialization"),
    GRADIENTS("Gradients that vanish or explode"),
    ACTIVATIONS("Units that stop learning"),
    LOSS("Ignoring the loss"),
    OVERFITTING("Overfitting"),
    OVERFLOW("Infinity and NaN");

    private final String title;

    LessonPart(String title) {
        this.title = title;
    }

    /// Returns the part that explains a diagnosis.
    public static LessonPart on(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.NotFinite _ -> OVERFLOW;
            case GradientDiagnosis _ -> GRADIENTS;
            case UnitDiagnosis.Symmetric _ -> INITIALIZATION;
            case Diagnosis.Standstill _, UnitDiagnosis.Dead _, UnitDiagnosis.Saturated _ -> ACTIVATIONS;
            case RateDiagnosis _ -> LEARNING_RATE;
            case FitDiagnosis.LossMisfit _ -> LOSS;
            case FitDiagnosis.Overfitting _ -> OVERFITTING;
        };
    }

    public String title() {
        return title;
    }

    String markdown() {
        String file = "lesson/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".md";
        try {
            return new ClassPathResource(file, LessonPart.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Shows it over the page.
    public void open() {
        var dialog = new Dialog(title);
        dialog.addClassName("lesson");
        dialog.add(new Prose(Markdown.html(markdown())));
        var close = Styled.button("button", "Close", () -> dialog.close());
        dialog.getFooter().add(close);
        dialog.open();
    }
}
