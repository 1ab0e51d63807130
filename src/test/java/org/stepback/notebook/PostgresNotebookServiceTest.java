package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresNotebookServiceTest extends NotebookServiceTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
