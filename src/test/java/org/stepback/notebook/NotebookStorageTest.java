package org.stepback.notebook;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.stepback.storage.StorageTest;
import org.stepback.storage.TestCourse;

/// A test of what notebooks store: a student for each test, and the notebooks of a small course.
abstract class NotebookStorageTest extends StorageTest {
    UUID student;

    @Override
    protected Class<?>[] components() {
        return new Class<?>[] {TestCourse.class, NotebookStorage.class};
    }

    @BeforeEach
    void enter() {
        student = account();
    }

    final NotebookService notebooks() {
        return get(NotebookService.class);
    }

    final OwnNotebooks own() {
        return get(OwnNotebooks.class);
    }
}
