package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class H2OwnNotebooksTest extends OwnNotebooksTest {
    @Override
    protected Database database() {
        return TestDatabases.h2();
    }
}
