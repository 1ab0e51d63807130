package org.stepback.exercise.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.stepback.exercise.AnswerKey;
import org.stepback.exercise.Course;
import org.stepback.exercise.Exercise;
import org.stepback.exercise.Problem;
import org.stepback.exercise.RefusedException;

/// The course that the lab serves, read when it starts and by [#reload()]. An exercise with mistakes is left out and
/// logged; the others are there.
@Component
public final class CourseCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(CourseCatalog.class);

    private final String folder;
    private volatile Content content;

    /// @param hashes what the grades of each exercise depend on, by slug
    private record Content(CourseReading reading, Map<String, String> hashes) {}

    /// @param folder the one that has `course.yaml` in it
    public CourseCatalog(@Value("${stepback.exercises}") String folder) {
        this.folder = folder;
        this.content = read(folder);
    }

    /// Reads the course again, as its files now are.
    void reload() {
        content = read(folder);
    }

    private static Content read(String folder) {
        CourseReading reading = CourseReader.read(Path.of(folder));
        reading.problems().forEach(problem -> LOG.warn("{}/{}", folder, loggable(problem)));
        return new Content(
                reading,
                reading.course().exercises().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Exercise::slug, exercise -> hash(Path.of(folder, exercise.slug())))));
    }

    private CourseReading reading() {
        return content.reading();
    }

    public Course course() {
        return reading().course();
    }

    public Optional<Exercise> exercise(String slug) {
        return course().exercise(slug);
    }

    /// Returns the exercise that a person asked for.
    ///
    /// @throws RefusedException where there is no such exercise
    public Exercise wanted(String slug) {
        return exercise(slug).orElseThrow(() -> new RefusedException("There is no such exercise in this course."));
    }

    /// Returns an exercise's answer key, for the grader alone.
    public Optional<AnswerKey> key(String slug) {
        return reading().key(slug);
    }

    /// Returns the problems of the exercises' files.
    public List<Problem> problems() {
        return reading().problems();
    }

    /// Returns a sentence for the course's page where something is missing from it.
    public Optional<String> notice() {
        return problems().isEmpty()
                ? Optional.empty()
                : Optional.of("A part of this course can't be shown, because its files have mistakes. The teacher finds"
                        + " them with “stepback lint”.");
    }

    /// Returns a hash of all that an exercise's grades depend on: what it says, how it is graded, its data.
    ///
    /// @throws RefusedException where there is no such exercise
    public String hash(String slug) {
        return content.hashes().get(wanted(slug).slug());
    }

    /// Returns a problem for the log: its place alone in a file that holds answers, since the message could quote one.
    private static String loggable(Problem problem) {
        boolean hidden = problem.file().endsWith(AnswerKeyReader.GRADING)
                || problem.file().endsWith(AnswerKeyReader.SOLUTION);
        return hidden
                ? problem.file() + ":" + problem.line() + ":" + problem.column()
                        + ": “stepback lint” tells what is wrong."
                : problem.toString();
    }

    private static String hash(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(CourseCatalog::grades).sorted().toList()) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private static boolean grades(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && (name.equals("exercise.md") || name.equals(AnswerKeyReader.GRADING) || name.endsWith(".csv"));
    }
}
