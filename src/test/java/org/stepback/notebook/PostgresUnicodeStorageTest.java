package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class PostgresUnicodeStorageTest extends UnicodeStorageTest {
    @Override
    protected Database database() {
        return TestDatabases.postgres();
    }
}
