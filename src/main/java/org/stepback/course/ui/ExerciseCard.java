package org.stepback.course.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.stepback.course.Progress;
import org.stepback.exercise.Exercise;
import org.stepback.ui.Styled;

/// One exercise on the course's page: a link with its number, title, summary, points and state.
class ExerciseCard extends Anchor {
    ExerciseCard(int number, Exercise exercise, Progress progress) {
        super("exercise/" + exercise.slug());
        addClassName("exercise-card");
        var badge = Styled.span("exercise-number", Integer.toString(number));
        badge.getElement().setAttribute("aria-hidden", "true");
        var title = Styled.span("exercise-title", exercise.title());
        var summary = new Paragraph(exercise.summary());
        var time = Styled.span("exercise-minutes", exercise.frame().time().orElse(""));
        time.setVisible(exercise.frame().minutes().isPresent());
        var standing = Standing.of(progress);
        var state = new Div(
                Styled.span("exercise-state", standing.words()), Styled.span("exercise-points", standing.points()));
        state.addClassNames("exercise-standing", standing.style());
        add(badge, Styled.div("exercise-text", title, summary, time), state, new PointsBar(standing.share()));
    }

    /// A student's standing, in words and as a share of the points.
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
