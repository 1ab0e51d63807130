package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresDraftsTest extends DraftsTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
