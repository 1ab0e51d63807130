package org.stepback.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepback.exercise.read.CourseCatalog;

/// The small course of src/test/resources/exercises-good, as a component for storage tests and as files.
@Configuration(proxyBeanMethods = false)
public class TestCourse {
    public static final String FOLDER = "src/test/resources/exercises-good";

    /// Copies the course into a folder, for tests that break it.
    public static void copyTo(Path folder) throws IOException {
        Path from = Path.of(FOLDER);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Bean
    CourseCatalog catalog() {
        return new CourseCatalog(FOLDER);
    }
}
