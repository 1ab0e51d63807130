package org.stepback.exercise.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Course;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Problem;
import org.stepback.exercise.yaml.FieldReader;
import org.stepback.exercise.yaml.Findings;
import org.stepback.exercise.yaml.MappingReader;
import org.stepback.exercise.yaml.NameSuggestions;
import org.stepback.exercise.yaml.SourcePosition;

/// Reads the folder of a course: `course.yaml`, and a folder for each exercise.
///
/// `course.yaml` has a `title` and either `exercises`, a list of slugs in their order, or `parts`, each with a
/// `title` and `exercises`. A slug is the name of an exercise's folder. Folders whose names start with `_` or `.`
/// are drafts.
public final class CourseReader {
    private static final String FILE = "course.yaml";
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    private static final int MAX_EXERCISES = 500;
    private static final int MAX_PARTS = 50;

    private final Path folder;
    private final Findings own = new Findings();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, AnswerKey> keys = new HashMap<>();
    private final Set<String> listed = new HashSet<>();

    private CourseReader(Path folder) {
        this.folder = folder;
    }

    /// Reads everything and says everything that is wrong; never throws for what the files hold.
    public static CourseReading read(Path folder) {
        return new CourseReader(folder).read();
    }

    private CourseReading read() {
        MappingReader fields = MappingReader.file(folder.resolve(FILE), ExerciseReader.MAX_BYTES, own)
                .orElseGet(MappingReader::none);
        String title = fields.slot("title").text(CellFields.LONGEST_TITLE);
        List<Course.Part> parts = parts(fields);
        fields.done();
        if (own.none()) {
            findUnlisted();
        }
        problems.addAll(0, own.problems(FILE));
        return new CourseReading(new Course(title, parts), keys, problems);
    }

    private List<Course.Part> parts(MappingReader fields) {
        FieldReader exercises = fields.slot("exercises");
        FieldReader parts = fields.slot("parts");
        if (exercises.present() == parts.present()) {
            fields.self()
                    .refuse("A course has either \"exercises\" or \"parts\". It has "
                            + (parts.present() ? "both." : "neither."));
            return List.of();
        }
        return exercises.present()
                ? List.of(new Course.Part("", exercises(exercises)))
                : parts.items("part %d", 1, MAX_PARTS).stream().map(this::part).toList();
    }

    private Course.Part part(FieldReader slot) {
        MappingReader fields = slot.fields(" of " + NameSuggestions.lower(slot.subject()));
        String title = fields.slot("title").text(CellFields.LONGEST_TITLE);
        Course.Part part = new Course.Part(title, exercises(fields.slot("exercises")));
        fields.done();
        return part;
    }

    private List<Exercise> exercises(FieldReader slot) {
        return slot.items("exercise %d", 0, MAX_EXERCISES).stream()
                .flatMap(item -> exercise(item).stream())
                .toList();
    }

    private Optional<Exercise> exercise(FieldReader slot) {
        String slug = slot.scalar();
        if (!SLUG.matcher(slug).matches()) {
            slot.refuse(slot.subject() + " must be the name of its folder, of small letters, digits and \"-\". "
                    + slot.found());
            return Optional.empty();
        }
        if (!listed.add(slug)) {
            slot.refuse("The exercise \"" + slug + "\" is listed twice. Remove one.");
            return Optional.empty();
        }
        if (!Files.isDirectory(folder.resolve(slug))) {
            slot.refuse(NameSuggestions.unknown("exercise", slug, folders()));
            return Optional.empty();
        }
        ExerciseReader.Reading reading = ExerciseReader.read(folder.resolve(slug), slug);
        problems.addAll(reading.problems());
        reading.key().ifPresent(key -> keys.put(slug, key));
        return reading.exercise();
    }

    private void findUnlisted() {
        for (String name : folders()) {
            if (!listed.contains(name)) {
                own.add(
                        SourcePosition.START,
                        "The exercise \"" + name
                                + "\" is not listed. Add it to the course, or let the name of its folder"
                                + " start with \"_\" while it is a draft.");
            }
        }
    }

    /// Returns the folders that hold an exercise, in alphabetical order.
    private List<String> folders() {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.exists(child.resolve("exercise.md")))
                    .map(child -> child.getFileName().toString())
                    .filter(name -> !name.startsWith("_") && !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            own.add(SourcePosition.START, "The course's folder could not be read.");
            return List.of();
        }
    }
}
