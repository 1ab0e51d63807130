package org.stepback.course.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import org.stepback.course.Progress;
import org.stepback.exercise.Course;

/// The student's points over the whole course.
class CourseScore extends Div {
    CourseScore(Course course, Map<String, Progress> progress) {
        addClassName("course-score");
        int earned = 0;
        int total = 0;
        for (Progress standing : progress.values()) {
            earned += standing.earned();
            total += standing.total();
        }
        int count = course.exercises().size();
        add(
                new Paragraph("%d %s · %d of %d points earned"
                        .formatted(count, count == 1 ? "exercise" : "exercises", earned, total)),
                new PointsBar(total == 0 ? 0 : (double) earned / total));
    }
}
