package org.stepback.training;

import org.stepback.storage.TestDatabases;
import org.stepback.storage.TestDatabases.Database;

class H2KeptRunStorageTest extends KeptRunStorageTest {
    @Override
    Database database() {
        return TestDatabases.h2();
    }
}
