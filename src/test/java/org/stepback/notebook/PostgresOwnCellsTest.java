package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresOwnCellsTest extends OwnCellsTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
