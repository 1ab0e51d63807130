package org.stepback.storage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.stepback.exercise.CourseCatalog;

/// The small course of src/test/resources/exercises-good, as a component for storage tests.
@Configuration(proxyBeanMethods = false)
public class TestCourse {
    public static final String FOLDER = "src/test/resources/exercises-good";

    @Bean
    CourseCatalog catalog() {
        return new CourseCatalog(FOLDER);
    }
}
