package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresOwnNotebooksTest extends OwnNotebooksTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
