package org.stepback.assessment.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.util.Optional;
import org.stepback.exercise.Course;
import org.stepback.exercise.Exercise;
import org.stepback.ui.Styled;

/// The place of an exercise in the course: its number, about how long it takes, and links to its neighbours.
final class ExercisePlace extends Nav {
    ExercisePlace(Course.Place place, Exercise exercise) {
        addClassName("exercise-place");
        getElement().setAttribute("aria-label", "Exercises of the course");
        String time = exercise.frame().time().map(" · "::concat).orElse("");
        add(Styled.span("exercise-count", "Exercise " + place.number() + " of " + place.of() + time));
        link(place.before(), "Previous").ifPresent(this::add);
        link(place.after(), "Next").ifPresent(this::add);
    }

    /// Returns a link to another exercise of the course.
    static Optional<Anchor> link(Optional<Exercise> exercise, String word) {
        return exercise.map(other -> {
            var link = new Anchor("exercise/" + other.slug(), word + ": " + other.title());
            link.addClassName("exercise-neighbour");
            return link;
        });
    }
}
