package org.stepback.notebook.report;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresSharedReportsTest extends SharedReportsTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
