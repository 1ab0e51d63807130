package org.stepback.course.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Collection;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.stepback.StepbackApplication;
import org.stepback.account.SignedIn;
import org.stepback.course.Progress;
import org.stepback.course.ProgressService;
import org.stepback.exercise.Course;
import org.stepback.exercise.read.CourseCatalog;
import org.stepback.notebook.NotebookService;
import org.stepback.notebook.OwnNotebooks;
import org.stepback.number.NumberText;
import org.stepback.ui.Styled;

/// The course: its exercises in order, each with its summary, its points and how far the student has come.
@Route("")
@PermitAll
class CourseView extends Div implements HasDynamicTitle {
    private final String title;

    CourseView(
            CourseCatalog catalog,
            ProgressService progressOf,
            OwnNotebooks own,
            NotebookService notebooks,
            @Value(StepbackApplication.VERSION) String version) {
        addClassName("course-page");
        Course course = catalog.course();
        title = course.title().isBlank() ? "The course" : course.title();
        Map<String, Progress> progress = progressOf.of(SignedIn.current().id());
        add(new H1(title));
        catalog.notice().ifPresent(notice -> add(Styled.paragraph("door-notice", notice)));
        if (course.exercises().isEmpty()) {
            add(empty(), footer(version));
            return;
        }
        add(score(course, progress.values()));
        int number = 1;
        for (Course.Part part : course.parts()) {
            add(part(part, number, progress));
            number += part.exercises().size();
        }
        add(new OwnNotebookList(SignedIn.current().id(), own, notebooks), footer(version));
    }

    private static Footer footer(String version) {
        var footer = new Footer(new Text("Stepback " + version));
        footer.addClassName("quiet");
        return footer;
    }

    /// Shows the student's points over the whole course.
    private static Component score(Course course, Collection<Progress> progress) {
        int earned = progress.stream().mapToInt(Progress::earned).sum();
        int total = progress.stream().mapToInt(Progress::total).sum();
        int count = course.exercises().size();
        return Styled.div(
                "course-score",
                new Paragraph(
                        "%s · %d of %d points earned".formatted(NumberText.counted(count, "exercise"), earned, total)),
                new PointsBar(total == 0 ? 0 : (double) earned / total));
    }

    private static Component part(Course.Part part, int firstNumber, Map<String, Progress> progress) {
        var section = new Section();
        if (!part.title().isBlank()) {
            section.add(new H2(part.title()));
        }
        var list = new OrderedList();
        list.addClassName("exercise-list");
        int number = firstNumber;
        for (var exercise : part.exercises()) {
            list.add(new ListItem(new ExerciseCard(number++, exercise, progress.get(exercise.slug()))));
        }
        section.add(list);
        return section;
    }

    private static Component empty() {
        return Styled.div(
                "empty-state",
                new H2("There are no exercises yet"),
                new Paragraph(
                        "Once a teacher has put an exercise into the course's folder and started the lab again, it"
                                + " appears here."));
    }

    @Override
    public String getPageTitle() {
        return title + " · Stepback";
    }
}
