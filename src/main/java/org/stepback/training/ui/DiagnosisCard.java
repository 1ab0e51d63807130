package org.stepback.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
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

/// One thing that is wrong with a run: where, the numbers that show it, why, what to try, and where the lesson tells
/// more.
final class DiagnosisCard extends NativeDetails {
    private final Object kind;
    private final Span where = new Span();
    private final Paragraph evidence = new Paragraph();
    private final Div autopsy = new Div();
    private final Paragraph why = new Paragraph();
    private final Span remedy = new Span();
    private final Div rewinds = new Div();
    private final LongConsumer onRewind;

    DiagnosisCard(Diagnosis diagnosis, LongConsumer onRewind) {
        kind = kind(diagnosis);
        this.onRewind = onRewind;
        addClassName("diagnosis");
        var title = new Span(diagnosis.title());
        title.addClassName("diagnosis-title");
        where.addClassName("quiet");
        setSummary(title, where);
        var advice = new Span("What to try: ");
        advice.addClassName("diagnosis-advice");
        LessonPart part = LessonPart.on(diagnosis);
        var lesson = new NativeButton("Lesson: " + part.title(), _ -> part.open());
        lesson.addClassName("link-button");
        rewinds.addClassName("diagnosis-actions");
        autopsy.setVisible(false);
        autopsy.addClassName("number-table");
        setContent(new Div(evidence, autopsy, why, new Paragraph(advice, remedy), rewinds, lesson));
    }

    /// What stays the same while the numbers that show it change: what is wrong, and in which layer.
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
        Element head = row("th", List.of("step", "mini-batch loss", "‖W‖" + layer, "‖∂L/∂W‖" + layer));
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
            var button = new NativeButton(
                    "Rewind to step " + NumberText.grouped(step) + ", " + which, _ -> onRewind.accept(step));
            button.addClassName("button");
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
