package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.stepback.nn.diagnosis.Diagnosis;
import org.stepback.number.NumberText;
import org.stepback.training.Run;
import org.stepback.training.series.NonFiniteHistory;
import org.stepback.ui.Styled;

/// One thing that is wrong with a run: where, the numbers that show it, why, what to try, and where the lesson tells
/// more.
final class DiagnosisCard extends NativeDetails {
    private final Object kind;
    private final Span where = Styled.span("quiet", "");
    private final Paragraph evidence = new Paragraph();
    private final Div autopsy = Styled.div("number-table");
    private final Paragraph why = new Paragraph();
    private final Span remedy = new Span();
    private final Div rewinds = Styled.div("diagnosis-actions");
    private final LongConsumer onRewind;

    DiagnosisCard(Diagnosis diagnosis, LongConsumer onRewind) {
        kind = kind(diagnosis);
        this.onRewind = onRewind;
        addClassName("diagnosis");
        setSummary(Styled.span("diagnosis-title", diagnosis.title()), where);
        LessonPart part = LessonPart.on(diagnosis);
        var lesson = Styled.button("link-button", "Lesson: " + part.title(), () -> part.open());
        autopsy.setVisible(false);
        setContent(new Div(
                evidence,
                autopsy,
                why,
                new Paragraph(Styled.span("diagnosis-advice", "What to try: "), remedy),
                rewinds,
                lesson));
    }

    /// Returns what stays the same of a diagnosis while its numbers change: its kind, and its layer.
    static Object kind(Diagnosis diagnosis) {
        return List.of(diagnosis.getClass(), diagnosis.layer());
    }

    Object kind() {
        return kind;
    }

    void show(Diagnosis diagnosis, @Nullable Run run) {
        where.setText(place(diagnosis));
        evidence.setText(diagnosis.evidence());
        why.setText(diagnosis.why());
        remedy.setText(diagnosis.remedy());
        if (diagnosis instanceof Diagnosis.NotFinite && run != null) {
            run.autopsy().ifPresent(this::show);
        }
    }

    private static String place(Diagnosis diagnosis) {
        String layer = diagnosis.layer() == 0 ? "" : "layer " + diagnosis.layer();
        String step = diagnosis.step() == 0 ? "" : "step " + NumberText.grouped(diagnosis.step());
        return layer + (layer.isEmpty() || step.isEmpty() ? "" : ", ") + step;
    }

    private void show(NonFiniteHistory found) {
        autopsy.setVisible(true);
        autopsy.getElement().removeAllChildren();
        autopsy.getElement().setAttribute("tabindex", "0").setAttribute("role", "group");
        autopsy.getElement().setAttribute("aria-label", "The steps before it");
        String layer = " of layer " + found.first().layer();
        Element head = row("th", List.of("step", "batch loss", "‖W‖" + layer, "‖∂L/∂W‖" + layer));
        Element body = new Element("tbody");
        found.before().forEach(step -> body.appendChild(row("td", numbers(step))));
        autopsy.getElement()
                .appendChild(new Element("table").appendChild(new Element("thead").appendChild(head), body));
        rewinds.removeAll();
        offer(found.lastSoundStep(), "the last one before it");
        if (found.bestStep() < found.lastSoundStep()) {
            offer(found.bestStep(), "where the loss was lowest");
        }
    }

    private void offer(long step, String which) {
        if (step >= 1) {
            var button = Styled.button(
                    "button", "Rewind to step " + NumberText.grouped(step) + ", " + which, () -> onRewind.accept(step));
            button.setTitle("Train again up to that step, and pause there");
            rewinds.add(button);
        }
    }

    private static List<String> numbers(NonFiniteHistory.Step step) {
        return List.of(
                NumberText.grouped(step.step()),
                NumberText.significant(step.loss()),
                NumberText.significant(step.weights()),
                NumberText.significant(step.gradient()));
    }

    private static Element row(String tag, List<String> texts) {
        Element row = new Element("tr");
        for (String text : texts) {
            Element cell = new Element(tag).setText(text);
            row.appendChild(tag.equals("th") ? cell.setAttribute("scope", "col") : cell);
        }
        return row;
    }
}
