package org.stepback.training;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class H2RunStorageTest extends RunStorageTest {
    @Override
    Database database() {
        return TestDatabases.h2();
    }
}
