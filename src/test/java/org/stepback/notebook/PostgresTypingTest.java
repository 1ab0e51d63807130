package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresTypingTest extends TypingTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
