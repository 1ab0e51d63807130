package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresSharedNotebooksTest extends SharedNotebooksTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
