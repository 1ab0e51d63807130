package org.stepback.notebook;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class H2UnicodeStorageTest extends UnicodeStorageTest {
    @Override
    protected Database database() {
        return TestDatabases.h2();
    }
}
