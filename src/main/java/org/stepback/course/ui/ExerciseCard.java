package org.stepback.course.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.stepback.course.Progress;
import org.stepback.exercise.Exercise;

/// One exercise on the course's page: a link with its number, title, summary, points and state.
class ExerciseCard extends Anchor {
    ExerciseCard(int number, Exercise exercise, Progress progress) {
        super("exercise/" + exercise.slug());
        addClassName("exercise-card");
        var badge = span("exercise-number", Integer.toString(number));
        badge.getElement().setAttribute("aria-hidden", "true");
        var title = span("exercise-title", exercise.title());
        var summary = new Paragraph(exercise.summary());
        var text = new Div(title, summary);
        text.addClassName("exercise-text");
        var standing = Standing.of(progress);
        var state = new Div(span("exercise-state", standing.words()), span("exercise-points", standing.points()));
        state.addClassNames("exercise-standing", standing.style());
        add(badge, text, state, new PointsBar(standing.share()));
    }

    private static Span span(String style, String text) {
        var span = new Span(text);
        span.addClassName(style);
        return span;
    }

    /// How far a student has come, in words and as a share of the points.
    record Standing(String words, String points, double share, String style) {
        static Standing of(Progress progress) {
            if (progress.attempts() == 0) {
                String words = progress.started() ? "In progress" : "Not started";
                String style = progress.started() ? "started" : "untouched";
                return new Standing(words, progress.total() + " points", 0, style);
            }
            boolean full = progress.earned() >= progress.total();
            String points = "%d of %d points".formatted(progress.earned(), progress.total());
            double share = progress.total() == 0 ? 0 : (double) progress.earned() / progress.total();
            return new Standing(full ? "Complete" : "Submitted", points, share, full ? "complete" : "submitted");
        }
    }
}
