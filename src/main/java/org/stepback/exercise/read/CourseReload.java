package org.stepback.exercise.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Reads the course again when a file of it has changed, where `stepback.exercises.reload` asks for it: while exercises
/// are written. A course with students does without: a grading could begin by the former file and end by the new one.
@Component
@ConditionalOnProperty("stepback.exercises.reload")
final class CourseReload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CourseReload.class);
    private static final long LOOK_EVERY_MS = 500;

    private final CourseCatalog catalog;
    private final Path folder;
    private final Thread thread;
    private Map<Path, FileTime> read;

    CourseReload(CourseCatalog catalog, @Value("${stepback.exercises}") String folder) {
        this.catalog = catalog;
        this.folder = Path.of(folder);
        this.read = files();
        this.thread = Thread.ofVirtual().name("course-reload").start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY_MS);
                look();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads the course again if one of its files is new, changed or gone since it was read.
    synchronized void look() {
        Map<Path, FileTime> now = files();
        if (!now.equals(read)) {
            read = now;
            catalog.reload();
            LOG.info(
                    "The course was read again: {} exercises.",
                    catalog.course().exercises().size());
        }
    }

    private Map<Path, FileTime> files() {
        Map<Path, FileTime> times = new HashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        } catch (IOException | UncheckedIOException gone) {
            LOG.debug("A file was gone while the course's folder was listed: the next look has all.", gone);
        }
        return times;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
